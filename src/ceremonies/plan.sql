-- The plan of a ceremony, saved whole; the newest version counts.

-- name: plan
select version, plan, saved_by as "savedBy", saved_at as "savedAt" from ceremonies.plan
where agency_id = :agencyId and ceremony_id = :ceremonyId order by version desc limit 1;

-- name: addPlan
insert into ceremonies.plan (agency_id, ceremony_id, version, plan, saved_by, saved_at)
values (:agencyId, :ceremonyId, :version, :plan, :by, :now)
on conflict do nothing;
