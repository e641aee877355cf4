-- name: newestHeads
select l.agency_id as "agencyId", l.campaign_id as "campaignId", l.origin, c.size, c.note
from evidence.log l
cross join lateral (select p.size, p.note from evidence.checkpoint p
  where p.agency_id = l.agency_id and p.campaign_id = l.campaign_id order by p.size desc limit 1) c
where c.size > 0 order by l.agency_id, l.campaign_id;

-- name: takeLease
insert into evidence.witness_lease as held (agency_id, campaign_id, holder, until)
values (:agencyId, :campaignId, :holder, :until)
on conflict (agency_id, campaign_id) do update set holder = excluded.holder, until = excluded.until
where held.holder = excluded.holder or held.until < :now;

-- name: lastSizes
select w.witness, (select max(k.size) from evidence.cosignature k
  where k.agency_id = :agencyId and k.campaign_id = :campaignId and k.witness = w.witness) as size
from unnest(:witnesses::text[]) as w (witness);

-- name: addCosignature
insert into evidence.cosignature (agency_id, campaign_id, witness, size, line, cosigned_at, received_at)
values (:agencyId, :campaignId, :witness, :size, :line, :cosignedAt, :now) on conflict do nothing;

-- The same refusal is told once, until the witness has cosigned the log again.
-- name: addIncident
insert into evidence.witness_incident (agency_id, campaign_id, id, witness, kind, status, size, ours, held_size,
  theirs, at)
select :agencyId, :campaignId, :id, :witness, :kind, :status::integer, :size, :ours, :heldSize::bigint, :theirs, :now
where not exists (select from evidence.witness_incident i
  where i.agency_id = :agencyId and i.campaign_id = :campaignId and i.witness = :witness and i.kind = :kind
    and i.held_size is not distinct from :heldSize::bigint and i.status is not distinct from :status::integer
    and i.at > coalesce((select max(k.received_at) from evidence.cosignature k
      where k.agency_id = :agencyId and k.campaign_id = :campaignId and k.witness = :witness), 'epoch'));

-- Newest first, those heads that enough of these witnesses have cosigned to be worth a closer look.
-- Of each set of witnesses that stood together under a head, the newest.
-- name: cosignedHeads
select max(h.size) as size, h.witnesses
from (
  select k.size, array_agg(k.witness order by k.witness) as witnesses from evidence.cosignature k
  where k.agency_id = :agencyId and k.campaign_id = :campaignId and k.witness = any(:witnesses::text[])
    and k.size > :above and k.size <= :newest
  group by k.size having count(*) >= :least
) h
group by h.witnesses;

-- name: cosignedHead
select c.size, c.note, c.published_at as "publishedAt",
  coalesce((select string_agg(k.line, '' order by k.witness) from evidence.cosignature k
    where k.agency_id = c.agency_id and k.campaign_id = c.campaign_id and k.size = c.size), '') as lines
from evidence.checkpoint c
where c.agency_id = :agencyId and c.campaign_id = :campaignId and c.size = :size;

-- name: standing
select l.agency_id as "agencyId", l.campaign_id as "campaignId", l.origin, c.size, c.published_at as "publishedAt",
  q.size as "quorumSize", q.at as "quorumAt", s.published_at as "since"
from evidence.log l
cross join lateral (select p.size, p.published_at from evidence.checkpoint p
  where p.agency_id = l.agency_id and p.campaign_id = l.campaign_id order by p.size desc limit 1) c
left join lateral (select k.size, max(k.cosigned_at) as at from evidence.cosignature k
  where k.agency_id = l.agency_id and k.campaign_id = l.campaign_id and k.witness = any(:witnesses::text[])
  group by k.size having count(*) >= :least order by k.size desc limit 1) q on true
left join lateral (select p.published_at from evidence.checkpoint p
  where p.agency_id = l.agency_id and p.campaign_id = l.campaign_id and p.size > coalesce(q.size, 0)
  order by p.size limit 1) s on true
where c.size > 0 and (:agencyId::text is null or l.agency_id = :agencyId)
order by l.agency_id, l.campaign_id;

-- name: lastCosignatures
select l.agency_id as "agencyId", l.campaign_id as "campaignId", w.witness, k.size, k.cosigned_at as "at"
from evidence.log l cross join unnest(:witnesses::text[]) as w (witness)
cross join lateral (select size, cosigned_at from evidence.cosignature c
  where c.agency_id = l.agency_id and c.campaign_id = l.campaign_id and c.witness = w.witness
  order by c.size desc limit 1) k
where :agencyId::text is null or l.agency_id = :agencyId;

-- name: incidents
select i.agency_id as "agencyId", i.campaign_id as "campaignId", i.id, i.witness, i.kind, i.status, i.size,
  i.held_size as "heldSize", i.theirs is not null as "hasTheirs", i.at, l.origin,
  i.kind = 'split-view' or not exists (select from evidence.cosignature k
    where k.agency_id = i.agency_id and k.campaign_id = i.campaign_id and k.witness = i.witness
      and k.received_at > i.at) as open
from evidence.witness_incident i
join evidence.log l on l.agency_id = i.agency_id and l.campaign_id = i.campaign_id
where :agencyId::text is null or i.agency_id = :agencyId
order by i.at desc, i.id limit 100;

-- name: incidentHeads
select ours, theirs from evidence.witness_incident
where agency_id = :agencyId and campaign_id = :campaignId and id = :id;
