-- The roster for programs. Pages go on after the last id, which is in the order in which people were added.

-- name: rosterAfter
select p.id, p.id_kind as "idKind", p.id_number as "idNumber", p.name, p.category, p.rank, p.post,
  p.post_status as "postStatus", p.unit_id as "unitId", u.name as "unitName", u.code as "unitCode", p.email, p.status,
  p.changed_at as "changedAt"
from agencies.person p
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.id > :after
  and (:unitIds::text[] is null or p.unit_id = any(:unitIds))
  and (:since::timestamptz is null or p.changed_at >= :since)
order by p.id
limit :limit;

-- name: peopleByNumber
select id, id_kind as "idKind", id_number as "idNumber", name, category, rank, post, post_status as "postStatus",
  unit_id as "unitId", email, status, is_example as "isExample", changed_at as "changedAt"
from agencies.person where agency_id = :agencyId and id_number = any(:numbers::text[]);

-- name: addCorrections
insert into agencies.person_correction (agency_id, id, person_id, before, after, reason, corrected_by, corrected_at)
select :agencyId, c.id, c.person_id, c.before::jsonb, c.after::jsonb, :reason, :by, :now
from unnest(:ids::text[], :personIds::text[], :befores::text[], :afters::text[]) as c (id, person_id, before, after);

-- name: eventsAfter
select id, at, actor, kind, subject from platform.event
where agency_id = :agencyId and id > :after and id < :until
order by id limit :limit;
