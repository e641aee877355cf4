-- What is kept of a case and until when. A case is closed while its newest step says so; of the channel's periods since the
-- case arrived the longest counts, so that nobody shortens one to be rid of a case.
-- name: standing
select f.id as "caseId", f.arrived_on::text as "arrivedOn", s.closed_on::text as "closedOn", k.days as "keepDays",
  (s.closed_on + k.days)::text as "dueOn",
  exists (select from oversight.hold h where h.agency_id = f.agency_id and h.case_id = f.id
    and (h.until_day is null or h.until_day >= :today::date)
    and not exists (select from oversight.hold_ending e
      where e.agency_id = h.agency_id and e.case_id = h.case_id and e.hold_id = h.id)) as held,
  r.why as decided
from oversight.case_file f
cross join lateral (select coalesce(max(c.keep_days), 3660) as days from oversight.channel c
  where c.agency_id = f.agency_id and c.at >= coalesce((select max(b.at) from oversight.channel b
    where b.agency_id = f.agency_id and b.at < f.arrived_on), '-infinity')) k
left join lateral (select case when n.stage = 'closed' then (n.at at time zone 'Asia/Jakarta')::date end as closed_on
  from oversight.step n where n.agency_id = f.agency_id and n.case_id = f.id order by n.n desc limit 1) s on true
left join lateral (select q.why from oversight.deletion_request q
  join oversight.deletion_decision d on d.agency_id = q.agency_id and d.case_id = q.case_id and d.request_id = q.id
  where q.agency_id = f.agency_id and q.case_id = f.id and d.decision = 'approved' order by d.at limit 1) r on true
where f.agency_id = :agencyId and (:caseId::text is null or f.id = :caseId)
  and not exists (select from oversight.deletion x where x.agency_id = f.agency_id and x.case_id = f.id)
  and (:caseId::text is not null or r.why is not null or s.closed_on + k.days < :today::date)
order by f.id;

-- name: holds
select h.id, h.why, h.until_day::text as "untilDay", h.at, a.display_name as "byName", e.at as "endedAt",
  coalesce(h.until_day < :today::date, false) as over
from oversight.hold h
left join oversight.hold_ending e on e.agency_id = h.agency_id and e.case_id = h.case_id and e.hold_id = h.id
left join access.account a on h.by = 'account:' || a.id
where h.agency_id = :agencyId and h.case_id = :caseId order by h.at, h.id;

-- name: addHold
insert into oversight.hold (agency_id, case_id, id, why, until_day, by, at)
values (:agencyId, :caseId, :id, :why, :untilDay, :by, :now);

-- name: endHold
insert into oversight.hold_ending (agency_id, case_id, hold_id, by, at)
select h.agency_id, h.case_id, h.id, :by, :now from oversight.hold h
where h.agency_id = :agencyId and h.case_id = :caseId and h.id = :id
on conflict do nothing;

-- name: requests
select q.id, q.why, q.by, q.at, a.display_name as "byName", d.decision, b.display_name as "decidedByName"
from oversight.deletion_request q
left join oversight.deletion_decision d on d.agency_id = q.agency_id and d.case_id = q.case_id and d.request_id = q.id
left join access.account a on q.by = 'account:' || a.id
left join access.account b on d.by = 'account:' || b.id
where q.agency_id = :agencyId and q.case_id = :caseId order by q.at, q.id;

-- name: ask
insert into oversight.deletion_request (agency_id, case_id, id, why, by, at)
select :agencyId, :caseId, :id, :why, :by, :now
where not exists (select from oversight.deletion_request q where q.agency_id = :agencyId and q.case_id = :caseId
  and not exists (select from oversight.deletion_decision d
    where d.agency_id = q.agency_id and d.case_id = q.case_id and d.request_id = q.id));

-- name: decide
insert into oversight.deletion_decision (agency_id, case_id, request_id, decision, by, at)
values (:agencyId, :caseId, :id, :decision, :by, :now) on conflict do nothing;
