-- What of a case an account may be handed: the dialogue and the team's words; its own notes; identities sealed to it.

-- name: messages
select n, audience, sender, key_id as "keyId", sealed, day::text as day
from oversight.message
where agency_id = :agencyId and case_id = :caseId and (key_id is null or key_id = any(:keyIds))
order by n;

-- name: notes
select n, by, note as sealed from oversight.step
where agency_id = :agencyId and case_id = :caseId and note is not null order by n;

-- name: accesses
select a.key_id as "keyId", a.sealed, a.given_by as "givenBy" from oversight.case_access a
where a.agency_id = :agencyId and a.case_id = :caseId and a.key_id = any(:keyIds)
  and not exists (select from oversight.case_access_ending e where e.agency_id = a.agency_id
    and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id)
order by a.at;

-- name: nextN
select coalesce(max(n) + 1, 0) as n from oversight.message where agency_id = :agencyId and case_id = :caseId;

-- name: addMessage
insert into oversight.message (agency_id, case_id, n, audience, sender, key_id, sealed, day)
values (:agencyId, :caseId, :n, :audience, :sender, :keyId, :sealed, :day)
on conflict do nothing;

-- name: sameMessage
select sealed = :sealed and sender = :sender and audience = :audience as same from oversight.message
where agency_id = :agencyId and case_id = :caseId and n = :n;

-- name: files
select f.id, f.parts, f.message_n as "messageN", f.day::text as day,
  (select count(*)::int from oversight.file_part p
   where p.agency_id = f.agency_id and p.case_id = f.case_id and p.file_id = f.id) as "held"
from oversight.file f where f.agency_id = :agencyId and f.case_id = :caseId order by f.id;

-- name: addFile
insert into oversight.file (agency_id, case_id, id, message_n, parts, day)
values (:agencyId, :caseId, :id, null, :parts, :day) on conflict do nothing;

-- name: fileOf
select parts, message_n as "messageN" from oversight.file
where agency_id = :agencyId and case_id = :caseId and id = :id;

-- name: addPart
insert into oversight.file_part (agency_id, case_id, file_id, n, sealed)
values (:agencyId, :caseId, :id, :n, :sealed) on conflict do nothing;

-- name: part
select sealed from oversight.file_part
where agency_id = :agencyId and case_id = :caseId and file_id = :id and n = :n;

-- name: tieFile
update oversight.file f set message_n = :n
where f.agency_id = :agencyId and f.case_id = :caseId and f.id = :id and f.message_n is null
  and f.parts = (select count(*) from oversight.file_part p
    where p.agency_id = f.agency_id and p.case_id = f.case_id and p.file_id = f.id);

-- name: lastRead
select max((data->>'upTo')::int) as "upTo", max(at) as at from oversight.event
where agency_id = :agencyId and case_id = :caseId and kind = 'case.read' and actor = :actor;

-- name: countFiles
select count(*)::int as count from oversight.file where agency_id = :agencyId and case_id = :caseId
