-- Whose account it is, as far as the institution has said: the newest word counts.

-- name: personOf
select person_id as "personId" from access.account_person
where agency_id = :agencyId and account_id = :accountId
order by id desc limit 1;

-- name: tiesAt
select distinct on (p.account_id) p.account_id as "accountId", p.person_id as "personId", n.name
from access.account_person p
left join agencies.person n on n.agency_id = p.agency_id and n.id = p.person_id
where p.agency_id = :agencyId
order by p.account_id, p.id desc;

-- name: tie
insert into access.account_person (agency_id, account_id, id, person_id, tied_by, tied_at)
values (:agencyId, :accountId, :id, :personId, :by, :now);
