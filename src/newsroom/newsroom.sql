-- A release is its versions; approving is a row of its own. Nothing is rewritten.

-- name: addVersion
insert into newsroom.release
  (agency_id, id, campaign_id, ceremony_id, title, body, version, is_example, created_by, created_at)
values (:agencyId, :id, :campaignId, :ceremonyId, :title, :body, :version, :isExample, :by, :now)
on conflict do nothing;

-- name: latest
select r.agency_id as "agencyId", r.id, r.campaign_id as "campaignId", r.ceremony_id as "ceremonyId", r.title, r.body,
  r.version, r.is_example as "isExample", r.created_at as "createdAt", a.approved_at as "approvedAt"
from newsroom.release r
left join newsroom.release_approval a
  on a.agency_id = r.agency_id and a.release_id = r.id and a.version = r.version
where r.agency_id = :agencyId and r.id = :id
order by r.version desc limit 1;

-- name: ofCampaign
select distinct on (r.id) r.agency_id as "agencyId", r.id, r.campaign_id as "campaignId",
  r.ceremony_id as "ceremonyId", r.title, r.body, r.version, r.is_example as "isExample",
  r.created_at as "createdAt", a.approved_at as "approvedAt"
from newsroom.release r
left join newsroom.release_approval a
  on a.agency_id = r.agency_id and a.release_id = r.id and a.version = r.version
where r.agency_id = :agencyId and r.campaign_id = :campaignId
order by r.id, r.version desc;

-- name: addApproval
insert into newsroom.release_approval (agency_id, release_id, version, approved_by, approved_at)
values (:agencyId, :id, :version, :by, :now)
on conflict do nothing;

-- name: published
with newest as (
  select distinct on (a.agency_id, a.release_id) a.agency_id, a.release_id, a.version, a.approved_at
  from newsroom.release_approval a
  order by a.agency_id, a.release_id, a.version desc
)
select r.agency_id as "agencyId", r.id, r.campaign_id as "campaignId", r.ceremony_id as "ceremonyId", r.title, r.body,
  r.version, r.is_example as "isExample", r.created_at as "createdAt", n.approved_at as "approvedAt"
from newest n
join newsroom.release r on r.agency_id = n.agency_id and r.id = n.release_id and r.version = n.version
where (:agencyId::text is null or (r.agency_id = :agencyId and r.id = :id))
order by n.approved_at desc, r.id
limit :limit offset :offset;
