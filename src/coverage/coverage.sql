-- Reads only. unitIds null means the whole institution; else exactly these units.

-- name: cells
select s.unit_id as "unitId", min(s.unit_name) as "unitName", s.category,
  coverage.state_on(:asOf, s.signed_at, s.declined_at, s.exempted_at, s.symbolic_at, s.attended_at) as state,
  count(*)::int as n
from coverage.standing s
where s.agency_id = :agencyId and s.campaign_id = :campaignId
  and (:unitIds::text[] is null or s.unit_id = any(:unitIds))
group by 1, 3, 4;

-- name: people
with standing as (
  select s.person_id as "personId", s.name, s.id_number as "idNumber", s.category, s.post, s.unit_id as "unitId",
    s.unit_name as "unitName", s.exemption_reason as "exemptionReason",
    coverage.state_on(:asOf, s.signed_at, s.declined_at, s.exempted_at, s.symbolic_at, s.attended_at) as state
  from coverage.standing s
  where s.agency_id = :agencyId and s.campaign_id = :campaignId
    and (:unitIds::text[] is null or s.unit_id = any(:unitIds))
    and (:like::text is null or s.name ilike :like or s.id_number like :like or s.post ilike :like)
)
select *, count(*) over ()::int as total from standing
where state = any(:states::text[])
order by lower("unitName"), "unitId", lower(name), "personId"
limit :limit offset :offset;

-- name: sealed
select s.idx, s.receipt, s.name, s.id_number as "idNumber", s.unit_name as "unitName"
from coverage.standing s
where s.agency_id = :agencyId and s.campaign_id = :campaignId and s.idx is not null
  and (:unitIds::text[] is null or s.unit_id = any(:unitIds))
order by lower(s.unit_name), s.unit_id, lower(s.name), s.idx;

-- name: contributions
select c.id, c.kind, c.title, c.held_on as "heldOn",
  count(distinct f.person_id) filter (where f.fact = 'attended')::int as attended,
  count(distinct f.person_id) filter (where f.fact = 'read')::int as read,
  count(distinct f.person_id) filter (where f.fact = 'witnessed')::int as witnessed,
  count(distinct f.person_id) filter (where f.fact = 'symbolic')::int as symbolic,
  count(distinct r.person_id)::int as signed
from ceremonies.ceremony_now c
left join ceremonies.fact f
  on f.agency_id = c.agency_id and f.ceremony_id = c.id and f.recorded_at <= :asOf
  and (:unitIds::text[] is null or f.person_id in (select a.person_id from campaigns.audience a
    where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.unit_id = any(:unitIds)))
left join evidence.record r
  on r.agency_id = c.agency_id and r.campaign_id = c.campaign_id and r.person_id = f.person_id
where c.agency_id = :agencyId and c.campaign_id = :campaignId
group by c.id, c.kind, c.title, c.held_on
order by c.held_on nulls last, c.id;
