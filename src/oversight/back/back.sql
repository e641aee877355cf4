-- The reporter's end of a case. Whose it is is asked across institutions, by hash; all else for that one.

-- name: find
select m.agency_id as "agencyId", m.case_id as "caseId" from oversight.mailbox m
where m.lookup_hash = :hash
  and not exists (select from oversight.event e
    where e.agency_id = m.agency_id and e.case_id = m.case_id and e.kind = 'case.reporterForgot')
limit 1;

-- name: file
select f.arrived_on::text as "arrivedOn", f.sealed_in as "sealedIn", m.sealed_dialogue as "sealedDialogue"
from oversight.case_file f
join oversight.mailbox m on m.agency_id = f.agency_id and m.case_id = f.id
where f.agency_id = :agencyId and f.id = :caseId;

-- name: messages
select n, sender, sealed, day::text as day from oversight.message
where agency_id = :agencyId and case_id = :caseId and audience = 'dialogue'
order by n desc limit 200;

-- name: files
select f.id, f.parts, (select count(*)::int from oversight.file_part p
  where p.agency_id = f.agency_id and p.case_id = f.case_id and p.file_id = f.id) as held
from oversight.file f
join oversight.message m on m.agency_id = f.agency_id and m.case_id = f.case_id and m.n = f.message_n
where f.agency_id = :agencyId and f.case_id = :caseId and m.audience = 'dialogue'
order by f.message_n desc, f.id limit 200;

-- name: part
select p.sealed from oversight.file_part p
join oversight.file f on f.agency_id = p.agency_id and f.case_id = p.case_id and f.id = p.file_id
join oversight.message m on m.agency_id = f.agency_id and m.case_id = f.case_id and m.n = f.message_n
where p.agency_id = :agencyId and p.case_id = :caseId and p.file_id = :fileId and p.n = :n
  and m.audience = 'dialogue';

-- name: readToday
select exists (select from oversight.event where agency_id = :agencyId and case_id = :caseId
  and kind = 'case.reporterRead' and at >= :day) as done;

-- name: sameReply
select n from oversight.message
where agency_id = :agencyId and case_id = :caseId and sender = 'reporter' and sealed = :sealed limit 1;

-- name: counts
select coalesce(max(n) + 1, 0)::int as next, count(*) filter (where sender = 'reporter')::int as written,
  (select count(*)::int from oversight.file f where f.agency_id = :agencyId and f.case_id = :caseId) as files
from oversight.message where agency_id = :agencyId and case_id = :caseId;

-- name: addReply
insert into oversight.message (agency_id, case_id, n, audience, sender, key_id, sealed, day)
values (:agencyId, :caseId, :n, 'dialogue', 'reporter', null, :sealed, :day)
on conflict do nothing;

-- name: addFile
insert into oversight.file (agency_id, case_id, id, message_n, parts, day)
values (:agencyId, :caseId, :fileId, :n, :parts, :day)
on conflict do nothing;
