-- Grants for the nation and the provinces. The rows are their own trail: who, when, why, until when, ended by whom and why.

-- name: wideGrants
select w.id, w.account_id as "accountId", a.username, a.display_name as name, a.is_example as "isExample", w.role,
  w.region_code as "regionCode", w.reason, w.granted_at as "since", coalesce(by.display_name, w.granted_by) as "givenBy",
  w.until, coalesce(e.ended_at, case when w.until <= :now then w.until end) as "endedAt", e.reason as "endReason",
  coalesce(ender.display_name, e.ended_by) as "endedBy"
from access.wide_grant w
join access.account a on a.id = w.account_id
left join access.account by on w.granted_by = 'account:' || by.id
left join access.wide_grant_ending e on e.grant_id = w.id
left join access.account ender on e.ended_by = 'account:' || ender.id
order by lower(a.display_name), a.username, w.granted_at, w.id;

-- name: addWideGrant
insert into access.wide_grant (id, account_id, role, region_code, reason, granted_by, granted_at, until)
values (:id, :accountId, :role, :regionCode, :reason, :by, :now, :until);

-- name: endWideGrant
insert into access.wide_grant_ending (grant_id, reason, ended_by, ended_at)
values (:grantId, :reason, :by, :now) on conflict do nothing;

-- name: accountNamed
select id from access.account where username = :username
  and not (is_example and exists (select from platform.setting where key = 'claimed'));
