-- Each case in one row, by what was written down before :before of cases that came by :asOf. One pass over the steps in the
-- order of their key.
-- name: facts
select f.agency_id as "agencyId", f.origin, f.mode, f.sealed_in as "sealedIn", f.arrived_on::text as "arrivedOn",
  coalesce(s.stage, 'triage') as stage, s.kind, coalesce(s.judged, s.level) as level, s.opened::text as "openedOn",
  s.decided::text as "decidedOn", case when s.stage = 'closed' then s.closed::text end as "closedOn",
  coalesce(s.recommended, false) as recommended, coalesce(s.followed, false) as "followedUp",
  coalesce(s.reopened, false) as reopened,
  coalesce(s.stage, 'triage') <> 'closed' and coalesce(x.stalled >= coalesce(s.last, -1), false) as stalled,
  coalesce(x.overdue, false) as overdue
from oversight.case_file f
left join (
  select agency_id, case_id, max(n) as last, (array_agg(stage order by n desc))[1] as stage,
    min(on_date) filter (where what = 'taken-up') as opened, min(on_date) filter (where what = 'decided') as decided,
    max(on_date) filter (where what = 'closed') as closed, bool_or(what = 'recommended') as recommended,
    bool_or(what = 'followed-up') as followed, bool_or(what = 'reopened') as reopened,
    (array_agg(data ->> 'kind' order by n desc) filter (where what = 'classified'))[1] as kind,
    (array_agg(data ->> 'level' order by n desc) filter (where what = 'classified'))[1] as level,
    (array_agg(data ->> 'level' order by n desc)
      filter (where what in ('decided', 'objection-decided', 'appeal-decided') and data ? 'level'))[1] as judged
  from oversight.step
  where agency_id = any(:agencyIds::text[]) and at < :before
  group by agency_id, case_id
) s on s.agency_id = f.agency_id and s.case_id = f.id
left join (
  select agency_id, case_id, max(start_n) filter (where what = 'stalled') as stalled,
    bool_or(what = 'overdue') as overdue
  from oversight.fired
  where agency_id = any(:agencyIds::text[]) and at < :before and what in ('stalled', 'overdue')
  group by agency_id, case_id
) x on x.agency_id = f.agency_id and x.case_id = f.id
where f.agency_id = any(:agencyIds::text[]) and f.arrived_on <= :asOf::date;

-- Institutions with an open channel that decided to show their figures to everybody.
-- name: shown
select a.id, n.name, case when a.level <> 'national' then left(a.region_code, 2) end as province,
  a.is_example as "isExample"
from agencies.agency a
join lateral (
  select name from agencies.agency_name n where n.agency_id = a.id
  order by coalesce(n.valid_until, 'infinity') desc, coalesce(n.valid_from, '-infinity') desc, n.name limit 1
) n on true
join lateral (
  select c.state from oversight.channel c where c.agency_id = a.id order by c.at desc, c.id desc limit 1
) c on c.state = 'open'
left join lateral (
  select p.published from coverage.publication p where p.agency_id = a.id
  order by p.decided_at desc, p.id desc limit 1
) p on true
where coalesce(p.published, a.is_example)
order by n.name, a.id;
