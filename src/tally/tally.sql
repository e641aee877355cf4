-- Counts kept with the change that causes them. The total rows of a campaign are locked first and held to the commit, so
-- that its changes are counted one after the other, in whatever order units and people come; no writer waits in a circle.

-- name: hold
select category from tally.total where agency_id = :agencyId and campaign_id = :campaignId
order by category for no key update;

-- name: addOpening
with units as (
  insert into tally.unit_count (agency_id, campaign_id, unit_id, category, unit_name, audience, signed, declined,
    exempted, symbolic, attended)
  select a.agency_id, a.campaign_id, a.unit_id, a.category, min(a.unit_name), count(*), 0, 0, 0, 0, 0
  from campaigns.audience a where a.agency_id = :agencyId and a.campaign_id = :campaignId
  group by a.agency_id, a.campaign_id, a.unit_id, a.category
  returning agency_id, campaign_id, category, audience
)
insert into tally.total (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select agency_id, campaign_id, category, sum(audience), 0, 0, 0, 0, 0 from units
group by agency_id, campaign_id, category;

-- name: addAudience
with held as materialized (
  select category from tally.total where agency_id = :agencyId and campaign_id = :campaignId
  order by category for no key update
), added as (
  select a.unit_id, a.category, min(a.unit_name) as unit_name, count(*) as n
  from campaigns.audience a
  where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.person_id = any(:persons::text[])
    and (select count(*) from held) >= 0
  group by a.unit_id, a.category
), units as (
  insert into tally.unit_count as u (agency_id, campaign_id, unit_id, category, unit_name, audience, signed, declined,
    exempted, symbolic, attended)
  select :agencyId, :campaignId, unit_id, category, unit_name, n, 0, 0, 0, 0, 0 from added order by unit_id, category
  on conflict (agency_id, campaign_id, unit_id, category) do update set audience = u.audience + excluded.audience
)
insert into tally.total as t (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select :agencyId, :campaignId, category, sum(n), 0, 0, 0, 0, 0 from added group by category order by category
on conflict (agency_id, campaign_id, category) do update set audience = t.audience + excluded.audience;

-- What is known of these people now, after `hold` and as a statement of its own: it sees every fact whose writer was
-- counted before. Whoever has no fact and never had one needs no row.
-- name: standing
select s.person_id as "personId", s.facts from unnest(:persons::text[]) as g (person_id)
cross join lateral (select t.person_id, t.facts from tally.standing t where t.agency_id = :agencyId
  and t.campaign_id = :campaignId and t.person_id = g.person_id limit 1) s
where s.facts <> 0 or exists (select from tally.person k where k.agency_id = :agencyId
  and k.campaign_id = :campaignId and k.person_id = s.person_id);

-- Gives these people these facts; facts in :kept stay. For signatures (:times) one statement, though it began before the
-- lock was had: what it adds to is read at the row itself, and the audience was committed before anybody could sign.
-- name: count
with held as materialized (
  select category from tally.total where agency_id = :agencyId and campaign_id = :campaignId
  order by category for no key update
), touched as (
  insert into tally.person as p (agency_id, campaign_id, person_id, facts, was)
  select :agencyId, :campaignId, g.person_id, g.facts, 0
  from unnest(:persons::text[], :facts::smallint[]) as g (person_id, facts)
  where (select count(*) from held) >= 0
  order by g.person_id
  on conflict (agency_id, campaign_id, person_id) do update
    set was = p.facts, facts = p.facts & :kept::smallint | excluded.facts
    where p.facts & :kept::smallint | excluded.facts <> p.facts
  returning person_id, was, facts
), placed as (
  select a.unit_id, a.category, a.unit_name, tally.state_of(t.was) as old, tally.state_of(t.facts) as new
  from touched t
  cross join lateral (select unit_id, category, unit_name from campaigns.audience
    where agency_id = :agencyId and campaign_id = :campaignId and person_id = t.person_id limit 1) a
), moved as (
  select unit_id, category, min(unit_name) as unit_name,
    sum((new = 'signed')::int - (old = 'signed')::int) as signed,
    sum((new = 'declined')::int - (old = 'declined')::int) as declined,
    sum((new = 'exempted')::int - (old = 'exempted')::int) as exempted,
    sum((new = 'symbolic')::int - (old = 'symbolic')::int) as symbolic,
    sum((new = 'attended')::int - (old = 'attended')::int) as attended
  from placed where old <> new group by unit_id, category
), units as (
  insert into tally.unit_count as u (agency_id, campaign_id, unit_id, category, unit_name, audience, signed, declined,
    exempted, symbolic, attended)
  select :agencyId, :campaignId, unit_id, category, unit_name, 0, signed, declined, exempted, symbolic, attended
  from moved order by unit_id, category
  on conflict (agency_id, campaign_id, unit_id, category) do update set signed = u.signed + excluded.signed,
    declined = u.declined + excluded.declined, exempted = u.exempted + excluded.exempted,
    symbolic = u.symbolic + excluded.symbolic, attended = u.attended + excluded.attended
), days as (
  insert into tally.day as y (agency_id, campaign_id, day, signed)
  select :agencyId, :campaignId, (s.at at time zone g.zone)::date, count(*)
  from unnest(:times::timestamptz[]) as s (at)
  join agencies.agency g on g.id = :agencyId
  where (select count(*) from held) >= 0
  group by 3 order by 3
  on conflict (agency_id, campaign_id, day) do update set signed = y.signed + excluded.signed
)
insert into tally.total as t (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select :agencyId, :campaignId, category, 0, sum(signed), sum(declined), sum(exempted), sum(symbolic), sum(attended)
from moved group by category order by category
on conflict (agency_id, campaign_id, category) do update set signed = t.signed + excluded.signed,
  declined = t.declined + excluded.declined, exempted = t.exempted + excluded.exempted,
  symbolic = t.symbolic + excluded.symbolic, attended = t.attended + excluded.attended;
