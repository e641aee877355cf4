-- name: addLog
insert into evidence.log (agency_id, campaign_id, origin, size) values (:agencyId, :campaignId, :origin, 0)
on conflict do nothing;

-- name: logs
select agency_id as "agencyId", campaign_id as "campaignId", origin from evidence.log
where :campaignId::text is null or campaign_id = :campaignId order by agency_id, campaign_id;

-- name: append
with head as (
  update evidence.log set size = size + :count::bigint
  where agency_id = :agencyId and campaign_id = :campaignId
  returning size
), numbered as (
  select i.person_id, i.receipt, i.record, i.salt, i.entry, i.verify_url,
    head.size - :count::bigint + i.ord - 1 as idx
  from head, unnest(:persons::text[], :receipts::text[], :records::bytea[], :salts::bytea[], :entries::bytea[],
    :verifyUrls::text[]) with ordinality as i (person_id, receipt, record, salt, entry, verify_url, ord)
), entries as (
  insert into evidence.log_entry (agency_id, campaign_id, idx, entry)
  select :agencyId, :campaignId, idx, entry from numbered
), records as (
  insert into evidence.record (agency_id, campaign_id, idx, receipt, person_id, record, salt, verify_url)
  select :agencyId, :campaignId, idx, receipt, person_id, record, salt, verify_url from numbered
)
select person_id as "personId", idx from numbered;

-- name: unpublished
select l.agency_id as "agencyId", l.campaign_id as "campaignId", l.origin, l.size,
  coalesce((select max(c.size) from evidence.checkpoint c
    where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id), -1) as published
from evidence.log l
where l.size > coalesce((select max(c.size) from evidence.checkpoint c
    where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id), -1);

-- name: takeLease
insert into evidence.publisher_lease as held (agency_id, campaign_id, holder, until)
values (:agencyId, :campaignId, :holder, :until)
on conflict (agency_id, campaign_id) do update set holder = excluded.holder, until = excluded.until
where held.holder = excluded.holder or held.until < :now;

-- name: entriesFrom
select entry from evidence.log_entry
where agency_id = :agencyId and campaign_id = :campaignId and idx >= :low and idx < :high order by idx;

-- name: tile
select hashes from evidence.tile
where agency_id = :agencyId and campaign_id = :campaignId and level = :level and n = :n and width = :width;

-- name: addTiles
insert into evidence.tile (agency_id, campaign_id, level, n, width, hashes)
select :agencyId, :campaignId, t.level, t.n, t.width, t.hashes
from unnest(:levels::int[], :ns::bigint[], :widths::int[], :hashes::bytea[]) as t (level, n, width, hashes)
on conflict do nothing;

-- name: addCheckpoint
insert into evidence.checkpoint (agency_id, campaign_id, size, note, published_at)
values (:agencyId, :campaignId, :size, :note, :now) on conflict do nothing;

-- name: lastCheckpoint
select size, note, published_at as "publishedAt" from evidence.checkpoint
where agency_id = :agencyId and campaign_id = :campaignId order by size desc limit 1;

-- name: recordByReceipt
select r.agency_id as "agencyId", r.campaign_id as "campaignId", r.idx, r.record, r.salt, r.verify_url as "verifyUrl",
  l.origin
from evidence.record r join evidence.log l on l.agency_id = r.agency_id and l.campaign_id = r.campaign_id
where r.agency_id = :agencyId and r.receipt = :receipt;

-- name: recordByIndex
select r.agency_id as "agencyId", r.campaign_id as "campaignId", r.idx, r.record, r.salt, r.verify_url as "verifyUrl",
  l.origin
from evidence.record r join evidence.log l on l.agency_id = r.agency_id and l.campaign_id = r.campaign_id
where r.agency_id = :agencyId and r.campaign_id = :campaignId and r.idx = :idx;

-- name: indexesFrom
select idx from evidence.record
where agency_id = :agencyId and campaign_id = :campaignId and idx > :after order by idx limit :limit;

-- name: findReceipt
select r.agency_id as "agencyId" from agencies.agency a
join evidence.record r on r.agency_id = a.id and r.receipt = :receipt;

-- name: pdf
select p.writer_version as "writerVersion", p.signature, p.sha256, c.pem
from evidence.pdf p join evidence.certificate c on c.agency_id = p.agency_id and c.id = p.certificate_id
where p.agency_id = :agencyId and p.campaign_id = :campaignId and p.idx = :idx;

-- name: addPdf
insert into evidence.pdf (agency_id, campaign_id, idx, writer_version, certificate_id, signature, sha256)
values (:agencyId, :campaignId, :idx, :writerVersion, :certificateId, :signature, :sha256) on conflict do nothing;

-- name: addCertificate
insert into evidence.certificate (agency_id, id, pem, created_at) values (:agencyId, :id, :pem, :now)
on conflict do nothing;

-- name: origin
select value as origin from platform.setting where key = 'origin';

-- Of two that name the installation at once the first stays.
-- name: addOrigin
insert into platform.setting (key, value) values ('origin', to_jsonb(:origin::text)) on conflict (key) do nothing;
