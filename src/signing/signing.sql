-- The newest slip of a person in a campaign that was opened, or the newest link of its channel, and what else the signing
-- page asks about that person. Lateral with a limit: each code is looked up in its index, whatever the statistics say.
-- name: slipsByCode
select h.ord::integer as ord, s.agency_id as "agencyId", s.campaign_id as "campaignId", s.person_id as "personId", s.way,
  a.unit_id as "unitId", a.unit_name as "unitName", a.employer, a.id_kind as "idKind", a.id_number as "idNumber",
  a.name, a.category, a.rank, a.post, a.post_status as "postStatus",
  g.receipt, g.idempotency_key as key, g.signed_at as "signedAt", g.idx as index, g.log, g.text_digest as "textDigest"
from unnest(:hashes::bytea[]) with ordinality as h (hash, ord)
cross join lateral (
  select p.agency_id, p.campaign_id, p.person_id, 'slip' as way from signing.slip p
  where p.code_hash = h.hash and not exists (select from signing.slip newer where newer.agency_id = p.agency_id
    and newer.campaign_id = p.campaign_id and newer.person_id = p.person_id and newer.serial > p.serial)
  union all
  select p.agency_id, p.campaign_id, p.person_id, 'link' from signing.link p
  where p.code_hash = h.hash and not exists (select from signing.link newer where newer.agency_id = p.agency_id
    and newer.campaign_id = p.campaign_id and newer.person_id = p.person_id and newer.channel = p.channel
    and newer.serial > p.serial)
  limit 1) s
cross join lateral (select * from campaigns.audience p where p.agency_id = s.agency_id
  and p.campaign_id = s.campaign_id and p.person_id = s.person_id limit 1) a
left join lateral (select * from signing.signed p where p.agency_id = s.agency_id
  and p.campaign_id = s.campaign_id and p.person_id = s.person_id limit 1) g on true
where exists (select from campaigns.opening o where o.agency_id = s.agency_id and o.campaign_id = s.campaign_id);

-- name: slipsOfUnits
select a.person_id as "personId", a.name, a.unit_id as "unitId", a.unit_name as "unitName", a.id_number as "idNumber",
  s.serial, exists (select from signing.signature g where g.agency_id = a.agency_id
    and g.campaign_id = a.campaign_id and g.person_id = a.person_id) as signed
from campaigns.audience a
cross join lateral (select coalesce(max(p.serial), 0) as serial from signing.slip p
  where p.agency_id = a.agency_id and p.campaign_id = a.campaign_id and p.person_id = a.person_id) s
where a.agency_id = :agencyId and a.campaign_id = :campaignId and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
order by a.unit_name, a.name;

-- name: addSlips
insert into signing.slip (agency_id, campaign_id, person_id, serial, code_hash, issued_by, issued_at)
select :agencyId, :campaignId, s.person_id, s.serial, s.code_hash, :by, :now
from unnest(:persons::text[], :serials::int[], :hashes::bytea[]) as s (person_id, serial, code_hash)
on conflict do nothing;

-- name: lastSerial
select coalesce(max(serial), 0) as serial from signing.slip
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId;

-- name: signaturesOf
select person_id as "personId", receipt, idempotency_key as key, signed_at as "signedAt", idx as index, log,
  text_digest as "textDigest"
from signing.signed
where agency_id = :agencyId and campaign_id = :campaignId and person_id = any(:persons::text[]);

-- The newest pact or none: an older text never comes back by itself.
-- name: standing
select c.deadline, (o.opened_at is not null) as opened, x.closed_at as "closedAt", t.digest
from campaigns.campaign c
left join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
left join campaigns.closing x on x.agency_id = c.agency_id and x.campaign_id = c.id
left join lateral (
  select v.digest, exists (select from campaigns.text_withdrawal w where w.agency_id = v.agency_id
    and w.campaign_id = v.campaign_id and w.kind = v.kind and w.version = v.version) as gone
  from campaigns.text_version v
  where v.agency_id = c.agency_id and v.campaign_id = c.id and v.kind = 'pact'
  order by v.version desc limit 1
) t on not t.gone
where c.agency_id = :agencyId and c.id = :campaignId;

-- Closing and withdrawal hold the campaign `for no key update`; signers share it with each other.
-- name: holdStanding
select id from campaigns.campaign where agency_id = :agencyId and id = :campaignId for share;

-- name: addSignatures
insert into signing.signature (agency_id, campaign_id, person_id, receipt, idempotency_key, method, signed_at)
select :agencyId, :campaignId, s.person_id, s.receipt, s.key, s.method, s.signed_at
from unnest(:persons::text[], :receipts::text[], :keys::text[], :methods::text[], :times::timestamptz[])
  as s (person_id, receipt, key, method, signed_at)
order by s.person_id
on conflict do nothing
returning person_id as "personId";

-- name: addTablet
insert into signing.tablet
  (agency_id, id, campaign_id, unit_id, ceremony_id, token_hash, opened_by, opened_at, expires_at)
values (:agencyId, :id, :campaignId, :unitId, :ceremonyId, :tokenHash, :by, :now, :expires);

-- name: tablet
select t.agency_id as "agencyId", t.id, t.campaign_id as "campaignId", t.unit_id as "unitId",
  t.ceremony_id as "ceremonyId", t.token_hash as "tokenHash"
from signing.tablet t
where t.agency_id = :agencyId and t.id = :id and t.expires_at > :now
  and not exists (select from signing.tablet_closing x where x.agency_id = t.agency_id and x.tablet_id = t.id);

-- name: closeTablet
insert into signing.tablet_closing (agency_id, tablet_id, closed_by, closed_at)
values (:agencyId, :id, :by, :now) on conflict do nothing;

-- name: tabletPeople
select a.person_id as "personId", a.name, a.unit_name as "unitName", (g.person_id is not null) as signed,
  count(*) over () as total
from campaigns.audience a
left join signing.signature g on g.agency_id = a.agency_id and g.campaign_id = a.campaign_id and g.person_id = a.person_id
where a.agency_id = :agencyId and a.campaign_id = :campaignId
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
  and a.name ilike '%' || :search || '%'
order by (g.person_id is not null), a.name
limit 10;

-- name: newestLink
select serial, bound_to as "boundTo" from signing.link
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId and channel = :channel
order by serial desc limit 1;

-- name: addLink
insert into signing.link (agency_id, campaign_id, person_id, channel, serial, code_hash, bound_to, issued_at)
values (:agencyId, :campaignId, :personId, :channel, :serial, :codeHash, :boundTo, :now)
on conflict do nothing;
