-- Counts against facts. Each block is one statement, and so one snapshot.

-- name: differences
with standing as materialized (
  select unit_id, category, person_id, signed_at, facts from tally.standing
  where agency_id = :agencyId and campaign_id = :campaignId
), counted as (
  select unit_id, category, count(*)::int as audience,
    count(*) filter (where tally.state_of(facts) = 'signed')::int as signed,
    count(*) filter (where tally.state_of(facts) = 'declined')::int as declined,
    count(*) filter (where tally.state_of(facts) = 'exempted')::int as exempted,
    count(*) filter (where tally.state_of(facts) = 'symbolic')::int as symbolic,
    count(*) filter (where tally.state_of(facts) = 'attended')::int as attended
  from standing group by unit_id, category
), cells as (
  select 'counted' as source, 'unit' as kind, unit_id || ' / ' || category as subject, audience, signed, declined,
    exempted, symbolic, attended from counted
  union all
  select 'kept', 'unit', unit_id || ' / ' || category, audience, signed, declined, exempted, symbolic, attended
  from tally.unit_count where agency_id = :agencyId and campaign_id = :campaignId
  union all
  select 'counted', 'total', category, sum(audience), sum(signed), sum(declined), sum(exempted), sum(symbolic),
    sum(attended) from counted group by category
  union all
  select 'kept', 'total', category, audience, signed, declined, exempted, symbolic, attended
  from tally.total where agency_id = :agencyId and campaign_id = :campaignId
), figures as (
  select source, kind, subject, what, n from cells cross join lateral (values ('audience', audience),
    ('signed', signed), ('declined', declined), ('exempted', exempted), ('symbolic', symbolic), ('attended', attended))
    as v (what, n)
  union all
  select 'counted', 'day', (s.signed_at at time zone g.zone)::date::text, 'signed', count(*)
  from standing s join agencies.agency g on g.id = :agencyId
  where s.facts & 1 = 1 and s.signed_at is not null
  group by 3
  union all
  select 'kept', 'day', day::text, 'signed', signed from tally.day
  where agency_id = :agencyId and campaign_id = :campaignId
  union all
  select 'counted', 'person', person_id, 'facts', facts from standing where facts <> 0
  union all
  select 'kept', 'person', person_id, 'facts', facts from tally.person
  where agency_id = :agencyId and campaign_id = :campaignId
)
select kind, subject, what, coalesce(sum(n) filter (where source = 'kept'), 0)::int as kept,
  coalesce(sum(n) filter (where source = 'counted'), 0)::int as counted
from figures group by kind, subject, what
having coalesce(sum(n) filter (where source = 'kept'), 0) <> coalesce(sum(n) filter (where source = 'counted'), 0)
order by array_position(array['total', 'day', 'unit', 'person'], kind), subject, what
limit :limit;

-- As BY_INDEX of the platform says.
-- name: byIndex
set local enable_seqscan = off;

-- Signers share the campaign with each other, and not with this.
-- name: holdCampaign
select id from campaigns.campaign where agency_id = :agencyId and id = :campaignId for no key update;

