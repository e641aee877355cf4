-- A device with its key, if it has one. Lost counts for more than closed.
-- name: device
select t.agency_id as "agencyId", t.id, t.campaign_id as "campaignId", t.unit_id as "unitId",
  t.ceremony_id as "ceremonyId", t.opened_at as "openedAt", t.expires_at as "expiresAt",
  k.public_key as "publicKey", k.enrolled_at as "enrolledAt",
  exists (select from signing.tablet_closing x where x.agency_id = t.agency_id and x.tablet_id = t.id) as closed,
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

-- One more than a pack may hold, so that too many are seen. What else is known of them is asked for apart: joined, a
-- planner without statistics looks through all of it for each person.
-- name: packPeople
select person_id as "personId", name, unit_name as unit, employer, id_number as "idNumber"
from campaigns.audience
where agency_id = :agencyId and campaign_id = :campaignId and (:unitIds::text[] is null or unit_id = any(:unitIds))
order by name, person_id
limit :most::integer + 1;

-- name: serials
select person_id as "personId", max(serial) as serial from signing.slip
where agency_id = :agencyId and campaign_id = :campaignId group by person_id;

-- name: allSigned
select person_id as "personId" from signing.signature where agency_id = :agencyId and campaign_id = :campaignId;

-- name: allStandings
select person_id as "personId", standing from ceremonies.presence_now
where agency_id = :agencyId and ceremony_id = :ceremonyId;

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

-- Tablets of a campaign, newest first, with what was heard of each.
-- name: devices
select t.id, t.unit_id as "unitId", u.name as "unitName", t.ceremony_id as "ceremonyId", c.title as "ceremonyTitle",
  t.opened_at as "openedAt", t.expires_at as "expiresAt", x.closed_at as "closedAt", k.enrolled_at as "enrolledAt",
  f.why as forgotten, f.forgotten_at as "forgottenAt", h.at as "heardAt",
  s.at as "toldAt", s.sent_at as "deviceAt", coalesce(q.recorded, 0) as recorded, coalesce(q.before, 0) as before,
  coalesce(q.refused, 0) as refused
from signing.tablet t
left join agencies.unit u on u.agency_id = t.agency_id and u.id = t.unit_id
left join ceremonies.ceremony_now c on c.agency_id = t.agency_id and c.id = t.ceremony_id
left join signing.tablet_closing x on x.agency_id = t.agency_id and x.tablet_id = t.id
left join signing.device_key k on k.agency_id = t.agency_id and k.tablet_id = t.id
left join lateral (select n.why, n.forgotten_at from signing.device_forgotten n
  where n.agency_id = t.agency_id and n.tablet_id = t.id order by n.why desc limit 1) f on true
left join lateral (select n.at from signing.device_contact n
  where n.agency_id = t.agency_id and n.tablet_id = t.id order by n.at desc limit 1) h on true
left join lateral (select n.at, n.sent_at from signing.device_contact n
  where n.agency_id = t.agency_id and n.tablet_id = t.id and n.sent_at is not null order by n.at desc limit 1) s on true
left join lateral (select count(*) filter (where n.state = 'recorded') as recorded,
    count(*) filter (where n.state = 'before') as before, count(*) filter (where n.state = 'refused') as refused
  from signing.queued n where n.agency_id = t.agency_id and n.tablet_id = t.id) q on true
where t.agency_id = :agencyId and t.campaign_id = :campaignId
  and (:unitIds::text[] is null or t.unit_id = any(:unitIds))
order by t.opened_at desc, t.id
limit 200;

-- name: refusedItems
select q.tablet_id as "tabletId", q.seq, q.kind, a.name, q.device_at as "deviceAt", q.received_at as "receivedAt",
  q.code, q.params
from signing.queued q
join signing.tablet t on t.agency_id = q.agency_id and t.id = q.tablet_id
left join campaigns.audience a
  on a.agency_id = q.agency_id and a.campaign_id = t.campaign_id and a.person_id = q.person_id
where q.agency_id = :agencyId and t.campaign_id = :campaignId and q.state = 'refused'
  and (:unitIds::text[] is null or t.unit_id = any(:unitIds))
order by q.received_at desc, q.tablet_id, q.seq
limit 200;
