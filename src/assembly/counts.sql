-- One question for the screen, the door, the minutes and the head's page, so that their totals agree.

-- name: cells
select e.unit_id as "unitId", min(e.unit_name) as "unitName", e.category, count(*)::integer as expected,
  count(*) filter (where p.standing = 'present')::integer as present,
  count(*) filter (where p.standing = 'late')::integer as late,
  count(*) filter (where p.standing = 'duty-elsewhere')::integer as "dutyElsewhere",
  count(*) filter (where p.standing = 'excused')::integer as excused,
  count(*) filter (where p.standing = 'absent')::integer as absent,
  count(*) filter (where p.standing is null)::integer as unrecorded,
  count(g.person_id)::integer as signed,
  count(g.person_id) filter (where p.standing in ('present', 'late'))::integer as "presentSigned",
  count(s.person_id)::integer as symbolic
from ceremonies.expected e
left join ceremonies.presence_now p
  on p.agency_id = e.agency_id and p.ceremony_id = e.ceremony_id and p.person_id = e.person_id
left join signing.signature g
  on g.agency_id = e.agency_id and g.campaign_id = e.campaign_id and g.person_id = e.person_id
left join ceremonies.attendance s
  on s.agency_id = e.agency_id and s.ceremony_id = e.ceremony_id and s.person_id = e.person_id and s.fact = 'symbolic'
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and (:unitIds::text[] is null or e.unit_id = any(:unitIds))
group by e.unit_id, e.category;
