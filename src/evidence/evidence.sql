-- name: addLog
insert into evidence.log (agency_id, campaign_id, origin, size) values (:agencyId, :campaignId, :origin, 0)
on conflict do nothing;

-- The head row is raised first and held until the commit: two writers of one log follow each other there, and no
-- place is given twice or left out. Frames come with the records that need them, so that none is ever without.
-- name: append
with head as (
  update evidence.log set size = size + :count::bigint
  where agency_id = :agencyId and campaign_id = :campaignId
  returning size, origin
), given as (
  select i.person_id, i.receipt, i.cut, i.in_frame, i.verify_url, i.ord,
    substring(:records::bytea from coalesce(lag(i.ending) over (order by i.ord), 0) + 1
      for i.ending - coalesce(lag(i.ending) over (order by i.ord), 0)) as record,
    substring(:salts::bytea from 32 * (i.ord::integer - 1) + 1 for 32) as salt,
    substring(:entries::bytea from 39 * (i.ord::integer - 1) + 1 for 39) as entry
  from unnest(:persons::text[], :receipts::text[], :ends::integer[], :cuts::integer[], :inFrames::integer[],
    :verifyUrls::text[]) with ordinality as i (person_id, receipt, ending, cut, in_frame, verify_url, ord)
), numbered as (
  select given.*, head.origin, head.size - :count::bigint + given.ord - 1 as idx,
    (:frames::bytea[])[given.in_frame] as frame_id
  from head, given
), frames as (
  insert into evidence.record_frame (agency_id, campaign_id, id, head, tail, text_digest)
  select :agencyId, :campaignId, f.id, f.head, f.tail, f.text_digest
  from head, unnest(:frames::bytea[], :frameHeads::bytea[], :frameTails::bytea[], :frameTexts::text[])
    as f (id, head, tail, text_digest)
  on conflict do nothing
), entries as (
  insert into evidence.log_entry (agency_id, campaign_id, idx, entry)
  select :agencyId, :campaignId, idx, entry from numbered
), records as (
  insert into evidence.record
    (agency_id, campaign_id, idx, receipt, person_id, record, cut, frame_id, salt, verify_url)
  select :agencyId, :campaignId, idx, receipt, person_id, record, cut, frame_id, salt, verify_url from numbered
)
select person_id as "personId", idx, origin from numbered;

-- name: unpublished
select l.agency_id as "agencyId", l.campaign_id as "campaignId", l.origin, l.size,
  coalesce((select max(c.size) from evidence.checkpoint c
    where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id), -1) as published
from evidence.log l
where (l.agency_id = 'semua') = :ofAll::boolean
  and l.size > coalesce((select max(c.size) from evidence.checkpoint c
    where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id), -1);

-- name: takeLease
insert into evidence.publisher_lease as held (agency_id, campaign_id, holder, until)
values (:agencyId, :campaignId, :holder, :until)
on conflict (agency_id, campaign_id) do update set holder = excluded.holder, until = excluded.until
where held.holder = excluded.holder or held.until < :now;

-- name: entriesFrom
select entry from evidence.log_entry
where agency_id = :agencyId and campaign_id = :campaignId and idx >= :low and idx < :high order by idx;

-- name: entriesAt
select idx, entry from evidence.log_entry
where agency_id = :agencyId and campaign_id = :campaignId and idx = any(:idxs::bigint[]);

-- name: tile
select hashes from evidence.tile
where agency_id = :agencyId and campaign_id = :campaignId and level = :level and n = :n and width = :width;

-- name: edge
select t.level, t.n, t.hashes
from unnest(:levels::int[], :ns::bigint[], :widths::int[]) as e (level, n, width)
join evidence.tile t on t.agency_id = :agencyId and t.campaign_id = :campaignId
  and t.level = e.level and t.n = e.n and t.width = e.width;

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
from evidence.sealed_record r join evidence.log l on l.agency_id = r.agency_id and l.campaign_id = r.campaign_id
where r.agency_id = :agencyId and r.receipt = :receipt;

-- Of pacts alone; minutes are no person's.
-- name: recordsFrom
select r.agency_id as "agencyId", r.campaign_id as "campaignId", r.idx, r.record, r.salt, r.verify_url as "verifyUrl",
  l.origin
from evidence.sealed_record r join evidence.log l on l.agency_id = r.agency_id and l.campaign_id = r.campaign_id
where r.agency_id = :agencyId and r.campaign_id = :campaignId and r.idx > :after and r.person_id not like 'minutes:%'
order by r.idx limit :limit;

