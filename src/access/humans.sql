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

-- Who let whom into an account since then, step by step back from either of the two.
-- name: sameHand
with recursive given (account, by) as (
  select 'account:' || g.account_id, g.granted_by
  from access.role_grant g join access.account a on a.id = g.account_id
  where g.agency_id = :agencyId and g.granted_at = a.created_at and g.granted_at > :since
  union all
  select 'account:' || account_id, changed_by from access.password_change where changed_at > :since
  union all
  select 'account:' || account_id, entered_by from access.account_mail where entered_at > :since
  union all
  select 'account:' || account_id, entered_by from access.account_claim where entered_at > :since
),
hands (holder, hand) as (
  select who, who from unnest(array[:one, :other]::text[]) as who
  union
  select h.holder, g.by from hands h join given g on g.account = h.hand where g.by like 'account:%'
)
select exists (
  select from hands a join hands b on b.hand = a.hand where a.holder = :one and b.holder = :other
) as same;
