-- Who has not signed, where the next session is, and how the small ceremonies of a larger one stand.

-- Held while small ceremonies are made of it, so that a form sent twice at once makes them once.
-- name: holdParent
select id from ceremonies.ceremony where agency_id = :agencyId and id = :parentId for no key update;

-- name: made
select id from ceremonies.ceremony where agency_id = :agencyId and id = :id;

-- People expected at a ceremony who have neither signed nor refused, and are invited to no session that is still to
-- come: each with the one reason by which a make-up session is put together.
-- name: missing
select e.person_id as "personId", e.unit_id as "unitId", e.unit_name as "unitName",
  case
    when r.status in ('leave', 'study', 'seconded', 'suspended') then 'away'
    when p.standing in ('present', 'late') then 'there'
    when p.standing = 'duty-elsewhere' then 'duty'
    when p.standing = 'excused' then 'excused'
    when p.standing = 'absent' then 'absent'
    else 'unrecorded' end as reason
from ceremonies.expected e
left join ceremonies.presence_now p
  on p.agency_id = e.agency_id and p.ceremony_id = e.ceremony_id and p.person_id = e.person_id
left join agencies.person r on r.agency_id = e.agency_id and r.id = e.person_id
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or e.unit_id = any(:unitIds))
  and not exists (select from signing.signature g where g.agency_id = e.agency_id
    and g.campaign_id = e.campaign_id and g.person_id = e.person_id)
  and not exists (select from campaigns.declining d where d.agency_id = e.agency_id
    and d.campaign_id = e.campaign_id and d.person_id = e.person_id)
  and not exists (select from ceremonies.invited i
    join ceremonies.ceremony_now c on c.agency_id = i.agency_id and c.id = i.ceremony_id
    where i.agency_id = e.agency_id and i.person_id = e.person_id and c.campaign_id = e.campaign_id
      and (c.held_on is null or c.held_on >= :today::date))
order by e.unit_name, e.name, e.person_id;

-- The ceremony and everything below it, with the people expected at each.
-- name: tree
with recursive tree as (
  select :ceremonyId::text as id, null::text[] as unit_ids, 0 as depth
  union all
  select b.ceremony_id, b.unit_ids, t.depth + 1 from ceremonies.belonging b
  join tree t on t.id = b.parent_id where b.agency_id = :agencyId and t.depth < 10
)
select c.id, t.unit_ids as "unitIds", t.depth, c.kind, c.title, c.held_on as "heldOn", c.starts_at as "startsAt",
  c.place, f.*
from tree t
join ceremonies.ceremony_now c on c.agency_id = :agencyId and c.id = t.id
cross join lateral (
  select count(*)::integer as expected,
    count(*) filter (where p.standing in ('present', 'late'))::integer as "wasThere",
    count(*) filter (where exists (select from signing.signature g where g.agency_id = e.agency_id
      and g.campaign_id = e.campaign_id and g.person_id = e.person_id))::integer as signed
  from ceremonies.expected e
  left join ceremonies.presence_now p
    on p.agency_id = e.agency_id and p.ceremony_id = e.ceremony_id and p.person_id = e.person_id
  where e.agency_id = c.agency_id and e.ceremony_id = c.id
    and (:unitIds::text[] is null or e.unit_id = any(:unitIds))
) f
where :unitIds::text[] is null or f.expected > 0
order by t.depth, c.held_on nulls last, c.title, c.id;

-- Everybody of the ceremony once, however many ceremonies below it they were expected at.
-- name: rollUp
with recursive tree as (
  select :ceremonyId::text as id, 0 as depth
  union all
  select b.ceremony_id, t.depth + 1 from ceremonies.belonging b
  join tree t on t.id = b.parent_id where b.agency_id = :agencyId and t.depth < 10
)
select count(*)::integer as expected,
  count(*) filter (where exists (select from ceremonies.presence_now p join tree t on t.id = p.ceremony_id
    where p.agency_id = e.agency_id and p.person_id = e.person_id
      and p.standing in ('present', 'late')))::integer as "wasThere",
  count(*) filter (where exists (select from signing.signature g where g.agency_id = e.agency_id
    and g.campaign_id = e.campaign_id and g.person_id = e.person_id))::integer as signed
from ceremonies.expected e
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or e.unit_id = any(:unitIds));

-- Of each unit: who is still to sign, and for how many of them a session is still to come.
-- name: remaining
with to_come as materialized (
  select e.person_id, min(c.held_on) as held_on
  from ceremonies.ceremony_now c
  join ceremonies.expected e on e.agency_id = c.agency_id and e.ceremony_id = c.id
  where c.agency_id = :agencyId and c.campaign_id = :campaignId and c.held_on >= :today::date
  group by e.person_id
)
select a.unit_id as "unitId", min(a.unit_name) as "unitName", count(*)::integer as remaining,
  count(*) filter (where r.status in ('leave', 'study', 'seconded', 'suspended'))::integer as away,
  count(n.held_on)::integer as planned, min(n.held_on) as "nextOn"
from coverage.standing a
left join agencies.person r on r.agency_id = a.agency_id and r.id = a.person_id
left join to_come n on n.person_id = a.person_id
where a.agency_id = :agencyId and a.campaign_id = :campaignId
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
  and a.signed_at is null and a.declined_at is null and a.exempted_at is null
group by a.unit_id
order by count(*) - count(n.held_on) desc, count(*) desc, min(a.unit_name);
