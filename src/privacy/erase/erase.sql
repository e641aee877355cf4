-- Everything that tells of one person, emptied in one transaction under the role ikrar_erase. Statements run in the
-- order of this file from `record` on; each says how many rows it touched.

-- name: asEraser
set local role ikrar_erase;

-- name: reach
select set_config('ikrar.agency', :agencyId, true);

-- name: eraserThere
select exists (select from pg_roles where rolname = 'ikrar_erase' and pg_has_role(session_user, oid, 'member')) as there;

-- name: who
select p.name, p.id_number as "idNumber", p.email, p.unit_id as "unitId",
  exists (select from privacy.erasure e where e.agency_id = p.agency_id and e.person_id = p.id) as erased,
  exists (select from privacy.hold h where h.agency_id = p.agency_id and h.person_id = p.id
    and not exists (select from privacy.hold_ending x where x.agency_id = h.agency_id and x.hold_id = h.id)) as held,
  exists (select from agencies.roster_import i where i.agency_id = p.agency_id
    and not exists (select from agencies.roster_import_decision d
      where d.agency_id = i.agency_id and d.import_id = i.id)) as importing
from agencies.person p where p.agency_id = :agencyId and p.id = :personId for update;

-- Campaigns that name the person, and whether a record was sealed.
-- name: campaignsOf
select c.id, c.title, c.election_id as "electionId", c.deadline, r.idx is not null as sealed
from campaigns.audience a
join campaigns.campaign c on c.agency_id = a.agency_id and c.id = a.campaign_id
left join evidence.record r on r.agency_id = a.agency_id and r.campaign_id = a.campaign_id and r.person_id = a.person_id
where a.agency_id = :agencyId and a.person_id = :personId order by c.deadline;

-- name: addErasure
insert into privacy.erasure (agency_id, person_id, request_id, why, erased_by, erased_at, counts)
values (:agencyId, :personId, :requestId, :why, :by, :now, :counts);

-- name: records
insert into evidence.erasure (agency_id, campaign_id, idx, receipt, why, request_id, erased_at)
select agency_id, campaign_id, idx, receipt, :why, :requestId, :now from evidence.record
where agency_id = :agencyId and person_id = :personId;

-- The signature value of a document and of its code could be tried against guesses of what they signed.
-- name: pdfs
delete from evidence.pdf d using evidence.record r
where r.agency_id = :agencyId and r.person_id = :personId
  and d.agency_id = r.agency_id and d.campaign_id = r.campaign_id and d.idx = r.idx;

-- name: stampedPdfs
delete from evidence.pdf_timestamp d using evidence.record r
where r.agency_id = :agencyId and r.person_id = :personId
  and d.agency_id = r.agency_id and d.campaign_id = r.campaign_id and d.idx = r.idx;

-- Without the salt nobody can show, or find by trying, what the entry in the log commits to.
-- name: recordBytes
update evidence.record set record = '', salt = '', frame_id = null, cut = null
where agency_id = :agencyId and person_id = :personId;

-- name: roster
update agencies.person set name = :gone, id_number = null, rank = null, post = null, email = null, changed_at = :now
where agency_id = :agencyId and id = :personId;

-- name: rosterChanges
update agencies.person_change set before = null, after = '{}' where agency_id = :agencyId and person_id = :personId;

-- name: corrections
update agencies.person_correction set before = case when before is null then null else '{}'::jsonb end, after = '{}',
  reason = :gone
where agency_id = :agencyId and person_id = :personId;

-- A decided file is read by nobody any more, and holds everybody: it goes whole.
-- name: importFiles
update agencies.roster_import i set file_name = :gone, parsed = ''
where i.agency_id = :agencyId and i.parsed <> '' and exists (select from agencies.roster_import_decision d
  where d.agency_id = i.agency_id and d.import_id = i.id);

-- name: audiences
update campaigns.audience set name = :gone, id_number = null, rank = null, post = null
where agency_id = :agencyId and person_id = :personId;

-- name: exemptions
update campaigns.exemption set reason = :gone where agency_id = :agencyId and person_id = :personId;

-- name: additions
update campaigns.addition set reason = :gone where agency_id = :agencyId and person_id = :personId;

-- name: statuses
update agencies.person_status set reason = :gone where agency_id = :agencyId and person_id = :personId;

-- name: moves
update agencies.move set id_number = :gone where agency_id = :agencyId and person_id = :personId;

-- name: moveDecisions
update agencies.move_decision d set reason = :gone from agencies.move m
where m.agency_id = :agencyId and m.person_id = :personId and d.agency_id = m.agency_id and d.move_id = m.id;

-- name: declinings
update campaigns.declining set note = :gone where agency_id = :agencyId and person_id = :personId;

