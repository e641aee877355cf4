-- Requests of people to set something right, and holds that stop erasure.

-- name: addRequest
insert into privacy.request (agency_id, id, person_id, campaign_id, what, asked_at)
values (:agencyId, :id, :personId, :campaignId, :what, :now);

-- name: openRequests
select count(*)::integer as count from privacy.request r
where r.agency_id = :agencyId and r.person_id = :personId and not exists (select from privacy.request_answer a
  where a.agency_id = r.agency_id and a.request_id = r.id);

-- name: requests
select r.id, r.person_id as "personId", p.name, r.what, r.asked_at as "askedAt", a.outcome, a.reason,
  a.record_note as "recordNote", a.answered_at as "answeredAt",
  exists (select from signing.signature g where g.agency_id = r.agency_id and g.person_id = r.person_id) as signed
from privacy.request r
join agencies.person p on p.agency_id = r.agency_id and p.id = r.person_id
left join privacy.request_answer a on a.agency_id = r.agency_id and a.request_id = r.id
where r.agency_id = :agencyId
order by a.answered_at is not null, r.asked_at desc, r.id limit 200;

-- name: requestOf
select person_id as "personId" from privacy.request where agency_id = :agencyId and id = :id;

-- Of two answers the first stays.
-- name: answer
insert into privacy.request_answer (agency_id, request_id, outcome, reason, record_note, answered_by, answered_at)
values (:agencyId, :id, :outcome, :reason, :recordNote, :by, :now) on conflict do nothing;

-- name: addHold
insert into privacy.hold (agency_id, id, person_id, reason, held_by, held_at)
select :agencyId, :id, :personId, :reason, :by, :now
where exists (select from agencies.person where agency_id = :agencyId and id = :personId);

-- name: endHold
insert into privacy.hold_ending (agency_id, hold_id, reason, ended_by, ended_at)
select :agencyId, h.id, :reason, :by, :now from privacy.hold h
where h.agency_id = :agencyId and h.id = :id on conflict do nothing;

-- name: holds
select h.id, h.person_id as "personId", p.name, h.reason, h.held_at as "heldAt"
from privacy.hold h join agencies.person p on p.agency_id = h.agency_id and p.id = h.person_id
where h.agency_id = :agencyId and not exists (select from privacy.hold_ending e
  where e.agency_id = h.agency_id and e.hold_id = h.id)
order by h.id desc;

-- name: erasures
select e.person_id as "personId", e.why, e.request_id as "requestId", e.erased_at as "erasedAt", e.counts
from privacy.erasure e where e.agency_id = :agencyId order by e.erased_at desc limit 200;
