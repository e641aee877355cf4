-- Tree heads to be stamped: the newest of each log, if nothing of it was stamped for a while, or its campaign is closed.
-- name: unstamped
select c.agency_id as "agencyId", c.campaign_id as "campaignId", c.size, c.note
from evidence.log l
cross join lateral (
  select agency_id, campaign_id, size, note from evidence.checkpoint c
  where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id order by size desc limit 1) c
left join lateral (
  select size, created_at from evidence.timestamp t
  where t.agency_id = l.agency_id and t.campaign_id = l.campaign_id order by size desc limit 1) t on true
left join campaigns.closing x on x.agency_id = l.agency_id and x.campaign_id = l.campaign_id
left join evidence.timestamp_lease h on h.agency_id = l.agency_id and h.campaign_id = l.campaign_id
where c.size > coalesce(t.size, 0)
  and (t.created_at is null or t.created_at <= :stampedBefore or x.closed_at is not null)
  and (h.failed_at is null or h.failed_at <= :failedBefore)
order by h.failed_at nulls first, t.created_at nulls first;

-- name: takeTimestampLease
insert into evidence.timestamp_lease as held (agency_id, campaign_id, holder, until)
values (:agencyId, :campaignId, :holder, :until)
on conflict (agency_id, campaign_id) do update set holder = excluded.holder, until = excluded.until
where held.holder = excluded.holder or held.until < :now;

-- name: endTimestampLease
update evidence.timestamp_lease set until = :now, failed_at = :failedAt, failure = :failure
where agency_id = :agencyId and campaign_id = :campaignId and holder = :holder;

-- name: addTimestamp
insert into evidence.timestamp (agency_id, campaign_id, size, token, stamped_at, verified, authority, created_at)
values (:agencyId, :campaignId, :size, :token, :stampedAt, :verified, :authority, :now) on conflict do nothing;

-- name: timestamps
select t.size, t.token, t.stamped_at as "stampedAt", t.verified, t.authority, c.note
from evidence.timestamp t join evidence.checkpoint c
  on c.agency_id = t.agency_id and c.campaign_id = t.campaign_id and c.size = t.size
where t.agency_id = :agencyId and t.campaign_id = :campaignId and t.size >= :low and t.size <= :high
order by t.size desc limit :limit;

-- name: lastTimestamps
select t.agency_id as "agencyId", t.campaign_id as "campaignId", l.origin, t.size, t.stamped_at as "stampedAt", t.verified
from evidence.log l cross join lateral (
  select agency_id, campaign_id, size, stamped_at, verified from evidence.timestamp t
  where t.agency_id = l.agency_id and t.campaign_id = l.campaign_id order by size desc limit 1) t
order by t.stamped_at desc, t.agency_id, t.campaign_id limit :limit;

-- name: timestampFailures
select failed_at as "failedAt", failure from evidence.timestamp_lease
where failed_at is not null order by failed_at desc limit 1;

-- name: pdfTimestamp
select p.signature, p.qr_signature as "qrSignature", p.token, p.sha256, c.pem
from evidence.pdf_timestamp p join evidence.certificate c on c.agency_id = p.agency_id and c.id = p.certificate_id
where p.agency_id = :agencyId and p.campaign_id = :campaignId and p.idx = :idx
  and p.writer_version = :writerVersion;

-- name: addPdfTimestamp
insert into evidence.pdf_timestamp (agency_id, campaign_id, idx, writer_version, certificate_id, signature, qr_signature,
  token, stamped_at, verified, sha256, created_at)
values (:agencyId, :campaignId, :idx, :writerVersion, :certificateId, :signature, :qrSignature,
  :token, :stampedAt, :verified, :sha256, :now)
on conflict do nothing;
