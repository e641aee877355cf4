-- Who signed in front for others. The newest row of a person, or of a named official, counts.

-- name: addSymbolic
insert into ceremonies.symbolic (agency_id, ceremony_id, seq, person_id, name, office, stands_for, unit_ids,
  recorded_by, recorded_at)
select :agencyId, :ceremonyId, coalesce(max(seq), 0) + 1, :personId, :name, :office, :standsFor, :unitIds, :by, :now
from ceremonies.symbolic where agency_id = :agencyId and ceremony_id = :ceremonyId;

-- People whom the attendance list has, and no row says for whom they stand, are among them.
-- name: symbolicOf
select s.name, s.office, s.stands_for as "standsFor", s.person_id as "personId", p.unit_id as "unitId",
  s.recorded_at as "recordedAt", coalesce(a.display_name, s.recorded_by) as "recordedBy"
from ceremonies.symbolic_now s
join ceremonies.ceremony c on c.agency_id = s.agency_id and c.id = s.ceremony_id
left join campaigns.audience p
  on p.agency_id = s.agency_id and p.campaign_id = c.campaign_id and p.person_id = s.person_id
left join access.account a on s.recorded_by = 'account:' || a.id
where s.agency_id = :agencyId and s.ceremony_id = :ceremonyId
union all
select p.name, p.post, null, p.person_id, p.unit_id, t.recorded_at, coalesce(a.display_name, t.recorded_by)
from ceremonies.attendance t
join ceremonies.ceremony c on c.agency_id = t.agency_id and c.id = t.ceremony_id
join campaigns.audience p
  on p.agency_id = t.agency_id and p.campaign_id = c.campaign_id and p.person_id = t.person_id
left join access.account a on t.recorded_by = 'account:' || a.id
where t.agency_id = :agencyId and t.ceremony_id = :ceremonyId and t.fact = 'symbolic'
  and not exists (select from ceremonies.symbolic s
    where s.agency_id = t.agency_id and s.ceremony_id = t.ceremony_id and s.person_id = t.person_id)
order by "recordedAt", name;
