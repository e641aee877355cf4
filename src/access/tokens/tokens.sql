-- Tokens of programs. Only finding whose a token is crosses institutions.

-- name: tokenByHash
select t.agency_id as "agencyId", t.id, t.scopes, t.unit_id as "unitId", t.until,
  exists (select from access.token_ending e where e.agency_id = t.agency_id and e.token_id = t.id) as ended
from access.token t where t.token_hash = :hash;

-- name: addToken
insert into access.token (agency_id, id, name, token_hash, scopes, unit_id, reason, created_by, created_at, until)
values (:agencyId, :id, :name, :hash, :scopes, :unitId, :reason, :by, :now, :until);

-- name: endToken
insert into access.token_ending (agency_id, token_id, reason, ended_by, ended_at)
select t.agency_id, t.id, :reason, :by, :now from access.token t where t.agency_id = :agencyId and t.id = :id
on conflict do nothing;

-- name: addTokenDay
insert into access.token_day (agency_id, token_id, day) values (:agencyId, :id, :day) on conflict do nothing;

-- name: tokensOf
select t.id, t.name, t.scopes, t.unit_id as "unitId", t.reason, a.display_name as "madeBy", t.created_at as "madeAt",
  t.until, e.ended_at as "endedAt", e.reason as "endReason",
  (select max(d.day)::text from access.token_day d where d.agency_id = t.agency_id and d.token_id = t.id) as "lastDay"
from access.token t
left join access.token_ending e on e.agency_id = t.agency_id and e.token_id = t.id
left join access.account a on t.created_by = 'account:' || a.id
where t.agency_id = :agencyId
order by t.created_at desc, t.id desc;
