-- name: addScan
insert into signing.scan (agency_id, id, campaign_id, person_id, text_digest, signed_on, media_type, sha256, bytes,
  recorded_by, recorded_at)
values (:agencyId, :id, :campaignId, :personId, :textDigest, :signedOn, :mediaType, :sha256, :bytes, :by, :now)
on conflict do nothing;

-- name: scanByFile
select id from signing.scan where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId
  and sha256 = :sha256;

-- A scan sealed the signature whose form key it is.
-- name: scans
select s.id, s.campaign_id as "campaignId", s.person_id as "personId", a.name, a.unit_id as "unitId",
  a.unit_name as "unitName", s.text_digest as "textDigest", s.signed_on::text as "signedOn",
  s.media_type as "mediaType", encode(s.sha256, 'hex') as sha256, s.recorded_by as "recordedBy",
  coalesce(r.display_name, '') as "recordedByName", s.recorded_at as "recordedAt", d.verdict, d.reason,
  d.decided_by as "decidedBy", d.decided_at as "decidedAt", g.method as "signedMethod", g.signed_at as "signedAt",
  coalesce(g.idempotency_key = :prefix || s.id and g.method = 'ink', false) as sealed,
  f.sheet_id as "sheetId", array_position(h.person_ids, s.person_id) as "sheetRow"
from signing.scan s
left join signing.sheet_file f on f.agency_id = s.agency_id and f.id = s.sheet_file_id
left join signing.sheet h on h.agency_id = f.agency_id and h.id = f.sheet_id
join campaigns.audience a
  on a.agency_id = s.agency_id and a.campaign_id = s.campaign_id and a.person_id = s.person_id
left join access.account r on r.id = substr(s.recorded_by, 9)
left join signing.scan_decision d on d.agency_id = s.agency_id and d.scan_id = s.id
left join signing.signature g
  on g.agency_id = s.agency_id and g.campaign_id = s.campaign_id and g.person_id = s.person_id
where s.agency_id = :agencyId and s.campaign_id = :campaignId and (:id::text is null or s.id = :id)
  and (:personId::text is null or s.person_id = :personId) and (:sheetId::text is null or f.sheet_id = :sheetId) and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
  and (not :open or (d.verdict is distinct from 'rejected' and g.person_id is null))
order by s.recorded_at, "sheetRow", s.id limit :limit;

-- name: scanBytes
select s.media_type as "mediaType", coalesce(s.bytes, f.bytes) as bytes from signing.scan s
left join signing.sheet_file f on f.agency_id = s.agency_id and f.id = s.sheet_file_id
where s.agency_id = :agencyId and s.id = :id;

-- Never by who recorded it, and once: of two at the same time the first is kept.
-- name: decide
insert into signing.scan_decision (agency_id, scan_id, verdict, reason, decided_by, decided_at)
select agency_id, id, :verdict, :reason, :by, :now from signing.scan
where agency_id = :agencyId and id = :id and recorded_by <> :by
on conflict do nothing;
