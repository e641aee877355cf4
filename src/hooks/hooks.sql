-- Hooks of an institution and what is on its way to them. Only finding who is due crosses institutions.

-- name: addHook
insert into platform.hook (agency_id, id, address, kinds, made_by, made_at)
values (:agencyId, :id, :address, :kinds, :by, :now);

-- name: addState
insert into platform.hook_state (agency_id, hook_id, id, state, by, at)
values (:agencyId, :hookId, :id, :state, :by, :now);

-- name: addSecret
insert into platform.hook_secret (agency_id, hook_id, serial, by, at)
select :agencyId, :hookId, coalesce(max(serial), 0) + 1, :by, :now
from platform.hook_secret where agency_id = :agencyId and hook_id = :hookId
returning serial;

-- name: hooks
select h.id, h.address, h.kinds, h.made_at as "madeAt", a.display_name as "madeBy",
  coalesce((select s.state from platform.hook_state s where s.agency_id = h.agency_id and s.hook_id = h.id
    order by s.state = 'ended' desc, s.id desc limit 1), 'active') as state,
  (select max(k.at) from platform.hook_secret k where k.agency_id = h.agency_id and k.hook_id = h.id) as "secretSince",
  (select count(*)::int from platform.hook_delivery d where d.agency_id = h.agency_id and d.hook_id = h.id
    and d.ended_at is null) as waiting,
  (select count(*)::int from platform.hook_delivery d where d.agency_id = h.agency_id and d.hook_id = h.id
    and d.outcome = 'dead') as failed
from platform.hook h
left join access.account a on h.made_by = 'account:' || a.id
where h.agency_id = :agencyId and (:hookId::text is null or h.id = :hookId)
order by h.made_at, h.id;

-- name: deliveries
select id, event_id as "eventId", kind, subject, at, tries, due_at as "dueAt", last_at as "lastAt",
  last_code as "lastCode", ended_at as "endedAt", outcome
from platform.hook_delivery
where agency_id = :agencyId and hook_id = :hookId
order by queued_at desc, id desc limit :limit;

-- name: addDelivery
insert into platform.hook_delivery (agency_id, hook_id, id, event_id, kind, subject, at, queued_at, due_at)
values (:agencyId, :hookId, :id, :id, :kind, :subject, :now, :now, :now);

-- One delivery, or with no id all that failed. Who holds it now is left alone.
-- name: replay
update platform.hook_delivery
set queued_at = :now, due_at = :now, tries = 0, ended_at = null, outcome = null
where agency_id = :agencyId and hook_id = :hookId and (lease_until is null or lease_until < :now)
  and ((:id::text is null and outcome = 'dead') or id = :id);

-- name: dropWaiting
update platform.hook_delivery set ended_at = :now, outcome = 'dead', last_code = 'ended', lease_until = null
where agency_id = :agencyId and hook_id = :hookId and ended_at is null;

-- name: dueHooks
select h.agency_id as "agencyId", h.id as "hookId" from platform.hook h
where exists (select from platform.hook_delivery d where d.agency_id = h.agency_id and d.hook_id = h.id
    and d.ended_at is null and d.due_at <= :now and (d.lease_until is null or d.lease_until < :now))
  and coalesce((select s.state from platform.hook_state s where s.agency_id = h.agency_id and s.hook_id = h.id
    order by s.state = 'ended' desc, s.id desc limit 1), 'active') = 'active'
order by h.agency_id, h.id;

-- name: claim
with due as materialized (select id from platform.hook_delivery
  where agency_id = :agencyId and hook_id = :hookId and ended_at is null and due_at <= :now
    and (lease_until is null or lease_until < :now)
  order by due_at, id limit :most for update skip locked)
update platform.hook_delivery d set lease_until = :lease from due
where d.agency_id = :agencyId and d.hook_id = :hookId and d.id = due.id
returning d.id, d.event_id as "eventId", d.kind, d.subject, d.at, d.queued_at as "queuedAt", d.tries;

-- name: sender
select h.address, k.serial, k.at as "since" from platform.hook h
join platform.hook_secret k on k.agency_id = h.agency_id and k.hook_id = h.id
where h.agency_id = :agencyId and h.id = :hookId
order by k.serial desc limit 2;

-- name: mark
update platform.hook_delivery
set tries = tries + 1, lease_until = null, last_at = :now, last_code = :code, due_at = :due,
  ended_at = :endedAt, outcome = :outcome
where agency_id = :agencyId and hook_id = :hookId and id = :id and ended_at is null;

-- name: release
update platform.hook_delivery set lease_until = null
where agency_id = :agencyId and hook_id = :hookId and id = any(:ids::text[]) and lease_until = :lease;

-- name: dropOld
delete from platform.hook_delivery where ended_at < :before;
