-- The minutes of a ceremony: drafts, their signers, what those did, and the versions that were sealed.

-- Freezing and sealing come one after the other, and nobody's attendance is recorded meanwhile.
-- name: hold
select id from ceremonies.ceremony where agency_id = :agencyId and id = :ceremonyId for no key update;

-- The newest, or the one asked for.
-- name: draft
select draft, content, digest, absent, salt, frozen_by as "frozenBy", frozen_at as "frozenAt"
from assembly.minutes_draft
where agency_id = :agencyId and ceremony_id = :ceremonyId and (:draft::integer is null or draft = :draft::integer)
order by draft desc limit 1;

-- name: addDraft
insert into assembly.minutes_draft
  (agency_id, ceremony_id, draft, content, digest, absent, salt, frozen_by, frozen_at)
values (:agencyId, :ceremonyId, :draft, :content, :digest, :absent, :salt, :by, :now);

-- name: addSigners
insert into assembly.minutes_signer (agency_id, ceremony_id, draft, seq, role, name, office, institution, code_hash)
select :agencyId, :ceremonyId, :draft, s.ord, s.role, s.name, s.office, s.institution, s.code_hash
from unnest(:roles::text[], :names::text[], :offices::text[], :institutions::text[], :hashes::bytea[])
  with ordinality as s (role, name, office, institution, code_hash, ord);

-- name: signers
select s.seq, s.role, s.name, s.office, s.institution, m.kind, m.typed_name as "typedName", m.drawing, m.objection,
  m.method, m.marked_at as "markedAt"
from assembly.minutes_signer s
left join assembly.minutes_mark m on m.agency_id = s.agency_id and m.ceremony_id = s.ceremony_id
  and m.draft = s.draft and m.seq = s.seq
where s.agency_id = :agencyId and s.ceremony_id = :ceremonyId and s.draft = :draft
order by s.seq;

-- name: signerByCode
select agency_id as "agencyId", ceremony_id as "ceremonyId", draft, seq
from assembly.minutes_signer where code_hash = :hash;

-- name: addMark
insert into assembly.minutes_mark (agency_id, ceremony_id, draft, seq, kind, typed_name, drawing, objection, method,
  marked_by, marked_at)
values (:agencyId, :ceremonyId, :draft, :seq, :kind, :typedName, :drawing, :objection, :method, :by, :now)
on conflict do nothing;

-- name: versions
select version, draft, receipt, marks, sealed_by as "sealedBy", sealed_at as "sealedAt", took_ms as "tookMs"
from assembly.minutes_version where agency_id = :agencyId and ceremony_id = :ceremonyId order by version desc;

-- name: addVersion
insert into assembly.minutes_version
  (agency_id, ceremony_id, version, draft, receipt, marks, sealed_by, sealed_at, took_ms)
values (:agencyId, :ceremonyId, :version, :draft, :receipt, :marks, :by, :now, :tookMs);

-- Everybody who was expected and is not known to have been there.
-- name: absent
select e.person_id as "personId", e.name, e.unit_id as "unitId", e.unit_name as unit, e.employer, e.category,
  coalesce(p.standing, 'unrecorded') as standing, p.reason
from ceremonies.expected e
left join ceremonies.presence_now p
  on p.agency_id = e.agency_id and p.ceremony_id = e.ceremony_id and p.person_id = e.person_id
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId
  and coalesce(p.standing, 'unrecorded') not in ('present', 'late')
order by e.unit_name, e.name, e.person_id;

-- The last who had signed a pact when a version was sealed, of those who were expected.
-- name: lastSignature
select max(g.signed_at) as "signedAt"
from ceremonies.expected e
join signing.signature g
  on g.agency_id = e.agency_id and g.campaign_id = e.campaign_id and g.person_id = e.person_id
where e.agency_id = :agencyId and e.ceremony_id = :ceremonyId and g.signed_at <= :until;
