-- One row for actor, person (or list), part, and day: the index event_read decides.
-- name: addRead
insert into platform.event (agency_id, id, at, actor, kind, subject, data)
values (:agencyId, :id, :at, :actor, :kind, :subject, :data)
on conflict (agency_id, subject, actor, (data ->> 'key'), (data ->> 'day'))
  where kind in ('person.read', 'people.read') do nothing;
