-- Today's roster held against who must sign. What a campaign chose when it opened decides who belongs to it.

-- name: countDifference
with recursive chosen (id) as (
  select id from agencies.unit
  where agency_id = :agencyId and (:unitIds::text[] is null or id = any(:unitIds::text[]))
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
select
  (select count(*) from agencies.person p join chosen on chosen.id = p.unit_id
    where p.agency_id = :agencyId and p.category = any(:categories::text[])
      and p.status not in ('retired', 'moved', 'dismissed', 'deceased')
      and not exists (select from campaigns.audience a
        where a.agency_id = p.agency_id and a.campaign_id = :campaignId and a.person_id = p.id)) as hired,
  (select count(*) from campaigns.audience a
    join agencies.person p on p.agency_id = a.agency_id and p.id = a.person_id
    where a.agency_id = :agencyId and a.campaign_id = :campaignId and p.status <> 'active') as gone,
  (select count(*) from campaigns.audience a
    join agencies.person p on p.agency_id = a.agency_id and p.id = a.person_id
    where a.agency_id = :agencyId and a.campaign_id = :campaignId and p.status = 'active'
      and (p.unit_id <> a.unit_id or p.category <> a.category)) as changed,
  (select count(*) from campaigns.addition d
    where d.agency_id = :agencyId and d.campaign_id = :campaignId) as added;

-- name: hired
with recursive chosen (id) as (
  select id from agencies.unit
  where agency_id = :agencyId and (:unitIds::text[] is null or id = any(:unitIds::text[]))
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
select p.id as "personId", p.name, p.category as "after", u.name as "unitName", null as "before", p.status,
  false as exempted
from agencies.person p
join chosen on chosen.id = p.unit_id
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.category = any(:categories::text[])
  and p.status not in ('retired', 'moved', 'dismissed', 'deceased')
  and not exists (select from campaigns.audience a
    where a.agency_id = p.agency_id and a.campaign_id = :campaignId and a.person_id = p.id)
order by lower(p.name), p.id limit :limit offset :offset;

-- name: gone
select a.person_id as "personId", a.name, a.category as "after", a.unit_name as "unitName", null as "before", p.status,
  e.person_id is not null as exempted
from campaigns.audience a
join agencies.person p on p.agency_id = a.agency_id and p.id = a.person_id
left join campaigns.exemption e
  on e.agency_id = a.agency_id and e.campaign_id = a.campaign_id and e.person_id = a.person_id
where a.agency_id = :agencyId and a.campaign_id = :campaignId and p.status <> 'active'
order by e.person_id is not null, lower(a.name), a.person_id limit :limit offset :offset;

-- name: changed
select a.person_id as "personId", a.name, p.category as "after", u.name as "unitName",
  concat_ws(' · ', case when p.unit_id <> a.unit_id then a.unit_name end,
    case when p.category <> a.category then upper(a.category) end) as before, p.status, false as exempted
from campaigns.audience a
join agencies.person p on p.agency_id = a.agency_id and p.id = a.person_id
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where a.agency_id = :agencyId and a.campaign_id = :campaignId and p.status = 'active'
  and (p.unit_id <> a.unit_id or p.category <> a.category)
order by lower(a.name), a.person_id limit :limit offset :offset;

-- name: addAudience
-- Whoever is in it already, or does not belong to it, is not added.
with recursive chosen (id) as (
  select id from agencies.unit
  where agency_id = :agencyId and (:unitIds::text[] is null or id = any(:unitIds::text[]))
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
insert into campaigns.audience (agency_id, campaign_id, person_id, unit_id, unit_name, employer, id_kind, id_number,
  name, category, rank, post, post_status)
select p.agency_id, :campaignId, p.id, p.unit_id, u.name, coalesce(u.employer, :employer), p.id_kind, p.id_number,
  p.name, p.category, p.rank, p.post, p.post_status
from agencies.person p
join chosen on chosen.id = p.unit_id
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.id = any(:persons::text[]) and p.category = any(:categories::text[])
  and p.status not in ('retired', 'moved', 'dismissed', 'deceased')
order by p.id
on conflict do nothing
returning person_id as "personId";

-- name: addAdditions
insert into campaigns.addition (agency_id, campaign_id, person_id, reason, added_by, added_at)
select :agencyId, :campaignId, *, :reason, :by, :now::timestamptz from unnest(:persons::text[]);

-- name: countAdditions
select count(*) as count from campaigns.addition where agency_id = :agencyId and campaign_id = :campaignId;
