-- Roster files: what was read, what was answered, what was decided, what changed.

-- name: addImport
insert into agencies.roster_import (agency_id, id, file_name, file_digest, uploaded_by, uploaded_at, parsed)
values (:agencyId, :id, :fileName, :fileDigest, :by, :now, :parsed);

-- name: importHead
select i.id, i.file_name as "fileName", i.uploaded_at as "uploadedAt", d.decision, d.decided_at as "decidedAt",
  d.counts, a.display_name as "decidedBy"
from agencies.roster_import i
left join agencies.roster_import_decision d on d.agency_id = i.agency_id and d.import_id = i.id
left join access.account a on d.decided_by = 'account:' || a.id
where i.agency_id = :agencyId and i.id = :importId;

-- name: openImports
select i.id, i.file_name as "fileName", i.uploaded_at as "uploadedAt"
from agencies.roster_import i
left join agencies.roster_import_decision d on d.agency_id = i.agency_id and d.import_id = i.id
where i.agency_id = :agencyId and d.import_id is null
order by i.id desc limit 5;

-- name: parsedOf
select parsed from agencies.roster_import where agency_id = :agencyId and id = :importId;

-- name: answers
select distinct on (key) key, unit_id as "unitId"
from agencies.roster_import_answer where agency_id = :agencyId and import_id = :importId
order by key, id desc;

-- name: addAnswer
insert into agencies.roster_import_answer (agency_id, import_id, id, key, unit_id, answered_by, answered_at)
values (:agencyId, :importId, :id, :key, :unitId, :by, :now);

-- name: marker
-- Differs whenever a plan may differ: people only ever get newer, units and answers only ever more.
select concat_ws('/',
  (select concat_ws('/', count(*), max(changed_at)) from agencies.person where agency_id = :agencyId),
  (select count(*) from agencies.unit where agency_id = :agencyId),
  (select max(id) from agencies.roster_import_answer where agency_id = :agencyId and import_id = :importId)) as marker;

-- name: wholeRoster
select id, id_kind as "idKind", id_number as "idNumber", name, category, rank, post, post_status as "postStatus",
  unit_id as "unitId", email, status
from agencies.person where agency_id = :agencyId order by id;

-- name: addDecision
insert into agencies.roster_import_decision (agency_id, import_id, decision, decided_by, decided_at, counts)
values (:agencyId, :importId, :decision, :by, :now, :counts)
on conflict do nothing;

-- name: addChanges
insert into agencies.person_change (agency_id, import_id, person_id, before, after)
select :agencyId, :importId, *
from unnest(:personIds::text[], :befores::jsonb[], :afters::jsonb[]);

-- name: addReading
insert into agencies.roster_reading (agency_id, id, file_name, size, started_at, lease_until)
values (:agencyId, :id, :fileName, :size, :now, :until);

-- name: endReading
insert into agencies.roster_reading_end (agency_id, id, problems, ended_at)
values (:agencyId, :id, :problems, :now) on conflict do nothing;

-- name: reading
-- A file that some process reads, or could not read; none once it is an import.
select r.id, r.file_name as "fileName", r.size, r.started_at as "startedAt", e.problems,
  r.lease_until < :now as "isLate"
from agencies.roster_reading r
left join agencies.roster_reading_end e on e.agency_id = r.agency_id and e.id = r.id
where r.agency_id = :agencyId and r.id = :id
  and not exists (select from agencies.roster_import i where i.agency_id = r.agency_id and i.id = r.id);
