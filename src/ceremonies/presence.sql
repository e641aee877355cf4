-- Whether people of the audience were there. The newest row of a person counts.

-- A mark that says what the newest row says already adds nothing. Locked by ceremony (holdCeremony), so that two who
-- record one person at once get two numbers.
-- name: addPresence
insert into ceremonies.presence (agency_id, ceremony_id, person_id, seq, standing, reason, how, site, device_at,
  recorded_by, recorded_at)
select :agencyId, :ceremonyId, m.person_id, coalesce(p.seq, 0) + 1, m.standing, m.reason, m.how, m.site, m.device_at,
  :by, :now
from unnest(:persons::text[], :standings::text[], :reasons::text[], :hows::text[], :sites::text[],
  :deviceTimes::timestamptz[]) as m (person_id, standing, reason, how, site, device_at)
left join ceremonies.presence_now p
  on p.agency_id = :agencyId and p.ceremony_id = :ceremonyId and p.person_id = m.person_id
where p.person_id is null or p.standing <> m.standing or p.reason is distinct from m.reason
returning person_id as "personId";

-- name: presenceOf
select person_id as "personId", seq, standing, reason, how, site, device_at as "deviceAt", recorded_by as "recordedBy",
  recorded_at as "recordedAt"
from ceremonies.presence_now
where agency_id = :agencyId and ceremony_id = :ceremonyId and person_id = any(:personIds::text[]);

-- name: presenceHistory
select person_id as "personId", seq, standing, reason, how, site, device_at as "deviceAt", recorded_by as "recordedBy",
  recorded_at as "recordedAt"
from ceremonies.presence
where agency_id = :agencyId and ceremony_id = :ceremonyId and person_id = :personId order by seq;