-- name: erasureByReceipt
select idx, why, erased_at as "at" from evidence.erasure where agency_id = :agencyId and receipt = :receipt;

-- name: findReceipt
select r.agency_id as "agencyId" from agencies.agency a
join evidence.record r on r.agency_id = a.id and r.receipt = :receipt;

-- name: pdfs
select p.idx, p.signature, p.sha256, p.qr_signature as "qrSignature", c.pem
from evidence.pdf p join evidence.certificate c on c.agency_id = p.agency_id and c.id = p.certificate_id
where p.agency_id = :agencyId and p.campaign_id = :campaignId and p.idx = any(:idxs::bigint[])
  and p.writer_version = :writerVersion;

-- name: addPdfs
insert into evidence.pdf (agency_id, campaign_id, idx, writer_version, certificate_id, signature, sha256, qr_signature)
select :agencyId, :campaignId, i.idx, :writerVersion, :certificateId, i.signature, i.sha256, i.qr_signature
from unnest(:idxs::bigint[], :signatures::bytea[], :digests::bytea[], :qrSignatures::bytea[])
  as i (idx, signature, sha256, qr_signature)
on conflict do nothing;

-- name: addCertificate
insert into evidence.certificate (agency_id, id, pem, created_at) values (:agencyId, :id, :pem, :now)
on conflict do nothing;

-- Of all institutions: for the page that checks without us.
-- name: allCertificates
select pem from evidence.certificate order by agency_id, created_at, id;

-- name: certificates
select pem from evidence.certificate where agency_id = :agencyId order by created_at, id;

-- Signed, but nobody has asked for the document yet.
-- name: unsealed
select r.agency_id as "agencyId", r.campaign_id as "campaignId", r.idx, r.record, r.salt, r.verify_url as "verifyUrl",
  l.origin
from evidence.sealed_record r join evidence.log l on l.agency_id = r.agency_id and l.campaign_id = r.campaign_id
where r.agency_id = :agencyId and r.person_id not like 'minutes:%' and not exists (
  select from evidence.pdf p where p.agency_id = r.agency_id and p.campaign_id = r.campaign_id and p.idx = r.idx
    and p.writer_version = :writerVersion)
order by r.campaign_id, r.idx limit :limit;

-- name: unsealedMinutes
select r.receipt from evidence.record r
where r.agency_id = :agencyId and r.person_id like 'minutes:%' and not exists (
  select from evidence.minutes_file f where f.agency_id = r.agency_id and f.receipt = r.receipt)
order by r.campaign_id, r.idx;

-- name: origin
select value as origin from platform.setting where key = 'origin';

-- Of two that name the installation at once the first stays.
-- name: addOrigin
insert into platform.setting (key, value) values ('origin', to_jsonb(:origin::text)) on conflict (key) do nothing;

-- Their photos are kept before they are sealed, and by their receipt, so that the head of the log is held briefly.
-- name: addMinutesPhotos
insert into evidence.minutes_photo (agency_id, receipt, n, bytes)
select :agencyId, :receipt, p.ord - 1, p.bytes
from unnest(:photos::bytea[]) with ordinality as p (bytes, ord);

-- name: minutesPhotos
select bytes from evidence.minutes_photo where agency_id = :agencyId and receipt = :receipt order by n;

-- name: minutesFile
select bytes, sha256 from evidence.minutes_file where agency_id = :agencyId and receipt = :receipt;

-- name: addMinutesFile
insert into evidence.minutes_file (agency_id, receipt, certificate_id, bytes, sha256, sealed_at)
values (:agencyId, :receipt, :certificateId, :bytes, :sha256, :now) on conflict do nothing;

-- name: holdLog
select size from evidence.log where agency_id = :agencyId and campaign_id = :campaignId for update;

-- Entries alone: what they commit to is kept by another slice, in the same transaction.
-- name: appendEntries
with head as (
  update evidence.log set size = size + :count::bigint
  where agency_id = :agencyId and campaign_id = :campaignId
  returning size
), added as (
  insert into evidence.log_entry (agency_id, campaign_id, idx, entry)
  select :agencyId, :campaignId, head.size - :count::bigint + n, substring(:entries::bytea from 39 * n + 1 for 39)
  from head, generate_series(0, :count::integer - 1) as n
)
select size from head;
