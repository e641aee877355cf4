-- What institutions decided to show to everybody.

-- name: decisions
select p.id, p.published, p.reason, coalesce(a.display_name, p.decided_by) as by, p.decided_at as "decidedAt"
from coverage.publication p
left join access.account a on 'account:' || a.id = p.decided_by
where p.agency_id = :agencyId
order by p.decided_at desc, p.id desc;

-- name: addDecision
insert into coverage.publication (agency_id, id, published, reason, decided_by, decided_at)
values (:agencyId, :id, :published, :reason, :by, :now);

-- The institutions that show their figures; of each the campaign of the election (null: of every election) that was opened
-- last, and what was shown of it last.
-- name: shown
with latest as (
  select distinct on (c.agency_id, c.election_id) c.agency_id, c.election_id, c.id, c.title, o.opened_at, x.closed_at
  from campaigns.campaign c
  join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
  left join campaigns.closing x on x.agency_id = c.agency_id and x.campaign_id = c.id
  where (:electionId::text is null or c.election_id = :electionId)
    and (:agencyId::text is null or c.agency_id = :agencyId)
  order by c.agency_id, c.election_id, o.opened_at desc, c.id desc
)
select a.id, n.name, case when a.level <> 'national' then left(a.region_code, 2) end as province,
  a.is_example as "isExample", l.election_id as "electionId", l.id as "campaignId", l.title,
  l.closed_at as "closedAt", f.as_of as "asOf", f.audience, f.signed
from agencies.agency a
join latest l on l.agency_id = a.id
join lateral (
  select name from agencies.agency_name n where n.agency_id = a.id
  order by coalesce(n.valid_until, 'infinity') desc, coalesce(n.valid_from, '-infinity') desc, n.name limit 1
) n on true
left join lateral (
  select p.published from coverage.publication p where p.agency_id = a.id
  order by p.decided_at desc, p.id desc limit 1
) p on true
left join lateral (
  select f.as_of, f.audience, f.signed from coverage.open_figure f
  where f.agency_id = l.agency_id and f.campaign_id = l.id order by f.as_of desc limit 1
) f on true
where coalesce(p.published, a.is_example)
order by n.name, a.id, l.opened_at desc, l.id desc;

-- name: lastFigure
select as_of as "asOf", body from coverage.open_figure
where agency_id = :agencyId and campaign_id = :campaignId
order by as_of desc limit 1;

-- name: addFigure
insert into coverage.open_figure (agency_id, campaign_id, as_of, audience, signed, body)
values (:agencyId, :campaignId, :asOf, :audience, :signed, :body::jsonb)
on conflict do nothing;

-- One row for each part at the top of the tree (below the root, where there is a single one) and category.
-- name: cells
with recursive roots as (
  select u.id from agencies.unit u where u.agency_id = :agencyId and u.parent_id is null
),
tops as (
  select u.id from agencies.unit u where u.agency_id = :agencyId
    and case when (select count(*) from roots) = 1 then u.parent_id in (select id from roots) else u.parent_id is null end
),
tree (id, top) as (
  select id, id from tops
  union
  select u.id, tree.top from agencies.unit u join tree on coalesce(u.parent_id, '') = tree.id
  where u.agency_id = :agencyId
)
select coalesce(tree.top, c.unit_id) as "unitId", c.category, sum(c.audience)::int as audience,
  sum(c.signed)::int as signed
from tally.unit_count c
left join tree on tree.id = c.unit_id
where c.agency_id = :agencyId and c.campaign_id = :campaignId
group by 1, 2
order by 1, 2;

-- name: unitNames
select id, name from agencies.unit where agency_id = :agencyId and id = any(:ids::text[]);

-- The last figure of each day before :before, of institutions that show theirs now.
-- name: daily
select distinct on (f.agency_id, day) f.agency_id as id, f.campaign_id as "campaignId",
  (f.as_of at time zone 'Asia/Jakarta')::date as day, f.as_of as "asOf", f.audience, f.signed
from unnest(:agencyIds::text[], :campaignIds::text[]) as l (agency_id, campaign_id)
join coverage.open_figure f on f.agency_id = l.agency_id and f.campaign_id = l.campaign_id
where f.audience is not null and f.as_of < :before
order by f.agency_id, day desc, f.as_of desc;
