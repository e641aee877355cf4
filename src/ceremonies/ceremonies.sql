-- Ceremonies: who was there, who read, who witnessed, and where that is known from.

-- name: addCeremony
insert into ceremonies.ceremony (agency_id, id, campaign_id, kind, title, held_on, held_on_status, held_on_note,
  starts_at, place, organiser, minutes, is_example, created_by, created_at)
values (:agencyId, :id, :campaignId, :kind, :title, :heldOn, :heldOnStatus, :heldOnNote,
  :startsAt, :place, :organiser, :minutes, :isExample, :by, :now);

-- name: ceremony
select agency_id as "agencyId", id, campaign_id as "campaignId", kind, title, held_on as "heldOn",
  held_on_status as "heldOnStatus", held_on_note as "heldOnNote", starts_at as "startsAt", place, organiser, minutes,
  is_example as "isExample"
from ceremonies.ceremony_now where agency_id = :agencyId and id = :ceremonyId;

-- Holds the ceremony while a numbered line is added to it, so that two lines never take one number.
-- name: holdCeremony
select id from ceremonies.ceremony where agency_id = :agencyId and id = :ceremonyId for no key update;

-- name: ceremoniesOf
select agency_id as "agencyId", id, campaign_id as "campaignId", kind, title, held_on as "heldOn",
  held_on_status as "heldOnStatus", held_on_note as "heldOnNote", starts_at as "startsAt", place, organiser, minutes,
  is_example as "isExample"
from ceremonies.ceremony_now where agency_id = :agencyId and campaign_id = :campaignId
order by held_on nulls last, created_at, id;

-- name: officers
select seq, role, name, office, office_status as "officeStatus", employer
from ceremonies.officer where agency_id = :agencyId and ceremony_id = :ceremonyId order by seq;

-- name: addOfficer
insert into ceremonies.officer (agency_id, ceremony_id, seq, role, name, office, office_status, employer)
select :agencyId, :ceremonyId, coalesce(max(seq), 0) + 1, :role, :name, :office, :officeStatus, :employer
from ceremonies.officer where agency_id = :agencyId and ceremony_id = :ceremonyId
returning seq;

-- name: participations
select seq, fact, who, employer, number, qualifier, source
from ceremonies.participation where agency_id = :agencyId and ceremony_id = :ceremonyId order by seq;

-- name: addParticipation
insert into ceremonies.participation (agency_id, ceremony_id, seq, fact, who, employer, number, qualifier, source)
select :agencyId, :ceremonyId, coalesce(max(seq), 0) + 1, :fact, :who, :employer, :number::integer, :qualifier, :source
from ceremonies.participation where agency_id = :agencyId and ceremony_id = :ceremonyId
returning seq;

-- name: sources
select seq, title, publisher, body
from ceremonies.source where agency_id = :agencyId and ceremony_id = :ceremonyId order by seq;

-- name: addSource
insert into ceremonies.source (agency_id, ceremony_id, seq, title, publisher, body, recorded_by, recorded_at)
select :agencyId, :ceremonyId, coalesce(max(seq), 0) + 1, :title, :publisher, :body, :by, :now
from ceremonies.source where agency_id = :agencyId and ceremony_id = :ceremonyId
returning seq;

-- name: attendanceCounts
select fact, count(*)::integer as count
from ceremonies.fact where agency_id = :agencyId and ceremony_id = :ceremonyId group by fact;

-- Only people of the campaign's audience can be recorded; whom we have already is left as it is.
-- name: recordAttendance
insert into ceremonies.attendance (agency_id, ceremony_id, person_id, fact, recorded_by, recorded_at)
select a.agency_id, :ceremonyId, a.person_id, :fact, :by, :now
from campaigns.audience a
where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.person_id = any(:personIds::text[])
on conflict do nothing;

-- name: audienceAmong
select count(*)::integer as count from campaigns.audience a
where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.person_id = any(:personIds::text[])
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds::text[]));

-- name: attendanceOf
select person_id as "personId", fact from ceremonies.fact
where agency_id = :agencyId and ceremony_id = :ceremonyId and person_id = any(:personIds::text[]);
