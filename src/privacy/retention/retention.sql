-- What is due, and what goes by itself. Every statement that removes says how many rows it touched.

-- name: periods
select distinct on (rule) rule, days, source, set_at as "setAt" from privacy.period
where agency_id = :agencyId order by rule, id desc;

-- name: addPeriod
insert into privacy.period (agency_id, id, rule, days, source, set_by, set_at)
values (:agencyId, :id, :rule, :days, :source, :by, :now);

-- Sealed records by campaign; the vote is known to the register of elections, not here.
-- name: pactsHeld
select c.id, c.title, c.election_id as "electionId", c.deadline, count(*)::integer as count
from evidence.record r join campaigns.campaign c on c.agency_id = r.agency_id and c.id = r.campaign_id
where r.agency_id = :agencyId and r.salt <> '' and r.person_id not like 'minutes:%'
group by c.id, c.title, c.election_id, c.deadline order by c.deadline;

-- name: dueScan
select count(*)::integer as count from signing.scan where agency_id = :agencyId and recorded_at < :before;

-- name: dueLeft
select count(*)::integer as count from agencies.person p
where p.agency_id = :agencyId and p.status in ('retired', 'moved', 'dismissed', 'deceased') and p.changed_at < :before
  and not exists (select from privacy.erasure e where e.agency_id = p.agency_id and e.person_id = p.id);

-- name: dueRead
select count(*)::integer as count from platform.event
where agency_id = :agencyId and kind in ('person.read', 'people.read') and at < :before;

-- name: dueImportFile
select count(*)::integer as count from agencies.roster_import i
join agencies.roster_import_decision d on d.agency_id = i.agency_id and d.import_id = i.id
where i.agency_id = :agencyId and i.parsed <> '' and d.decided_at < :before;

-- name: removeImportFile
update agencies.roster_import i set parsed = ''
from agencies.roster_import_decision d
where i.agency_id = :agencyId and d.agency_id = i.agency_id and d.import_id = i.id and i.parsed <> ''
  and d.decided_at < :before;

-- name: dueSignCode
select count(*)::integer as count from signing.code where agency_id = :agencyId and asked_at < :before;

-- name: removeSignCode
delete from signing.code where agency_id = :agencyId and asked_at < :before;

-- name: dueReminderAddress
select count(*)::integer as count from reminders.message
where agency_id = :agencyId and address_hash <> '' and coalesce(sent_at, failed_at, due_at) < :before;

-- name: removeReminderAddress
update reminders.message set address_hash = ''
where agency_id = :agencyId and address_hash <> '' and coalesce(sent_at, failed_at, due_at) < :before;

-- name: dueSession
select count(*)::integer as count from access.session where expires_at < :before;

-- name: removeSession
delete from access.session where expires_at < :before;
