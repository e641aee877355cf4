-- What happened, and what is to be told of it to programs outside: both in the transaction of the change.

-- name: addEvent
with told as (
  insert into platform.event (agency_id, id, at, actor, kind, subject, data)
  values (:agencyId, :id, :at, :actor, :kind, :subject, :data)
)
insert into platform.hook_delivery (agency_id, hook_id, id, event_id, kind, subject, at, queued_at, due_at)
select h.agency_id, h.id, :id, :id, :kind, :subject, :at, :at, :at
from platform.hook h
where h.agency_id = :agencyId and split_part(:kind, '.', 1) = any(h.kinds)
  and not exists (select from platform.hook_state s
    where s.agency_id = h.agency_id and s.hook_id = h.id and s.state = 'ended');

-- One that still waits says it already: the lock keeps it from being sent before this is committed, and one that is
-- being sent no longer counts.
-- name: nudge
with waiting as (
  select d.hook_id from platform.hook_delivery d
  where d.agency_id = :agencyId and d.kind = :kind and d.subject = :subject and d.ended_at is null
    and (d.lease_until is null or d.lease_until < :at)
  for share
)
insert into platform.hook_delivery (agency_id, hook_id, id, event_id, kind, subject, at, queued_at, due_at)
select h.agency_id, h.id, :id, :id, :kind, :subject, :at, :at, :at
from platform.hook h
where h.agency_id = :agencyId and split_part(:kind, '.', 1) = any(h.kinds)
  and h.id not in (select hook_id from waiting)
  and not exists (select from platform.hook_state s
    where s.agency_id = h.agency_id and s.hook_id = h.id and s.state = 'ended');
