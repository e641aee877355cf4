-- Each case in one row, by what was written down before :before of cases that came by :asOf. One pass over the steps in the
-- order of their key.
-- name: facts
select f.agency_id as "agencyId", f.origin, f.mode, f.sealed_in as "sealedIn", f.arrived_on::text as "arrivedOn",
  coalesce(s.stage, 'triage') as stage, c.kind, coalesce(d.level, c.level) as level, s.opened::text as "openedOn",
  s.decided::text as "decidedOn", case when s.stage = 'closed' then s.closed::text end as "closedOn",
  coalesce(s.recommended, false) as recommended, coalesce(s.followed, false) as "followedUp",
  coalesce(s.reopened, false) as reopened,
  coalesce(s.stage, 'triage') <> 'closed' and exists (select from oversight.fired x
    where x.agency_id = f.agency_id and x.case_id = f.id and x.what = 'stalled' and x.start_n >= coalesce(s.last, -1)
      and x.at < :before) as stalled,
  exists (select from oversight.fired x
    where x.agency_id = f.agency_id and x.case_id = f.id and x.what = 'overdue' and x.at < :before) as overdue
from oversight.case_file f
left join (
  select agency_id, case_id, max(n) as last, (array_agg(stage order by n desc))[1] as stage,
    min(on_date) filter (where what = 'taken-up') as opened, min(on_date) filter (where what = 'decided') as decided,
    max(on_date) filter (where what = 'closed') as closed, bool_or(what = 'recommended') as recommended,
    bool_or(what = 'followed-up') as followed, bool_or(what = 'reopened') as reopened,
    max(n) filter (where what = 'classified') as classified,
    max(n) filter (where what in ('decided', 'objection-decided', 'appeal-decided') and data ? 'level') as judged
  from oversight.step
  where agency_id = any(:agencyIds::text[]) and at < :before
  group by agency_id, case_id
) s on s.agency_id = f.agency_id and s.case_id = f.id
left join lateral (
  select k.data ->> 'kind' as kind, k.data ->> 'level' as level from oversight.step k
  where k.agency_id = f.agency_id and k.case_id = f.id and k.n = s.classified
) c on true
left join lateral (
  select j.data ->> 'level' as level from oversight.step j
  where j.agency_id = f.agency_id and j.case_id = f.id and j.n = s.judged
) d on true
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
