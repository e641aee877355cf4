-- Accounts of one institution, their roles and passwords. A role that was ended, or whose time is over, counts nowhere.

-- name: grantsAt
select g.id, g.account_id as "accountId", a.username, a.display_name as name, a.is_example as "isExample",
  g.role, g.unit_id as "unitId", g.granted_at as "since", by.display_name as "givenBy", g.reason, g.until,
  coalesce(e.ended_at, case when g.until <= :now then g.until end) as "endedAt", e.reason as "endReason"
from access.role_grant g
join access.account a on a.id = g.account_id
left join access.account by on g.granted_by = 'account:' || by.id
left join access.grant_ending e on e.agency_id = g.agency_id and e.grant_id = g.id
where g.agency_id = :agencyId and (:accountId::text is null or g.account_id = :accountId)
order by lower(a.display_name), a.username, g.granted_at, g.id;

-- name: endGrant
insert into access.grant_ending (agency_id, grant_id, reason, ended_by, ended_at)
values (:agencyId, :grantId, :reason, :by, :now) on conflict do nothing;

-- name: countWholeOfficers
-- Accounts of the examples may not sign in once the installation is claimed: they keep no institution open then. Nor
-- does an officer whose time will be over.
select count(distinct g.account_id) as count
from access.role_grant g join access.account a on a.id = g.account_id
where g.agency_id = :agencyId and g.role = 'officer' and g.unit_id is null and g.until is null
  and not exists (select from access.grant_ending e where e.agency_id = g.agency_id and e.grant_id = g.id)
  and not (a.is_example and exists (select from platform.setting where key = 'claimed'));

-- name: agenciesOfAccount
select distinct g.agency_id as id from access.role_grant g
where g.account_id = :accountId and (g.until is null or g.until > :now)
  and not exists (select from access.grant_ending e where e.agency_id = g.agency_id and e.grant_id = g.id)
order by g.agency_id;

-- name: addPasswordChange
insert into access.password_change (account_id, id, password_hash, changed_at, changed_by)
values (:accountId, :id, :hash, :now, :by);
