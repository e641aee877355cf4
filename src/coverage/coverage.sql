-- Reads only. unitIds null means the whole institution; else exactly these units.

-- name: cells
select unit_id as "unitId", unit_name as "unitName", category, audience, signed, declined, exempted, symbolic, attended,
  audience - signed - declined - exempted - symbolic - attended as "notYet"
from tally.unit_count
where agency_id = :agencyId and campaign_id = :campaignId and audience > 0
  and (:unitIds::text[] is null or unit_id = any(:unitIds));

-- The counts tell which units the page lies in, and only their people are read; a search reads those of every unit.
-- Lateral with a limit: each person is looked up by index, whatever the statistics say.
-- name: people
with unit as (
  select unit_id, min(lower(unit_name)) as name, sum(case when 'signed' = any(:states) then signed else 0 end
    + case when 'declined' = any(:states) then declined else 0 end
    + case when 'exempted' = any(:states) then exempted else 0 end
    + case when 'symbolic' = any(:states) then symbolic else 0 end
    + case when 'attended' = any(:states) then attended else 0 end
    + case when 'notYet' = any(:states) then audience - signed - declined - exempted - symbolic - attended else 0 end)
    as n
  from tally.unit_count
  where agency_id = :agencyId and campaign_id = :campaignId and (:unitIds::text[] is null or unit_id = any(:unitIds))
  group by unit_id
), placed as (
  select unit_id, name, sum(n) over (order by name, unit_id) - n as before, n, sum(n) over () as total
  from unit where n > 0
), here as materialized (
  select * from placed
  where :like::text is not null or before < :offset::bigint + :limit::bigint and before + n > :offset::bigint
)
select a.person_id as "personId", a.name, a.id_number as "idNumber", a.category, a.post, a.unit_id as "unitId",
  a.unit_name as "unitName", e.reason as "exemptionReason", tally.state_of(coalesce(p.facts, 0)) as state,
  (case when :like::text is null then h.total else count(*) over () end)::int as total
from here h
cross join lateral (select * from campaigns.audience p where p.agency_id = :agencyId
  and p.campaign_id = :campaignId and p.unit_id = h.unit_id offset 0) a
left join lateral (select p.facts from tally.person p where p.agency_id = :agencyId
  and p.campaign_id = :campaignId and p.person_id = a.person_id limit 1) p on true
left join lateral (select e.reason from campaigns.exemption e where e.agency_id = :agencyId
  and e.campaign_id = :campaignId and e.person_id = a.person_id limit 1) e on true
where tally.state_of(coalesce(p.facts, 0)) = any(:states::text[])
  and (:like::text is null or a.name ilike :like or a.id_number like :like or a.post ilike :like)
order by h.name, h.unit_id, lower(a.name), a.person_id
limit :limit::bigint
offset :offset::bigint - case when :like::text is null then (select coalesce(min(before), 0) from here) else 0 end;

-- name: sealed
select s.idx, s.receipt, s.name, s.id_number as "idNumber", s.unit_name as "unitName"
from coverage.standing s
where s.agency_id = :agencyId and s.campaign_id = :campaignId and s.idx is not null
  and (:unitIds::text[] is null or s.unit_id = any(:unitIds))
order by lower(s.unit_name), s.unit_id, lower(s.name), s.idx;

-- name: anybodyElse
select s.person_id from coverage.standing s
where s.agency_id = :agencyId and s.campaign_id = :campaignId and s.unit_id <> all(:unitIds::text[])
limit 1;

-- name: contributions
select c.id, c.kind, c.title, c.held_on as "heldOn",
  count(distinct f.person_id) filter (where f.fact = 'attended')::int as attended,
  count(distinct f.person_id) filter (where f.fact = 'read')::int as read,
  count(distinct f.person_id) filter (where f.fact = 'witnessed')::int as witnessed,
  count(distinct f.person_id) filter (where f.fact = 'symbolic')::int as symbolic,
  count(distinct r.person_id)::int as signed
from ceremonies.ceremony_now c
left join ceremonies.fact f
  on f.agency_id = c.agency_id and f.ceremony_id = c.id
  and (:unitIds::text[] is null or f.person_id in (select a.person_id from campaigns.audience a
    where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.unit_id = any(:unitIds)))
left join evidence.record r
  on r.agency_id = c.agency_id and r.campaign_id = c.campaign_id and r.person_id = f.person_id
where c.agency_id = :agencyId and c.campaign_id = :campaignId
group by c.id, c.kind, c.title, c.held_on
order by c.held_on nulls last, c.id;
