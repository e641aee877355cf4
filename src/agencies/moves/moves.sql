-- People who move between institutions, and what happens to a person in service.

-- name: proposeIn
-- Whoever serves here under a national number and serves elsewhere under the same: a row on each side, unless one is
-- open or was answered "stays" already. :agencyId null: all institutions; else those who came to it.
with mine as (
  select p.agency_id, p.id, p.id_number, p.changed_at from agencies.person p
  where (:agencyId::text is null or p.agency_id = :agencyId) and p.id_kind <> 'local' and p.id_number is not null
    and p.status not in ('retired', 'moved', 'dismissed', 'deceased')
), pairs as (
  select m.agency_id as to_agency, m.id as to_person, o.agency_id as from_agency, o.id as from_person, m.id_number
  from mine m
  join agencies.person o on o.id_number = m.id_number and o.id_kind <> 'local'
    and o.status not in ('retired', 'moved', 'dismissed', 'deceased')
    and (o.agency_id <> m.agency_id)
  where (:agencyId::text is not null and (m.changed_at, m.id) >= (o.changed_at, o.id))
    or (:agencyId::text is null and (m.changed_at, m.id) > (o.changed_at, o.id))
)
select p.to_agency as "toAgency", p.to_person as "toPerson", p.from_agency as "fromAgency",
  p.from_person as "fromPerson", p.id_number as "idNumber"
from pairs p
where not exists (
  select from agencies.move v
  left join agencies.move_decision d on d.agency_id = v.agency_id and d.move_id = v.id
  where v.agency_id = p.from_agency and v.person_id = p.from_person and v.other_agency = p.to_agency
    and v.side = 'out' and (d.decision is null or d.decision = 'stays'))
order by 1, 2 limit 10000;

-- name: addMoves
insert into agencies.move (agency_id, id, side, person_id, id_number, other_agency, proposed_at)
select *, :now::timestamptz
from unnest(:agencyIds::text[], :ids::text[], :sides::text[], :personIds::text[], :idNumbers::text[], :others::text[]);

-- name: moves
select v.id, v.side, v.person_id as "personId", p.name, v.id_number as "idNumber", p.id_kind as "idKind",
  v.other_agency as "otherAgency", v.proposed_at as "proposedAt", d.decision, d.reason, d.decided_at as "decidedAt"
from agencies.move v
join agencies.person p on p.agency_id = v.agency_id and p.id = v.person_id
left join agencies.move_decision d on d.agency_id = v.agency_id and d.move_id = v.id
where v.agency_id = :agencyId and v.side = :side
order by d.decision is not null, v.id desc limit :limit offset :offset;

-- name: countMoves
select count(*) as count from agencies.move where agency_id = :agencyId and side = :side;

-- name: openMove
select v.id, v.person_id as "personId", v.other_agency as "otherAgency" from agencies.move v
left join agencies.move_decision d on d.agency_id = v.agency_id and d.move_id = v.id
where v.agency_id = :agencyId and v.id = :moveId and v.side = 'out' and d.move_id is null;

-- name: addMoveDecision
insert into agencies.move_decision (agency_id, move_id, decision, reason, decided_by, decided_at)
values (:agencyId, :moveId, :decision, :reason, :by, :now) on conflict do nothing;

-- name: addStatus
insert into agencies.person_status (agency_id, id, person_id, kind, from_date, until_date, reason, recorded_by,
  recorded_at)
values (:agencyId, :id, :personId, :kind, :fromDate, :untilDate, :reason, :by, :now);

-- name: setStatus
update agencies.person set status = :status, changed_at = :now where agency_id = :agencyId and id = :personId;

-- name: statuses
select kind, from_date as "from", until_date as "until", reason, recorded_at as "at"
from agencies.person_status where agency_id = :agencyId and person_id = :personId
order by from_date desc, id desc limit 30;

-- name: unitChanges
-- When a file moved the person to another unit.
select l.started_at as "at", b.name as "before", a.name as "after"
from agencies.person_change c
join agencies.stream_load l on l.agency_id = c.agency_id and l.id = c.import_id
left join agencies.unit b on b.agency_id = c.agency_id and b.id = c.before ->> 'unitId'
left join agencies.unit a on a.agency_id = c.agency_id and a.id = c.after ->> 'unitId'
where c.agency_id = :agencyId and c.person_id = :personId and c.before ->> 'unitId' <> c.after ->> 'unitId'
order by l.id desc limit 20;
