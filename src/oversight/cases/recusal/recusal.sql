-- name: person
select p.id, p.name, p.post, p.category, p.unit_id as "unitId", u.name as "unitName"
from agencies.person p join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.id = :personId;

-- name: addRecusal
insert into oversight.recusal (agency_id, case_id, account_id, why, by, at)
values (:agencyId, :caseId, :accountId, :why, :by, :now) on conflict do nothing;

-- name: endAccessOf
insert into oversight.case_access_ending (agency_id, case_id, key_id, access_id, ended_by, ended_at)
select a.agency_id, a.case_id, a.key_id, a.id, :by, :now
from oversight.case_access a
join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
where a.agency_id = :agencyId and a.case_id = :caseId and k.account_id = any(:accountIds)
on conflict do nothing;

-- Who would still see the case: accounts with access that has not ended, and no recusal.
-- name: seeing
select distinct k.account_id as id
from oversight.case_access a
join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
where a.agency_id = :agencyId and a.case_id = :caseId
  and not exists (select from oversight.case_access_ending e where e.agency_id = a.agency_id
    and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id)
  and not exists (select from oversight.recusal r
    where r.agency_id = a.agency_id and r.case_id = a.case_id and r.account_id = k.account_id);

-- name: recusals
select r.account_id as "accountId", r.why, r.at, a.display_name as name
from oversight.recusal r left join access.account a on a.id = r.account_id
where r.agency_id = :agencyId and r.case_id = :caseId order by r.at, r.account_id
