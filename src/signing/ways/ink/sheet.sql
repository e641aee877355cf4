-- Who may still sign on paper: of these units, not signed, not exempted, and without a scan that waits or was found to
-- match.
-- name: sheetCandidates
select a.person_id as "personId" from campaigns.audience a
where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.unit_id = any(:unitIds::text[])
  and not exists (select from signing.signature g where g.agency_id = a.agency_id and g.campaign_id = a.campaign_id
    and g.person_id = a.person_id)
  and not exists (select from campaigns.exemption e where e.agency_id = a.agency_id
    and e.campaign_id = a.campaign_id and e.person_id = a.person_id)
  and not exists (select from signing.scan s
    left join signing.scan_decision d on d.agency_id = s.agency_id and d.scan_id = s.id
    where s.agency_id = a.agency_id and s.campaign_id = a.campaign_id and s.person_id = a.person_id
      and d.verdict is distinct from 'rejected')
order by a.unit_name, a.name, a.person_id;

-- name: addSheet
insert into signing.sheet (agency_id, id, campaign_id, unit_id, text_digest, person_ids, made_by, made_at)
values (:agencyId, :id, :campaignId, :unitId, :textDigest, :personIds::text[], :by, :now);

-- name: sheets
select h.id, h.campaign_id as "campaignId", h.unit_id as "unitId", u.name as "unitName",
  h.text_digest as "textDigest", h.person_ids as "personIds", coalesce(r.display_name, '') as "madeByName",
  h.made_at as "madeAt",
  (select count(*) from signing.sheet_file f where f.agency_id = h.agency_id and f.sheet_id = h.id)::int as files
from signing.sheet h
join agencies.unit u on u.agency_id = h.agency_id and u.id = h.unit_id
left join access.account r on r.id = substr(h.made_by, 9)
where h.agency_id = :agencyId and h.campaign_id = :campaignId and (:id::text is null or h.id = :id)
  and (:unitIds::text[] is null or h.unit_id = any(:unitIds))
order by h.made_at desc, h.id limit 200;

-- In the rows of the paper. `scanSha256`: of a file that waits or was found to match, on whichever paper.
-- name: sheetRows
select x.row::int as row, a.person_id as "personId", a.name, a.id_number as "idNumber", a.unit_name as "unitName",
  exists (select from signing.signature g where g.agency_id = a.agency_id and g.campaign_id = a.campaign_id
    and g.person_id = a.person_id) as signed,
  (select encode(s.sha256, 'hex') from signing.scan s
    left join signing.scan_decision d on d.agency_id = s.agency_id and d.scan_id = s.id
    where s.agency_id = a.agency_id and s.campaign_id = a.campaign_id and s.person_id = a.person_id
      and d.verdict is distinct from 'rejected' order by s.recorded_at limit 1) as "scanSha256"
from signing.sheet h
cross join lateral unnest(h.person_ids) with ordinality as x (person_id, row)
join campaigns.audience a
  on a.agency_id = h.agency_id and a.campaign_id = h.campaign_id and a.person_id = x.person_id
where h.agency_id = :agencyId and h.id = :id
order by x.row;

-- name: addSheetFile
insert into signing.sheet_file (agency_id, id, sheet_id, signed_on, media_type, sha256, bytes, recorded_by, recorded_at)
values (:agencyId, :id, :sheetId, :signedOn, :mediaType, :sha256, :bytes, :by, :now)
on conflict do nothing;

-- name: sheetFileByDigest
select id, signed_on::text as "signedOn", media_type as "mediaType" from signing.sheet_file
where agency_id = :agencyId and sheet_id = :sheetId and sha256 = :sha256;

-- name: addSheetScan
insert into signing.scan (agency_id, id, campaign_id, person_id, text_digest, signed_on, media_type, sha256,
  sheet_file_id, recorded_by, recorded_at)
values (:agencyId, :id, :campaignId, :personId, :textDigest, :signedOn, :mediaType, :sha256, :fileId, :by, :now)
on conflict do nothing;
