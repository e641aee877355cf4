-- Who is expected, with the newest that is known of each. :standing 'unrecorded' asks for those of whom nothing is.
-- name: listed
select e.person_id as "personId", e.name, e.unit_name as "unitName", e.post, p.standing, p.reason, p.how, p.site,
  p.device_at as "deviceAt", p.recorded_at as "recordedAt", coalesce(w.display_name, '') as "recordedBy",
  count(*) over ()::integer as total
from ceremonies.expected e
left join ceremonies.presence_now p
  on p.agency_id = :agencyId and p.ceremony_id = :ceremonyId and p.person_id = e.person_id
left join access.account w on p.recorded_by = 'account:' || w.id
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or e.unit_id = any(:unitIds::text[]))
  and (:search::text is null or strpos(lower(e.name), lower(:search::text)) > 0)
  and (:standing::text is null or coalesce(p.standing, 'unrecorded') = :standing::text)
order by e.unit_name, e.unit_id, e.name, e.person_id
limit :limit offset :offset;

-- name: units
select unit_id as id, min(unit_name) as name from ceremonies.expected
where agency_id = :agencyId and ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or unit_id = any(:unitIds::text[]))
group by unit_id order by min(unit_name), unit_id;
