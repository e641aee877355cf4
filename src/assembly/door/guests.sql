-- Nothing is added where the newest row of this guest counts already.
-- name: addGuest
insert into assembly.guest (agency_id, ceremony_id, id, seq, kind, name, count, employer, office, standing, how, site,
  recorded_by, recorded_at)
select :agencyId, :ceremonyId, :id, coalesce(max(g.seq), 0) + 1, :kind, :name, :count::integer, :employer, :office,
  :standing, :how, :site, :by, :now
from assembly.guest_now g
where g.agency_id = :agencyId and g.ceremony_id = :ceremonyId and g.id = :id
having coalesce(bool_and(g.standing = 'withdrawn'), true)
on conflict do nothing;

-- name: withdrawGuest
insert into assembly.guest (agency_id, ceremony_id, id, seq, kind, name, count, employer, office, standing, how, site,
  recorded_by, recorded_at)
select agency_id, ceremony_id, id, seq + 1, kind, name, count, employer, office, 'withdrawn', how, site, :by, :now
from assembly.guest_now
where agency_id = :agencyId and ceremony_id = :ceremonyId and id = :id and standing <> 'withdrawn'
on conflict do nothing;

-- name: guests
select id, kind, name, count, employer, office, standing, how, site, recorded_by as "recordedBy",
  recorded_at as "recordedAt"
from assembly.guest_now
where agency_id = :agencyId and ceremony_id = :ceremonyId and standing <> 'withdrawn'
order by recorded_at, id;
