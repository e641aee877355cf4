-- Institutions, units and people. Every statement names the institution first.

-- name: addAgency
insert into agencies.agency (id, level, region_code, zone, place, letterhead, is_example, created_at)
values (:id, :level, :regionCode, :zone, :place, :letterhead, :isExample, :now)
on conflict do nothing;

-- name: addAgencyName
insert into agencies.agency_name (agency_id, name, valid_from, valid_until, source)
values (:agencyId, :name, :validFrom, :validUntil, :source);

-- name: agenciesOn
-- Both ends of a name's period count. Without a date: the name that has no end, else the last one.
select distinct on (a.id) a.id, n.name, a.level, a.region_code as "regionCode", a.zone, a.place, a.letterhead,
  a.is_example as "isExample"
from agencies.agency a
join agencies.agency_name n on n.agency_id = a.id
where a.id = any(:ids)
  and (:date::date is null or (coalesce(n.valid_from, '-infinity') <= :date::date
    and coalesce(n.valid_until, 'infinity') >= :date::date))
order by a.id, coalesce(n.valid_until, 'infinity') desc, coalesce(n.valid_from, '-infinity') desc, n.name;

-- name: agencyIds
select id from agencies.agency order by id;

-- name: agencyIdTaken
select id from agencies.agency where id = :id;

-- name: personByNumber
select id from agencies.person where agency_id = :agencyId and id_number = :idNumber;

-- name: lockAgency
select id from agencies.agency where id = :agencyId for update;

-- name: addUnit
insert into agencies.unit (agency_id, id, parent_id, name, kind, region_code, code, employer, created_at)
values (:agencyId, :id, :parentId, :name, :kind, :regionCode, :code, :employer, :now)
on conflict do nothing;

-- name: units
with recursive tree as (
  select u.id, u.parent_id, u.name, u.kind, u.region_code, u.code, array[lower(u.name)] as path
  from agencies.unit u where u.agency_id = :agencyId and u.parent_id is null
  union all
  select u.id, u.parent_id, u.name, u.kind, u.region_code, u.code, tree.path || lower(u.name)
  from agencies.unit u join tree on u.parent_id = tree.id where u.agency_id = :agencyId
)
select id, parent_id as "parentId", name, kind, region_code as "regionCode", code from tree order by path;

-- name: unitAncestors
with recursive up as (
  select id, parent_id from agencies.unit where agency_id = :agencyId and id = :unitId
  union
  select u.id, u.parent_id from agencies.unit u join up on u.id = up.parent_id where u.agency_id = :agencyId
)
select id from up;

-- name: unitsBelow
with recursive below as (
  select id from agencies.unit where agency_id = :agencyId and id = any(:unitIds)
  union
  select u.id from agencies.unit u join below on u.parent_id = below.id where u.agency_id = :agencyId
)
select id from below;

-- name: addPeople
insert into agencies.person (agency_id, id, id_kind, id_number, name, category, rank, post, post_status, unit_id,
  email, status, is_example, changed_at)
select :agencyId, *, :now::timestamptz
from unnest(:ids::text[], :idKinds::text[], :idNumbers::text[], :names::text[], :categories::text[], :ranks::text[],
  :posts::text[], :postStatuses::text[], :unitIds::text[], :emails::text[], :statuses::text[], :examples::boolean[]);

-- name: changePeople
update agencies.person p
set id_kind = n.id_kind, id_number = n.id_number, name = n.name, category = n.category, rank = n.rank, post = n.post,
  post_status = n.post_status, unit_id = n.unit_id, email = n.email, status = n.status, changed_at = :now
from unnest(:ids::text[], :idKinds::text[], :idNumbers::text[], :names::text[], :categories::text[], :ranks::text[],
  :posts::text[], :postStatuses::text[], :unitIds::text[], :emails::text[], :statuses::text[])
  as n (id, id_kind, id_number, name, category, rank, post, post_status, unit_id, email, status)
where p.agency_id = :agencyId and p.id = n.id;

-- name: people
select p.id, p.id_kind as "idKind", p.id_number as "idNumber", p.name, p.category, p.rank, p.post,
  p.post_status as "postStatus", p.unit_id as "unitId", p.email, p.status, p.is_example as "isExample",
  u.name as "unitName"
from agencies.person p
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId
  and (:unitIds::text[] is null or p.unit_id = any(:unitIds))
  and (:category::text is null or p.category = :category)
  and (:name::text is null or p.name ilike :name or p.id_number like :number)
order by lower(p.name), p.id
limit :limit offset :offset;

-- name: countPeople
select p.category, count(*) as count
from agencies.person p
where p.agency_id = :agencyId
  and (:unitIds::text[] is null or p.unit_id = any(:unitIds))
  and (:name::text is null or p.name ilike :name or p.id_number like :number)
group by p.category;

-- name: events
-- Who did it is shown by name where the name is known here; the account's own table stays access's.
select e.id, e.at, e.actor, e.kind, e.subject, e.data, coalesce(a.display_name, p.name) as "actorName"
from platform.event e
left join access.account a on e.actor = 'account:' || a.id
left join agencies.person p on p.agency_id = e.agency_id and e.actor = 'person:' || p.id
where e.agency_id = :agencyId
order by e.at desc, e.id desc
limit :limit offset :offset;

-- name: countEvents
select count(*) as count from platform.event where agency_id = :agencyId;

-- name: person
select id, id_kind as "idKind", id_number as "idNumber", name, category, rank, post, post_status as "postStatus",
  unit_id as "unitId", email, status, is_example as "isExample", changed_at as "changedAt"
from agencies.person where agency_id = :agencyId and id = :personId;

-- name: samePerson
select name from agencies.person
where agency_id = :agencyId and id is distinct from :personId::text
  and case when :idNumber::text is not null then id_number = :idNumber
    else id_number is null and unit_id = :unitId and lower(name) = lower(:personName) end
limit 1;

-- name: addCorrection
insert into agencies.person_correction (agency_id, id, person_id, before, after, reason, corrected_by, corrected_at)
values (:agencyId, :id, :personId, :before, :after, :reason, :by, :now);

-- name: corrections
select c.corrected_at as "at", a.display_name as "who", c.reason, c.before is null as "added"
from agencies.person_correction c
left join access.account a on c.corrected_by = 'account:' || a.id
where c.agency_id = :agencyId and c.person_id = :personId
order by c.id desc limit 20;
