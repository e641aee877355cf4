-- Channels and what comes in through them. Every statement names the institution first.

-- name: channel
select state, keep_days as "keepDays", by, at from oversight.channel
where agency_id = :agencyId order by at desc, id desc limit 1;

-- name: openAgencies
select agency_id as id from (
  select distinct on (agency_id) agency_id, state from oversight.channel order by agency_id, at desc, id desc
) newest
where state = 'open';

-- name: lockAgency
select id from agencies.agency where id = :agencyId for update;

-- name: setChannel
insert into oversight.channel (agency_id, id, state, keep_days, by, at)
values (:agencyId, :id, :state, :keepDays, :by, :at);

-- name: addCase
insert into oversight.case_file (agency_id, id, origin, arrived_on, sealed_in, mode, dialogue_public, team_public)
values (:agencyId, :caseId, 'report', :day, :sealedIn, :mode, :dialoguePublic, :teamPublic)
on conflict do nothing;

-- name: sameCase
select m.lookup_hash = :lookupHash as "sameCode", t.sealed = :text as "sameText", c.arrived_on::text as day
from oversight.case_file c
join oversight.mailbox m on m.agency_id = c.agency_id and m.case_id = c.id
join oversight.message t on t.agency_id = c.agency_id and t.case_id = c.id and t.n = 0
where c.agency_id = :agencyId and c.id = :caseId;

-- name: addMailbox
insert into oversight.mailbox (agency_id, case_id, lookup_hash, reporter_public, sealed_dialogue)
values (:agencyId, :caseId, :lookupHash, :reporterPublic, :sealedDialogue);

-- name: addMessage
insert into oversight.message (agency_id, case_id, n, audience, sender, key_id, sealed, day)
values (:agencyId, :caseId, :n, :audience, 'reporter', :keyId, :sealed, :day);

-- name: addAccess
insert into oversight.case_access (agency_id, case_id, key_id, id, sealed, given_by, at)
values (:agencyId, :caseId, :keyId, :id, :sealed, 'reporter', :at);

-- name: addRecusal
insert into oversight.recusal (agency_id, case_id, account_id, why, by, at)
values (:agencyId, :caseId, :accountId, 'reporter-asked', 'reporter', :at)
on conflict do nothing;

-- name: addFile
insert into oversight.file (agency_id, case_id, id, message_n, parts, day)
values (:agencyId, :caseId, :fileId, :messageN, :parts, :day);

-- name: fileOf
select f.parts, f.day::text as day from oversight.file f
where f.agency_id = :agencyId and f.case_id = :caseId and f.id = :fileId;

-- name: addPart
insert into oversight.file_part (agency_id, case_id, file_id, n, sealed)
values (:agencyId, :caseId, :fileId, :n, :sealed)
on conflict do nothing;

-- name: samePart
select sealed = :sealed as same from oversight.file_part
where agency_id = :agencyId and case_id = :caseId and file_id = :fileId and n = :n;
