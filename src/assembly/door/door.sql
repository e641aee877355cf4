-- name: addDoor
insert into assembly.door (agency_id, code, ceremony_id, site, until, opened_by, opened_at)
values (:agencyId, :code, :ceremonyId, :site, :until, :by, :now);

-- `closed`: with the screen that showed its code.
-- name: door
select d.agency_id as "agencyId", d.code, d.ceremony_id as "ceremonyId", d.site, d.until,
  exists (select from assembly.screen_now s where s.agency_id = d.agency_id and s.ceremony_id = d.ceremony_id
    and s.door_code = d.code and s.closed_at is not null) as closed
from assembly.door d where d.code = :code limit 1;

-- name: personByNumber
select person_id as "personId" from campaigns.audience
where agency_id = :agencyId and campaign_id = :campaignId and id_number = :digits and id_kind in ('nip', 'ni-pppk')
limit 1;

-- Whoever was recorded last, guests among them. :unitIds as in the list: only people of exactly these units.
-- name: lastArrivals
select p.person_id as id, a.name, a.unit_name as "unitName", a.employer, p.standing, p.recorded_at as "recordedAt",
  null::integer as count, false as guest
from ceremonies.presence_now p
join ceremonies.ceremony c on c.agency_id = p.agency_id and c.id = p.ceremony_id
join campaigns.audience a on a.agency_id = p.agency_id and a.campaign_id = c.campaign_id and a.person_id = p.person_id
where p.agency_id = :agencyId and p.ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds::text[]))
union all
select g.id, g.name, coalesce(g.office, ''), g.employer, g.standing, g.recorded_at, g.count, true
from assembly.guest_now g
where g.agency_id = :agencyId and g.ceremony_id = :ceremonyId and g.standing <> 'withdrawn'
order by "recordedAt" desc, id limit 10;

-- Accounts, devices and people who recorded something, by name where they have one.
-- name: actorNames
select 'account:' || id as actor, display_name as name from access.account where 'account:' || id = any(:actors::text[])
union all
select 'person:' || person_id, name from campaigns.audience
where agency_id = :agencyId and campaign_id = :campaignId and 'person:' || person_id = any(:actors::text[]);

-- name: expectedUnits
select unit_id as id, min(unit_name) as name, count(*)::integer as size from ceremonies.expected
where agency_id = :agencyId and ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or unit_id = any(:unitIds::text[]))
group by unit_id order by min(unit_name), unit_id;

-- name: expectedOfUnit
select name, post from ceremonies.expected
where agency_id = :agencyId and ceremony_id = :ceremonyId and unit_id = :unitId order by name, person_id;
