-- name: seen
select f.id, f.origin, f.arrived_on::text as "arrivedOn", f.sealed_in as "sealedIn", f.mode,
  f.dialogue_public as "dialoguePublic", f.team_public as "teamPublic",
  array_agg(distinct a.key_id) as "keyIds"
from oversight.case_file f
join oversight.case_access a on a.agency_id = f.agency_id and a.case_id = f.id
join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
where f.agency_id = :agencyId and f.id = :caseId and k.account_id = :accountId
  and not exists (select from oversight.case_access_ending e
    where e.agency_id = a.agency_id and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id)
  and not exists (select from oversight.recusal r
    where r.agency_id = f.agency_id and r.case_id = f.id and r.account_id = :accountId)
group by f.agency_id, f.id
;

-- name: steps
select n, stage, what, on_date::text as "onDate", basis, data, by, at, note is not null as "hasNote"
from oversight.step where agency_id = :agencyId and case_id = :caseId order by n;

-- name: addStep
insert into oversight.step (agency_id, case_id, n, stage, what, on_date, basis, data, note, by, at)
values (:agencyId, :caseId, :n, :stage, :what, :onDate, :basis, :data, :note, :by, :at)
on conflict do nothing;

-- name: about
select f.origin, f.arrived_on::text as "arrivedOn", f.dialogue_public as "dialoguePublic",
  f.team_public as "teamPublic",
  exists (select from oversight.mailbox b where b.agency_id = f.agency_id and b.case_id = f.id) as mailbox
from oversight.case_file f where f.agency_id = :agencyId and f.id = :caseId;

-- The cases of one account, those that arrived last first: what caseSeen would let through, and nothing else.
-- name: ownCases
select f.id, f.origin, f.arrived_on::text as "arrivedOn", f.sealed_in as "sealedIn", f.mode, s.stage, s.what,
  s.on_date::text as "onDate", s.at as "steppedAt",
  (select count(*)::int from oversight.message m
   where m.agency_id = f.agency_id and m.case_id = f.id and m.sender = 'reporter' and m.audience = 'dialogue'
     and m.n > coalesce((select max((e.data->>'upTo')::int) from oversight.event e
       where e.agency_id = f.agency_id and e.case_id = f.id and e.kind = 'case.read'
         and e.actor = 'account:' || :accountId), -1)) as unread,
  (select c.data->>'kind' from oversight.step c
   where c.agency_id = f.agency_id and c.case_id = f.id and c.what = 'classified' order by c.n desc limit 1) as act
from oversight.case_file f
left join lateral (select stage, what, on_date, at from oversight.step
  where agency_id = f.agency_id and case_id = f.id order by n desc limit 1) s on true
where f.agency_id = :agencyId
  and exists (select from oversight.case_access a
    join oversight.key k on k.agency_id = a.agency_id and k.id = a.key_id
    where a.agency_id = f.agency_id and a.case_id = f.id and k.account_id = :accountId
      and not exists (select from oversight.case_access_ending e where e.agency_id = a.agency_id
        and e.case_id = a.case_id and e.key_id = a.key_id and e.access_id = a.id))
  and not exists (select from oversight.recusal r
    where r.agency_id = f.agency_id and r.case_id = f.id and r.account_id = :accountId)
order by f.arrived_on desc, f.id;

-- name: addCase
insert into oversight.case_file (agency_id, id, origin, arrived_on, sealed_in, mode, dialogue_public, team_public)
values (:agencyId, :caseId, 'finding', :today, 'browser', 'staff', :dialoguePublic, :teamPublic)
on conflict do nothing
