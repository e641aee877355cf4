-- name: addAccount
insert into access.account (id, username, display_name, password_hash, is_example, created_at)
values (:id, :username, :name, :hash, :isExample, :now) on conflict (username) do nothing;

-- name: addGrant
insert into access.role_grant (agency_id, id, account_id, role, unit_id, granted_by, granted_at, reason, until)
values (:agencyId, :id, :accountId, :role, :unitId, :by, :now, :reason, :until);

-- The accounts of the examples end when an institution claims the installation. The newest password counts.
-- name: accountByUsername
select a.id, a.username, a.display_name as name, coalesce(
    (select p.password_hash from access.password_change p where p.account_id = a.id
     order by p.changed_at desc, p.id desc limit 1),
    a.password_hash) as hash
from access.account a
where a.username = :username
  and not (a.is_example and exists (select from platform.setting where key = 'claimed'));

-- name: exampleAccounts
select a.username, a.display_name as name, g.role, g.agency_id as "agencyId"
from access.account a join access.role_grant g on g.account_id = a.id
where a.is_example
  and not exists (select from access.grant_ending e where e.agency_id = g.agency_id and e.grant_id = g.id)
order by a.created_at, a.username;

-- name: visitor
select a.id, a.username, a.display_name as name, s.seen_at as "seenAt", s.proved_at as "provedAt",
  encode(substring(s.token_hash from 1 for 8), 'hex') as "sessionId",
  coalesce(json_agg(json_build_object('agencyId', g.agency_id, 'role', g.role, 'unitId', g.unit_id))
    filter (where g.id is not null), '[]') as grants,
  coalesce((select json_agg(json_build_object('role', w.role, 'regionCode', w.region_code))
    from access.wide_grant w where w.account_id = a.id and (w.until is null or w.until > :now)
      and not exists (select from access.wide_grant_ending e where e.grant_id = w.id)), '[]') as wide
from access.session s
join access.account a on a.id = s.account_id
left join access.role_grant g on g.account_id = a.id and (g.until is null or g.until > :now)
  and not exists (select from access.grant_ending e where e.agency_id = g.agency_id and e.grant_id = g.id)
where s.token_hash = :tokenHash and s.expires_at > :now
  and not (a.is_example and exists (select from platform.setting where key = 'claimed'))
group by a.id, s.token_hash;

-- name: claimed
select value from platform.setting where key = 'claimed';

-- name: claim
insert into platform.setting (key, value) values ('claimed', to_jsonb(:now::text)) on conflict do nothing;
