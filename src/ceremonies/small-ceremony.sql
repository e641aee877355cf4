-- Small ceremonies of a larger one.

-- name: addBelonging
insert into ceremonies.belonging (agency_id, ceremony_id, parent_id, unit_ids)
values (:agencyId, :ceremonyId, :parentId, :unitIds);

-- name: addInvited
insert into ceremonies.invited (agency_id, ceremony_id, person_id)
select a.agency_id, :ceremonyId, a.person_id from campaigns.audience a
where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.person_id = any(:personIds::text[])
on conflict do nothing;
