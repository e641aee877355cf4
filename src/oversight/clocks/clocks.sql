-- Institutions that have a case at all.
-- name: agencies
select distinct agency_id as id from oversight.case_file order by 1;

-- Every step of every case that is not closed, or was closed lately: what became due while nobody looked is still told.
-- With `caseIds` those alone. Every case has a step: it arrived. Of one that was deleted nothing is asked any more.
-- name: ground
select f.id as "caseId", f.origin, s.n, s.stage, s.what, s.on_date::text as "onDate",
  s.basis, s.data, s.by, s.at
from oversight.case_file f
join oversight.step s on s.agency_id = f.agency_id and s.case_id = f.id
where f.agency_id = :agencyId and (:caseIds::text[] is null or f.id = any(:caseIds))
  and not exists (select from oversight.deletion d where d.agency_id = f.agency_id and d.case_id = f.id)
  and (:closedSince::timestamptz is null or not exists (select from oversight.step z
    where z.agency_id = f.agency_id and z.case_id = f.id and z.stage = 'closed' and z.at < :closedSince
      and not exists (select from oversight.step y
        where y.agency_id = z.agency_id and y.case_id = z.case_id and y.n > z.n)))
order by f.id, s.n;

-- name: fired
select case_id as "caseId", clock, start_n as "startN", what, for_day::text as "forDay", at
from oversight.fired
where agency_id = :agencyId and (:caseIds::text[] is null or case_id = any(:caseIds))
order by case_id, at, clock, start_n, what;

-- name: fire
insert into oversight.fired (agency_id, case_id, clock, start_n, what, for_day, at)
values (:agencyId, :caseId, :clock, :startN, :what, :forDay, :at)
on conflict do nothing;

-- A lease further ahead than any may be was taken under a clock that has been set back since.
-- name: takeTurn
insert into oversight.clock_turn as held (agency_id, lease_until) values (:agencyId, :until)
on conflict (agency_id) do update set lease_until = excluded.lease_until
where held.lease_until <= :now or held.lease_until > :farthest;

-- name: holdTurn
update oversight.clock_turn set lease_until = :until where agency_id = :agencyId;

-- Whoever sees the case now, and may sign in for it.
-- name: addNotices
insert into oversight.notice (agency_id, account_id, day, token, due_at, lease_until, attempts)
select distinct on (k.account_id) a.agency_id, k.account_id, :day::date,
  substr(encode(sha256(convert_to(:token || k.account_id, 'UTF8')), 'hex'), 1, 32), :dueAt::timestamptz, :now::timestamptz, 0
from oversight.case_access a
join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
where a.agency_id = :agencyId and a.case_id = :caseId
  and not exists (select from oversight.case_access_ending e
    where e.agency_id = a.agency_id and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id)
  and not exists (select from oversight.recusal r
    where r.agency_id = a.agency_id and r.case_id = a.case_id and r.account_id = k.account_id)
  and exists (select from access.role_grant g
    where g.agency_id = a.agency_id and g.account_id = k.account_id and g.role in ('inspector', 'leader')
      and (g.until is null or g.until > :now)
      and not exists (select from access.grant_ending x where x.agency_id = g.agency_id and x.grant_id = g.id))
on conflict do nothing;

-- Of two workers one gets the row; a lease or a next try further ahead than any may be is of a clock set back since.
-- Looked for once: within a join the planner may look again for each row, and find another after the first was claimed.
-- name: claimNotice
with due as materialized (
  select w.account_id, w.day from oversight.notice w
  where w.agency_id = :agencyId and w.sent_at is null and w.failed_at is null
    and (w.due_at <= :now or w.due_at > :farthest) and (w.lease_until <= :now or w.lease_until > :farthest)
  order by w.day, w.account_id limit 1 for update skip locked)
update oversight.notice as n set lease_until = :until, attempts = n.attempts + 1
from due where n.agency_id = :agencyId and n.account_id = due.account_id and n.day = due.day
returning n.account_id as "accountId", n.day::text as day, n.token, n.attempts,
  (select m.address from access.account_mail m
   join access.account o on o.id = m.account_id
     and not (o.is_example and exists (select from platform.setting where key = 'claimed'))
   where m.account_id = n.account_id
     and (m.address is null or m.entered_by <> 'account:' || m.account_id
       or exists (select from access.account_mail_proof f where f.account_id = m.account_id and f.mail_id = m.id))
   order by m.entered_at desc, m.id desc limit 1) as address;

-- name: settleNotice
update oversight.notice
set sent_at = :sentAt, failed_at = :failedAt, why = :why, due_at = coalesce(:retryAt, due_at), lease_until = :now
where agency_id = :agencyId and account_id = :accountId and day = :day and sent_at is null and failed_at is null;

-- name: settings
select name, version, days, from_day::text as "fromDay", reason, by, at from oversight.clock_setting
where agency_id = :agencyId order by name, version;

-- name: addSetting
insert into oversight.clock_setting (agency_id, name, version, days, from_day, reason, by, at)
select :agencyId, :name, coalesce(max(s.version), 0) + 1, :days, :fromDay, :reason, :by, :at
from oversight.clock_setting s where s.agency_id = :agencyId and s.name = :name
on conflict do nothing;

-- name: accountNames
select 'account:' || a.id as actor, a.display_name as name from access.account a where a.id = any(:ids);
