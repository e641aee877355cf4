-- As the roster has it today.
-- name: addressOf
select email from agencies.person where agency_id = :agencyId and id = :personId;

-- name: asked
select count(*) filter (where c.person_id = :personId) as "ofPerson",
  count(*) filter (where c.address_hash = :addressHash) as "ofAddress",
  max(c.asked_at) filter (where c.person_id = :personId and c.failed_at is null) as "lastAt"
from signing.code c
where c.agency_id = :agencyId and (c.person_id = :personId or c.address_hash = :addressHash) and c.asked_at > :since;

-- Of two asked for at the same moment one is made.
-- name: addCode
insert into signing.code (agency_id, campaign_id, person_id, serial, code_hash, address_hash, asked_at)
values (:agencyId, :campaignId, :personId, :serial, :codeHash, :addressHash, :now)
on conflict do nothing;

-- name: lastSerial
select coalesce(max(serial), 0) as serial from signing.code
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId;

-- name: codeSent
update signing.code set sent_at = :now
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and serial = :serial;

-- name: codeFailed
update signing.code set failed_at = :now
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and serial = :serial;

-- One statement, so that guesses sent at once are counted one after the other: each waits for the row and then sees how
-- many tries are left. Only the newest code; one that was sent, and not long ago.
-- name: tryCode
update signing.code c set wrong_tries = c.wrong_tries + case when c.code_hash = :codeHash then 0 else 1 end
where c.agency_id = :agencyId and c.campaign_id = :campaignId and c.person_id = :personId
  and c.sent_at > :validSince and c.wrong_tries < :tries
  and not exists (select from signing.code newer where newer.agency_id = c.agency_id
    and newer.campaign_id = c.campaign_id and newer.person_id = c.person_id and newer.serial > c.serial)
returning c.code_hash = :codeHash as fits, c.sent_at as "sentAt";
