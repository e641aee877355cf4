-- Who is expected at a ceremony (view ceremonies.expected).

-- name: expectedPeople
select e.person_id as "personId", e.name, e.category, e.rank, e.post, e.unit_id as "unitId", e.unit_name as "unitName"
from ceremonies.expected e
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and (:personIds::text[] is null or e.person_id = any(:personIds::text[]))
  and (:unitIds::text[] is null or e.unit_id = any(:unitIds::text[]))
  and (:like::text is null or e.name ilike :like)
order by lower(e.name), e.person_id
limit :limit;

-- name: expectedByUnit
select e.unit_id as "unitId", count(*)::integer as count from ceremonies.expected e
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId group by e.unit_id;
