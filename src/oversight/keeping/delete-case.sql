-- Everything of one case but its line and its bare steps, under the role ikrar_erase, in the order of this file from
-- `entries` on. Each statement says how many rows it touched.

-- Rows of the case that stand in no log yet: what nobody can prove was there is not deleted.
-- name: notLogged
select count(*)::integer as count from (
  select 'event' as what, e.id from oversight.event e where e.agency_id = :agencyId and e.case_id = :caseId
  union all select 'mailbox', m.case_id from oversight.mailbox m where m.agency_id = :agencyId and m.case_id = :caseId
  union all select 'message', concat_ws('/', m.case_id, m.n) from oversight.message m
    where m.agency_id = :agencyId and m.case_id = :caseId
  union all select 'access', concat_ws('/', a.case_id, a.key_id, a.id) from oversight.case_access a
    where a.agency_id = :agencyId and a.case_id = :caseId
  union all select 'step', concat_ws('/', s.case_id, s.n) from oversight.step s
    where s.agency_id = :agencyId and s.case_id = :caseId
) r
where not exists (select from oversight.logged l
  where l.agency_id = :agencyId and l.what = r.what and l.id = r.id and l.erased_by is null);

-- What the log will hold without meaning.
-- name: entries
select l.idx, l.what, e.entry from oversight.logged l
join evidence.log_entry e on e.agency_id = l.agency_id and e.campaign_id = :log and e.idx = l.idx
where l.agency_id = :agencyId and l.erased_by is null and (
  (l.what in ('mailbox', 'access', 'accessEnding', 'recusal', 'message', 'file', 'step', 'hold', 'holdEnding', 'document',
      'handOff', 'handOffResult')
    and split_part(l.id, '/', 1) = :caseId)
  or (l.what = 'event' and l.id in (select v.id from oversight.event v
    where v.agency_id = :agencyId and v.case_id = :caseId)))
order by l.idx;

-- name: logged
update oversight.logged set id = '', salt = '', erased_by = :eventId
where agency_id = :agencyId and idx = any(:idxs::bigint[]);

-- name: addDeletion
insert into oversight.deletion (agency_id, case_id, event_id, rule, day) values (:agencyId, :caseId, :eventId, :rule, :day)
on conflict do nothing;

-- name: holdEndings
delete from oversight.hold_ending where agency_id = :agencyId and case_id = :caseId;

-- name: handOffResults
delete from oversight.hand_off_result where agency_id = :agencyId and case_id = :caseId;

-- name: handOffs
delete from oversight.hand_off where agency_id = :agencyId and case_id = :caseId;

-- name: documents
delete from oversight.document where agency_id = :agencyId and case_id = :caseId;

-- name: holds
delete from oversight.hold where agency_id = :agencyId and case_id = :caseId;

-- name: accessEndings
delete from oversight.case_access_ending where agency_id = :agencyId and case_id = :caseId;

-- name: accesses
delete from oversight.case_access where agency_id = :agencyId and case_id = :caseId;

-- name: recusals
delete from oversight.recusal where agency_id = :agencyId and case_id = :caseId;

-- name: fileParts
delete from oversight.file_part where agency_id = :agencyId and case_id = :caseId;

-- name: files
delete from oversight.file where agency_id = :agencyId and case_id = :caseId;

-- name: messages
delete from oversight.message where agency_id = :agencyId and case_id = :caseId;

-- name: mailboxes
delete from oversight.mailbox where agency_id = :agencyId and case_id = :caseId;

-- name: fired
delete from oversight.fired where agency_id = :agencyId and case_id = :caseId;

-- name: events
delete from oversight.event where agency_id = :agencyId and case_id = :caseId and id <> :eventId;

-- Stage, step, day and basis stay, and of the facts by code those that are counted; nobody is named by any of them.
-- name: steps
update oversight.step s set note = null, by = '',
  data = coalesce((select jsonb_object_agg(d.key, d.value) from jsonb_each(s.data) d
    where d.key = any(:counted::text[])), '{}')
where s.agency_id = :agencyId and s.case_id = :caseId;

-- name: requests
update oversight.deletion_request set by = '' where agency_id = :agencyId and case_id = :caseId;

-- name: decisions
update oversight.deletion_decision set by = '' where agency_id = :agencyId and case_id = :caseId;
