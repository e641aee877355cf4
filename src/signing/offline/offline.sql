-- A device with its key, if it has one; open: its cookie still counts. Lost counts for more than closed.
-- name: device
select t.agency_id as "agencyId", t.id, t.campaign_id as "campaignId", t.unit_id as "unitId",
  t.ceremony_id as "ceremonyId", t.opened_at as "openedAt", t.expires_at as "expiresAt",
  k.public_key as "publicKey", k.enrolled_at as "enrolledAt",
  (select max(f.why) from signing.device_forgotten f
    where f.agency_id = t.agency_id and f.tablet_id = t.id) as forgotten
from signing.tablet t
left join signing.device_key k on k.agency_id = t.agency_id and k.tablet_id = t.id
where t.agency_id = :agencyId and t.id = :id;

-- name: addKey
insert into signing.device_key (agency_id, tablet_id, public_key, enrolled_at)
values (:agencyId, :id, :publicKey, :now) on conflict do nothing;

-- name: addContact
insert into signing.device_contact (agency_id, tablet_id, at, sent_at)
values (:agencyId, :id, :now, :sentAt) on conflict do nothing;

-- name: addForgotten
insert into signing.device_forgotten (agency_id, tablet_id, why, forgotten_by, forgotten_at)
values (:agencyId, :id, :why, :by, :now) on conflict do nothing;

-- One more than a pack may hold, so that too many are seen.
-- name: packPeople
select a.person_id as "personId", a.name, a.unit_name as unit, a.employer, a.id_number as "idNumber",
  coalesce(s.serial, 0) as serial, (g.person_id is not null) as signed, p.standing
from campaigns.audience a
left join (select person_id, max(serial) as serial from signing.slip
  where agency_id = :agencyId and campaign_id = :campaignId group by person_id) s on s.person_id = a.person_id
left join signing.signature g
  on g.agency_id = a.agency_id and g.campaign_id = a.campaign_id and g.person_id = a.person_id
left join ceremonies.presence_now p
  on p.agency_id = :agencyId and p.ceremony_id = :ceremonyId and p.person_id = a.person_id
where a.agency_id = :agencyId and a.campaign_id = :campaignId
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
order by a.name, a.person_id
limit :most::integer + 1;

-- name: lastSeq
select coalesce(max(seq), 0) as seq from signing.queued where agency_id = :agencyId and tablet_id = :id;

-- name: queuedAt
select seq, digest, state, code, params, receipt from signing.queued
where agency_id = :agencyId and tablet_id = :id and seq = :seq;

-- name: addQueued
insert into signing.queued (agency_id, tablet_id, seq, digest, kind, person_id, device_at, sent_at, received_at,
  state, code, params, receipt)
values (:agencyId, :id, :seq, :digest, :kind, :personId, :deviceAt, :sentAt, :now,
  :state, :code, :params::jsonb, :receipt)
on conflict do nothing;

-- What a device need not be told is what its first pack held.
-- name: signedSince
select g.person_id as "personId" from signing.signature g
join campaigns.audience a
  on a.agency_id = g.agency_id and a.campaign_id = g.campaign_id and a.person_id = g.person_id
where g.agency_id = :agencyId and g.campaign_id = :campaignId and g.signed_at >= :since
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
order by g.person_id;

-- name: standingsSince
select p.person_id as "personId", p.standing from ceremonies.presence_now p
join campaigns.audience a on a.agency_id = p.agency_id and a.campaign_id = :campaignId and a.person_id = p.person_id
where p.agency_id = :agencyId and p.ceremony_id = :ceremonyId and p.recorded_at >= :since
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
order by p.person_id;
