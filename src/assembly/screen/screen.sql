-- name: addScreen
insert into assembly.screen (agency_id, id, ceremony_id, site, door_code, screen_hash, clicker_hash, opened_by, opened_at,
  expires_at)
values (:agencyId, :id, :ceremonyId, :site, :doorCode, :screenHash, :clickerHash, :by, :now, :expires);

-- name: closeScreen
insert into assembly.screen_closing (agency_id, screen_id, closed_by, closed_at)
values (:agencyId, :id, :by, :now)
on conflict do nothing;

-- name: screenByHash
select agency_id as "agencyId", id, ceremony_id as "ceremonyId", site, door_code as "doorCode", opened_at as "openedAt",
  expires_at as "expiresAt", closed_at as "closedAt", seq, step
from assembly.screen_now where screen_hash = :hash limit 1;

-- name: screenByClicker
select agency_id as "agencyId", id, ceremony_id as "ceremonyId", site, door_code as "doorCode", opened_at as "openedAt",
  expires_at as "expiresAt", closed_at as "closedAt", seq, step
from assembly.screen_now where clicker_hash = :hash limit 1;

-- name: screensOf
select agency_id as "agencyId", id, ceremony_id as "ceremonyId", site, door_code as "doorCode", opened_at as "openedAt",
  expires_at as "expiresAt", closed_at as "closedAt", seq, step
from assembly.screen_now
where agency_id = :agencyId and ceremony_id = :ceremonyId and closed_at is null and expires_at > :now
order by opened_at, id;

-- name: move
insert into assembly.screen_step (agency_id, screen_id, seq, step, moved_by, moved_at)
select :agencyId, :id, :seq::integer + 1, :step, :by, :now
where :seq::integer = (select coalesce(max(seq), 0) from assembly.screen_step
  where agency_id = :agencyId and screen_id = :id)
on conflict do nothing;