-- Rows to hold, where some are missing.
-- name: ensureTotals
insert into tally.total (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select agency_id, campaign_id, category, 0, 0, 0, 0, 0, 0 from campaigns.audience
where agency_id = :agencyId and campaign_id = :campaignId
group by agency_id, campaign_id, category order by category
on conflict do nothing;

-- name: hold
select category from tally.total where agency_id = :agencyId and campaign_id = :campaignId
order by category for no key update;

-- name: forgetFacts
update tally.person p set was = p.facts, facts = 0
where p.agency_id = :agencyId and p.campaign_id = :campaignId and p.facts <> 0
  and coalesce((select s.facts from tally.standing s where s.agency_id = :agencyId and s.campaign_id = :campaignId
    and s.person_id = p.person_id), 0) = 0;

-- name: setFacts
insert into tally.person as p (agency_id, campaign_id, person_id, facts, was)
select agency_id, campaign_id, person_id, facts, 0 from tally.standing
where agency_id = :agencyId and campaign_id = :campaignId and facts <> 0
on conflict (agency_id, campaign_id, person_id) do update set was = p.facts, facts = excluded.facts
  where p.facts <> excluded.facts;

-- name: clearUnits
update tally.unit_count set audience = 0, signed = 0, declined = 0, exempted = 0, symbolic = 0, attended = 0
where agency_id = :agencyId and campaign_id = :campaignId;

-- name: clearTotals
update tally.total set audience = 0, signed = 0, declined = 0, exempted = 0, symbolic = 0, attended = 0
where agency_id = :agencyId and campaign_id = :campaignId;

-- name: clearDays
update tally.day set signed = 0 where agency_id = :agencyId and campaign_id = :campaignId;

-- name: setUnits
insert into tally.unit_count (agency_id, campaign_id, unit_id, category, unit_name, audience, signed, declined, exempted,
  symbolic, attended)
select agency_id, campaign_id, unit_id, category, min(unit_name), count(*),
  count(*) filter (where tally.state_of(facts) = 'signed'),
  count(*) filter (where tally.state_of(facts) = 'declined'),
  count(*) filter (where tally.state_of(facts) = 'exempted'),
  count(*) filter (where tally.state_of(facts) = 'symbolic'),
  count(*) filter (where tally.state_of(facts) = 'attended')
from tally.standing where agency_id = :agencyId and campaign_id = :campaignId
group by agency_id, campaign_id, unit_id, category
on conflict (agency_id, campaign_id, unit_id, category) do update set unit_name = excluded.unit_name,
  audience = excluded.audience, signed = excluded.signed, declined = excluded.declined, exempted = excluded.exempted,
  symbolic = excluded.symbolic, attended = excluded.attended;

-- name: setTotals
insert into tally.total (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select agency_id, campaign_id, category, sum(audience), sum(signed), sum(declined), sum(exempted), sum(symbolic),
  sum(attended)
from tally.unit_count where agency_id = :agencyId and campaign_id = :campaignId
group by agency_id, campaign_id, category
on conflict (agency_id, campaign_id, category) do update set audience = excluded.audience, signed = excluded.signed,
  declined = excluded.declined, exempted = excluded.exempted, symbolic = excluded.symbolic,
  attended = excluded.attended;

-- name: setDays
insert into tally.day (agency_id, campaign_id, day, signed)
select s.agency_id, s.campaign_id, (s.signed_at at time zone g.zone)::date, count(*)
from tally.standing s join agencies.agency g on g.id = s.agency_id
where s.agency_id = :agencyId and s.campaign_id = :campaignId and s.facts & 1 = 1 and s.signed_at is not null
group by 1, 2, 3
on conflict (agency_id, campaign_id, day) do update set signed = excluded.signed;

-- name: openedCampaigns
select o.agency_id as "agencyId", o.campaign_id as "campaignId" from campaigns.opening o
where :agencyId::text is null or o.agency_id = :agencyId
order by o.agency_id, o.campaign_id;

-- name: comparison
select compared_at as "comparedAt", differences from tally.comparison
where agency_id = :agencyId and campaign_id = :campaignId and compared_at is not null;

-- Opened campaigns that nobody compared since :before, and that nobody has in hand.
-- name: claimDue
insert into tally.comparison as c (agency_id, campaign_id, lease_until)
select o.agency_id, o.campaign_id, :until from campaigns.opening o
left join tally.comparison k on k.agency_id = o.agency_id and k.campaign_id = o.campaign_id
where k.agency_id is null or (k.lease_until < :now and (k.compared_at is null or k.compared_at < :before))
order by k.compared_at nulls first, o.agency_id, o.campaign_id limit 1
on conflict (agency_id, campaign_id) do update set lease_until = excluded.lease_until where c.lease_until < :now
returning agency_id as "agencyId", campaign_id as "campaignId";

-- name: compared
insert into tally.comparison (agency_id, campaign_id, lease_until, compared_at, differences)
values (:agencyId, :campaignId, :now, :now, :differences)
on conflict (agency_id, campaign_id) do update set lease_until = excluded.lease_until,
  compared_at = excluded.compared_at, differences = excluded.differences;
