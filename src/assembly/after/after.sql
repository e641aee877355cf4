-- Who has not signed, where the next session is, and how the small ceremonies of a larger one stand.

-- Held while small ceremonies are made of it, so that a form sent twice at once makes them once.
-- name: holdParent
select id from ceremonies.ceremony where agency_id = :agencyId and id = :parentId for no key update;

-- name: made
select id from ceremonies.ceremony where agency_id = :agencyId and id = :id;

-- A session is still to come on a later day, or today as long as nobody was recorded there.

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
      and (c.held_on is null or c.held_on > :today::date
        or c.held_on = :today::date and not exists (select from ceremonies.presence p
          where p.agency_id = c.agency_id and p.ceremony_id = c.id)))
order by e.unit_name, e.name, e.person_id;

-- The ceremony and everything below it, with the people expected at each.
-- name: tree
with recursive tree as (
  select :ceremonyId::text as id, null::text[] as unit_ids, 0 as depth
  union all
  select b.ceremony_id, b.unit_ids, t.depth + 1 from ceremonies.belonging b
  join tree t on t.id = b.parent_id where b.agency_id = :agencyId and t.depth < 10
), figures as materialized (
  select e.ceremony_id, count(*)::integer as expected,
    count(*) filter (where p.standing in ('present', 'late'))::integer as "wasThere",
    count(g.person_id)::integer as signed
  from tree t
  join ceremonies.expected e on e.agency_id = :agencyId and e.ceremony_id = t.id
  left join ceremonies.presence_now p
    on p.agency_id = :agencyId and p.ceremony_id = e.ceremony_id and p.person_id = e.person_id
  left join signing.signature g
    on g.agency_id = :agencyId and g.campaign_id = e.campaign_id and g.person_id = e.person_id
  where :unitIds::text[] is null or e.unit_id = any(:unitIds)
  group by e.ceremony_id
)
select c.id, t.unit_ids as "unitIds", t.depth, c.kind, c.title, c.held_on as "heldOn", c.starts_at as "startsAt",
  c.place, coalesce(f.expected, 0) as expected, coalesce(f."wasThere", 0) as "wasThere", coalesce(f.signed, 0) as signed
from tree t
join ceremonies.ceremony_now c on c.agency_id = :agencyId and c.id = t.id
left join figures f on f.ceremony_id = t.id
where :unitIds::text[] is null or f.expected > 0
order by t.depth, c.held_on nulls last, c.title, c.id;

-- Everybody of the ceremony once, however many ceremonies below it they were expected at.
-- name: rollUp
with recursive tree as (
  select :ceremonyId::text as id, 0 as depth
  union all
  select b.ceremony_id, t.depth + 1 from ceremonies.belonging b
  join tree t on t.id = b.parent_id where b.agency_id = :agencyId and t.depth < 10
), came as materialized (
  select p.person_id from tree t
  join ceremonies.presence_now p on p.agency_id = :agencyId and p.ceremony_id = t.id
  where p.standing in ('present', 'late')
)
select count(*)::integer as expected,
  count(*) filter (where e.person_id in (select person_id from came))::integer as "wasThere",
  count(g.person_id)::integer as signed
from ceremonies.expected e
left join signing.signature g
  on g.agency_id = :agencyId and g.campaign_id = e.campaign_id and g.person_id = e.person_id
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or e.unit_id = any(:unitIds));

-- Of each unit: who is still to sign, and for how many of them a session is still to come. The two lists are put together
-- by grouping: joined, a planner that guesses few people looks through one list for each of the other.
-- name: remaining
with to_come as (
  select e.person_id, min(c.held_on) as held_on
  from ceremonies.ceremony_now c
  join ceremonies.expected e on e.agency_id = c.agency_id and e.ceremony_id = c.id
  where c.agency_id = :agencyId and c.campaign_id = :campaignId
    and (c.held_on > :today::date or c.held_on = :today::date and not exists (select from ceremonies.presence p
      where p.agency_id = c.agency_id and p.ceremony_id = c.id))
  group by e.person_id
), person as (
  select max(l.unit_id) as unit_id, max(l.unit_name) as unit_name, bool_or(l.away) as away, min(l.next_on) as next_on
  from (
    select a.person_id, a.unit_id, a.unit_name, r.status in ('leave', 'study', 'seconded', 'suspended') as away,
      null::date as next_on
    from campaigns.audience a
    left join agencies.person r on r.agency_id = a.agency_id and r.id = a.person_id
    where a.agency_id = :agencyId and a.campaign_id = :campaignId
      and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
      and not exists (select from tally.person p where p.agency_id = a.agency_id and p.campaign_id = a.campaign_id
        and p.person_id = a.person_id and tally.state_of(p.facts) in ('signed', 'declined', 'exempted'))
    union all
    select n.person_id, null, null, null, n.held_on from to_come n
  ) l
  group by l.person_id
  having max(l.unit_id) is not null
)
select unit_id as "unitId", min(unit_name) as "unitName", count(*)::integer as remaining,
  count(*) filter (where away)::integer as away,
  count(next_on)::integer as planned, min(next_on) as "nextOn"
from person
group by unit_id
order by count(*) - count(next_on) desc, count(*) desc, min(unit_name);