-- name: presences
update ceremonies.presence set reason = null
where agency_id = :agencyId and person_id = :personId and reason is not null;

-- name: symbolic
update ceremonies.symbolic set name = :gone, office = null where agency_id = :agencyId and person_id = :personId;

-- The list of the absent keeps its lines; its commitment in sealed minutes cannot be opened any more.
-- name: absent
update assembly.minutes_draft d
set absent = (select jsonb_agg(case when x.line ->> 'personId' = :personId
    then x.line || jsonb_build_object('name', :gone::text, 'reason', null) else x.line end order by x.n)
  from jsonb_array_elements(d.absent) with ordinality as x (line, n))
where d.agency_id = :agencyId and d.absent @> jsonb_build_array(jsonb_build_object('personId', :personId::text));

-- name: slips
delete from signing.slip where agency_id = :agencyId and person_id = :personId;

-- name: links
delete from signing.link where agency_id = :agencyId and person_id = :personId;

-- name: codes
delete from signing.code where agency_id = :agencyId and person_id = :personId;

-- name: passkeyRemovals
delete from signing.passkey_removal r using signing.passkey p
where p.agency_id = :agencyId and p.person_id = :personId and r.agency_id = p.agency_id and r.passkey_id = p.id;

-- name: passkeys
delete from signing.passkey where agency_id = :agencyId and person_id = :personId;

-- name: certifiedFiles
delete from signing.certified_file where agency_id = :agencyId and person_id = :personId;

-- name: scanDecisions
delete from signing.scan_decision d using signing.scan s
where s.agency_id = :agencyId and s.person_id = :personId and d.agency_id = s.agency_id and d.scan_id = s.id;

-- name: scans
delete from signing.scan where agency_id = :agencyId and person_id = :personId;

-- A paper of many goes when nobody's scan needs it any more.
-- name: sheetFiles
delete from signing.sheet_file f using signing.sheet h
where h.agency_id = :agencyId and :personId = any(h.person_ids)
  and f.agency_id = h.agency_id and f.sheet_id = h.id
  and not exists (select from signing.scan s where s.agency_id = f.agency_id and s.sheet_file_id = f.id);

-- name: sheetFilesLeft
select count(*)::integer as count from signing.sheet_file f
join signing.sheet h on h.agency_id = f.agency_id and h.id = f.sheet_id
where h.agency_id = :agencyId and :personId = any(h.person_ids);

-- name: queued
update signing.queued set params = '{}' where agency_id = :agencyId and person_id = :personId;

-- name: reminders
update reminders.message set address_hash = '', why = null
where agency_id = :agencyId and level = 'person' and target = :personId;

-- name: answers
delete from platform.api_answer
where agency_id = :agencyId and (position(:personId in answer::text) > 0
  or answer::text ~ ('\m' || regexp_replace(:name, '([^[:alnum:][:space:]])', '\\\1', 'g') || '\M') or (:idNumber::text is not null and position(:idNumber in answer::text) > 0));

-- Who did what and when stays; what was said about the person beside it goes. Reads say nothing about them.
-- name: events
update platform.event set data = '{}'
where agency_id = :agencyId and data <> '{}' and kind not in ('person.read', 'people.read')
  and (subject = :personId or actor = 'person:' || :personId or position(:personId in data::text) > 0
    or data::text ~ ('\m' || regexp_replace(:name, '([^[:alnum:][:space:]])', '\\\1', 'g') || '\M') or (:idNumber::text is not null and position(:idNumber in data::text) > 0));

-- name: approvals
update access.approval_request set reason = :gone
where agency_id = :agencyId and kind = 'person.erase' and split_part(subject, ' ', 1) = :personId;

-- name: approvalNotes
update access.approval_decision d set note = :gone from access.approval_request r
where r.agency_id = :agencyId and r.kind = 'person.erase' and split_part(r.subject, ' ', 1) = :personId
  and d.agency_id = r.agency_id and d.request_id = r.id and d.note is not null;

-- name: requests
update privacy.request set what = :gone where agency_id = :agencyId and person_id = :personId;

-- name: answersToRequests
update privacy.request_answer a set reason = :gone, record_note = case when record_note is null then null else :gone end
from privacy.request r
where r.agency_id = :agencyId and r.person_id = :personId and a.agency_id = r.agency_id and a.request_id = r.id;

-- name: holdEndings
update privacy.hold_ending e set reason = :gone from privacy.hold h
where h.agency_id = :agencyId and h.person_id = :personId and e.agency_id = h.agency_id and e.hold_id = h.id;

-- name: holds
update privacy.hold set reason = :gone where agency_id = :agencyId and person_id = :personId;
