-- name: holders
select a.key_id as "keyId", a.id, a.given_by as "givenBy", a.at, k.account_id as "accountId",
  coalesce(n.display_name, k.account_id) as name
from oversight.case_access a
join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
left join access.account n on n.id = k.account_id
where a.agency_id = :agencyId and a.case_id = :caseId
  and not exists (select from oversight.case_access_ending e where e.agency_id = a.agency_id
    and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id)
  and not exists (select from oversight.recusal r
    where r.agency_id = a.agency_id and r.case_id = a.case_id and r.account_id = k.account_id)
order by a.at, a.id;

-- A key of this institution whose owner is not kept from the case, and still works here.
-- name: mayHold
select k.id, k.account_id as "accountId", coalesce(n.display_name, k.account_id) as name
from oversight.key k
left join access.account n on n.id = k.account_id
where k.agency_id = :agencyId and k.id = any(:keyIds)
  and not exists (select from oversight.recusal r
    where r.agency_id = k.agency_id and r.case_id = :caseId and r.account_id = k.account_id)
  and exists (select from access.role_grant g
    where g.agency_id = k.agency_id and g.account_id = k.account_id and g.role in ('inspector', 'leader')
      and (g.until is null or g.until > :now)
      and not exists (select from access.grant_ending e where e.agency_id = g.agency_id and e.grant_id = g.id));

-- name: addAccess
insert into oversight.case_access (agency_id, case_id, key_id, id, sealed, given_by, at)
values (:agencyId, :caseId, :keyId, :id, :sealed, :givenBy, :now) on conflict do nothing;

-- name: endAccess
insert into oversight.case_access_ending (agency_id, case_id, key_id, access_id, ended_by, ended_at)
select agency_id, case_id, key_id, id, :by, :now from oversight.case_access
where agency_id = :agencyId and case_id = :caseId and key_id = :keyId on conflict do nothing
