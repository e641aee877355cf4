-- name: seen
select f.id, f.origin, f.arrived_on::text as "arrivedOn", f.sealed_in as "sealedIn", f.mode,
  f.dialogue_public as "dialoguePublic", f.team_public as "teamPublic",
  array_agg(distinct a.key_id) as "keyIds"
from oversight.case_file f
join oversight.case_access a on a.agency_id = f.agency_id and a.case_id = f.id
join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
where f.agency_id = :agencyId and f.id = :caseId and k.account_id = :accountId
  and not exists (select from oversight.case_access_ending e
    where e.agency_id = a.agency_id and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id)
  and not exists (select from oversight.recusal r
    where r.agency_id = f.agency_id and r.case_id = f.id and r.account_id = :accountId)
group by f.agency_id, f.id
