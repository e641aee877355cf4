-- name: newHeads
select c.agency_id as "agencyId", c.campaign_id as "campaignId", c.size, c.note
from evidence.log l
cross join lateral (select * from evidence.checkpoint p
  where p.agency_id = l.agency_id and p.campaign_id = l.campaign_id order by p.size desc limit 1) c
where l.agency_id <> 'semua' and c.size > coalesce((select max(h.size) from evidence.head_place h
  where h.agency_id = l.agency_id and h.campaign_id = l.campaign_id), -1)
order by c.agency_id, c.campaign_id;

-- Held from before the heads are looked up until they are recorded, so that two publishers record none of them twice.
-- name: holdHeadLog
select size from evidence.log where agency_id = 'semua' and campaign_id = 'semua' for update;

-- name: addHeads
with head as (
  update evidence.log set size = size + :count::bigint where agency_id = 'semua' and campaign_id = 'semua'
  returning size
), numbered as (
  select h.agency_id, h.campaign_id, h.size, h.entry, head.size - :count::bigint + h.ord - 1 as idx
  from head, unnest(:agencies::text[], :campaigns::text[], :sizes::bigint[], :entries::bytea[])
    with ordinality as h (agency_id, campaign_id, size, entry, ord)
), entries as (
  insert into evidence.log_entry (agency_id, campaign_id, idx, entry)
  select 'semua', 'semua', idx, entry from numbered
)
insert into evidence.head_place (agency_id, campaign_id, size, idx)
select agency_id, campaign_id, size, idx from numbered;

-- The tree of all first, then the logs of campaigns, each with its newest head and where that was recorded.
-- name: listed
select l.agency_id as "agencyId", l.campaign_id as "campaignId", l.origin, c.size, c.published_at as "publishedAt",
  t.title, coalesce(t.is_example, false) as "isExample", p.idx as place, count(*) over () as total
from evidence.log l
cross join lateral (select * from evidence.checkpoint k
  where k.agency_id = l.agency_id and k.campaign_id = l.campaign_id order by k.size desc limit 1) c
left join campaigns.campaign t on t.agency_id = l.agency_id and t.id = l.campaign_id
left join lateral (select h.idx from evidence.head_place h
  where h.agency_id = l.agency_id and h.campaign_id = l.campaign_id order by h.size desc limit 1) p on true
order by l.agency_id <> 'semua', c.published_at desc, l.agency_id, l.campaign_id
limit :limit offset :offset;

-- name: everyLog
select agency_id as "agencyId", campaign_id as "campaignId", origin, size from evidence.log
where :campaignId::text is null or campaign_id = :campaignId or agency_id = 'semua'
order by agency_id = 'semua', agency_id, campaign_id;

-- name: extent
select l.size,
  greatest(
    (select max(e.idx) + 1 from evidence.log_entry e
      where e.agency_id = l.agency_id and e.campaign_id = l.campaign_id),
    (select max(r.idx) + 1 from evidence.record r
      where r.agency_id = l.agency_id and r.campaign_id = l.campaign_id), 0) as stored,
  coalesce((select max(c.size) from evidence.checkpoint c
    where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id), -1) as published,
  exists (select from campaigns.opening o where o.agency_id = l.agency_id and o.campaign_id = l.campaign_id) as opened
from evidence.log l where l.agency_id = :agencyId and l.campaign_id = :campaignId;

-- Entry and record of each place, and the person as the campaign's audience was pinned when it opened.
-- name: places
select coalesce(e.idx, r.idx) as idx, e.entry, r.receipt, r.person_id as "personId", r.record, r.cut,
  encode(r.frame_id, 'hex') as "frameId", r.salt, a.person_id is not null as invited,
  coalesce(a.id_number, '') as "idNumber", x.request_id as "erasedBy"
from (select idx, entry from evidence.log_entry
  where agency_id = :agencyId and campaign_id = :campaignId and idx >= :low and idx < :high) e
full join (select * from evidence.record
  where agency_id = :agencyId and campaign_id = :campaignId and idx >= :low and idx < :high) r on r.idx = e.idx
left join campaigns.audience a
  on a.agency_id = :agencyId and a.campaign_id = :campaignId and a.person_id = r.person_id
left join evidence.erasure x
  on x.agency_id = :agencyId and x.campaign_id = :campaignId and x.idx = r.idx and x.receipt = r.receipt
order by 1;

-- name: frame
select head, tail from evidence.record_frame
where agency_id = :agencyId and campaign_id = :campaignId and id = decode(:id, 'hex');

-- name: headPlaces
select e.idx, e.entry, h.agency_id as "agencyId", h.campaign_id as "campaignId", h.size
from evidence.log_entry e left join evidence.head_place h on h.idx = e.idx
where e.agency_id = 'semua' and e.campaign_id = 'semua' and e.idx >= :low and e.idx < :high
order by e.idx, h.agency_id, h.campaign_id, h.size;

-- name: placeOfEntry
select min(idx) as idx from evidence.log_entry
where agency_id = :agencyId and campaign_id = :campaignId and entry = :entry;

-- name: headsBetween
select size, note, published_at as "publishedAt" from evidence.checkpoint
where agency_id = :agencyId and campaign_id = :campaignId and size >= :low and size < :high order by size;

-- name: headsAt
select c.agency_id as "agencyId", c.campaign_id as "campaignId", c.size, c.note
from unnest(:agencies::text[], :campaigns::text[], :sizes::bigint[]) as h (agency_id, campaign_id, size)
join evidence.checkpoint c
  on c.agency_id = h.agency_id and c.campaign_id = h.campaign_id and c.size = h.size;

-- name: tilesAt
select t.level, t.n, t.width, t.hashes from unnest(:levels::int[], :ns::bigint[]) as e (level, n)
join evidence.tile t on t.agency_id = :agencyId and t.campaign_id = :campaignId
  and t.level = e.level and t.n = e.n
order by t.level, t.n, t.width;

-- A tile that no tree of this size has.
-- name: strayTile
select level, n, width from evidence.tile
where agency_id = :agencyId and campaign_id = :campaignId
  and (level not between 0 and 7 or n < 0 or width < 1
    or width > least(256, floor(:size::numeric / power(256::numeric, level)) - n * 256))
order by level, n, width limit 1;

-- name: cosignaturesBetween
select size, witness, line, cosigned_at as "cosignedAt" from evidence.cosignature
where agency_id = :agencyId and campaign_id = :campaignId and size >= :low and size < :high
order by size, witness;

-- name: theirHeads
select witness, theirs from evidence.witness_incident
where agency_id = :agencyId and campaign_id = :campaignId and theirs is not null order by id;
