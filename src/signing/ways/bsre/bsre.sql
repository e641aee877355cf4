-- name: addFile
insert into signing.certified_file (agency_id, campaign_id, person_id, form_key, text_digest, api, service, trial,
  continues, sha256, bytes, received_at)
values (:agencyId, :campaignId, :personId, :formKey, :textDigest, :api, :service, :trial, :continues, :sha256, :bytes,
  :now)
on conflict do nothing;

-- name: fileOfForm
select form_key as "formKey", api, service, trial, continues, encode(sha256, 'hex') as sha256
from signing.certified_file
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and form_key = :formKey
  and text_digest = :textDigest;

-- name: lastFile
select form_key as "formKey", api, service, trial, continues, encode(sha256, 'hex') as sha256
from signing.certified_file
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and text_digest = :textDigest
order by received_at desc limit 1;

-- name: fileOfRecord
select trial, continues from signing.certified_file
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and sha256 = :sha256 limit 1;

-- name: fileBytes
select bytes from signing.certified_file
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and sha256 = :sha256 limit 1;
