-- Reads of figures only; nobody's name.

-- Of each institution the campaign of the election that was opened last.
-- name: institutions
with latest as (
  select distinct on (c.agency_id) c.agency_id, c.id, c.title, c.deadline, o.opened_at, x.closed_at
  from campaigns.campaign c
  join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
  left join campaigns.closing x on x.agency_id = c.agency_id and x.campaign_id = c.id
  where c.election_id = :electionId
  order by c.agency_id, o.opened_at desc, c.id desc
)
select a.id, n.name, left(a.region_code, 2) as province, a.level, a.zone, a.is_example as "isExample",
  l.id as "campaignId", l.title, l.deadline, l.opened_at as "openedAt", l.closed_at as "closedAt", r.people as roster,
  r.counted_at as "rosterAt"
from agencies.agency a
join lateral (
  select name from agencies.agency_name n where n.agency_id = a.id
  order by coalesce(n.valid_until, 'infinity') desc, coalesce(n.valid_from, '-infinity') desc, n.name limit 1
) n on true
left join latest l on l.agency_id = a.id
left join coverage.roster_size r on r.agency_id = a.id
where :province::text is null or left(a.region_code, 2) = :province
order by a.id;

-- name: totals
select t.agency_id as "agencyId", t.category, t.audience, t.signed, t.declined, t.exempted, t.symbolic, t.attended
from unnest(:agencyIds::text[], :campaignIds::text[]) as l (agency_id, campaign_id)
join tally.total t on t.agency_id = l.agency_id and t.campaign_id = l.campaign_id;

-- name: days
select d.day, sum(d.signed)::int as signed
from unnest(:agencyIds::text[], :campaignIds::text[]) as l (agency_id, campaign_id)
join tally.day d on d.agency_id = l.agency_id and d.campaign_id = l.campaign_id
group by d.day having sum(d.signed) > 0
order by d.day;

-- name: elections
select distinct c.election_id as id
from campaigns.campaign c
join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
order by 1;

-- name: campaignsOf
select c.id, c.title, c.election_id as "electionId", c.deadline, o.opened_at as "openedAt", x.closed_at as "closedAt"
from campaigns.campaign c
join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
left join campaigns.closing x on x.agency_id = c.agency_id and x.campaign_id = c.id
where c.agency_id = :agencyId
order by o.opened_at desc, c.id desc;

-- Units below :focus (null: at the top), each with all below it today; people of the focus itself, and of units that the
-- tree knows no longer, stand as themselves. Lowest share first, of equals most remaining.
-- name: branches
with recursive tree (id, branch) as (
  select u.id, u.id from agencies.unit u
  where u.agency_id = :agencyId and coalesce(u.parent_id, '') = coalesce(:focus::text, '')
  union
  select u.id, tree.branch from agencies.unit u
  join tree on coalesce(u.parent_id, '') = tree.id
  where u.agency_id = :agencyId
),
counted as (
  select coalesce(tree.branch, c.unit_id) as id, bool_or(c.unit_id <> coalesce(tree.branch, c.unit_id)) as deeper,
    sum(c.audience)::int as audience, sum(c.signed)::int as signed, sum(c.declined)::int as declined,
    sum(c.exempted)::int as exempted, sum(c.symbolic)::int as symbolic, sum(c.attended)::int as attended
  from tally.unit_count c
  left join tree on tree.id = c.unit_id
  where c.agency_id = :agencyId and c.campaign_id = :campaignId
    and (:focus::text is null or tree.id is not null or c.unit_id = :focus::text)
    and (:only::text[] is null or c.unit_id = any(:only::text[]))
  group by 1
  having sum(c.audience) > 0
)
select k.id, coalesce(u.name, p.unit_name, k.id) as name, u.id is not null as known, k.deeper, k.audience, k.signed,
  k.declined, k.exempted, k.symbolic, k.attended, count(*) over ()::int as total
from counted k
left join agencies.unit u on u.agency_id = :agencyId and u.id = k.id
left join lateral (
  select a.unit_name from campaigns.audience a
  where u.id is null and a.agency_id = :agencyId and a.campaign_id = :campaignId and a.unit_id = k.id limit 1
) p on true
order by
  case when :biggest::boolean then -k.audience else 0 end,
  k.signed::float / k.audience, k.audience - k.signed - k.declined - k.exempted desc, lower(coalesce(u.name, k.id)), k.id
limit :limit offset :offset;

-- The categories of :focus with all below it today; null: of the whole campaign.
-- name: categoriesBelow
with recursive tree (id) as (
  select u.id from agencies.unit u where u.agency_id = :agencyId and u.id = :focus::text
  union
  select u.id from agencies.unit u join tree on coalesce(u.parent_id, '') = tree.id where u.agency_id = :agencyId
)
select c.category, sum(c.audience)::int as audience, sum(c.signed)::int as signed, sum(c.declined)::int as declined,
  sum(c.exempted)::int as exempted, sum(c.symbolic)::int as symbolic, sum(c.attended)::int as attended
from tally.unit_count c
where c.agency_id = :agencyId and c.campaign_id = :campaignId
  and (:focus::text is null or c.unit_id in (select id from tree))
  and (:only::text[] is null or c.unit_id = any(:only::text[]))
group by c.category;

-- The institution's roster as it is now, counted where the last count is older than :before.
-- name: countRosters
insert into coverage.roster_size (agency_id, people, counted_at)
select a.id, (select count(*) from agencies.person p where p.agency_id = a.id
  and p.status not in ('retired', 'moved', 'dismissed', 'deceased')), :now
from agencies.agency a
left join coverage.roster_size r on r.agency_id = a.id
where r.counted_at is null or r.counted_at < :before
on conflict (agency_id) do update set people = excluded.people, counted_at = excluded.counted_at;
