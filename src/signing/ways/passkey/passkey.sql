-- name: passkeys
select p.id, p.synced, p.created_at as "createdAt" from signing.passkey p
where p.agency_id = :agencyId and p.person_id = :personId
  and not exists (select from signing.passkey_removal r where r.agency_id = p.agency_id and r.passkey_id = p.id)
order by p.created_at, p.id;

-- With what the campaign says about this way, so that a signature asks once, together with all that wait. Lateral: each
-- is looked up in its index, whatever the statistics say.
-- name: passkeysToUse
select u.ord::integer as ord, p.public_key as "publicKey", p.counter, s.is_on as "isOn"
from unnest(:agencies::text[], :campaigns::text[], :persons::text[], :ids::text[])
  with ordinality as u (agency_id, campaign_id, person_id, id, ord)
cross join lateral (select * from signing.passkey k
  where k.agency_id = u.agency_id and k.id = u.id and k.person_id = u.person_id limit 1) p
left join lateral (select w.is_on from signing.way_setting w where w.agency_id = u.agency_id
  and w.campaign_id = u.campaign_id and w.way = 'passkey' order by w.id desc limit 1) s on true
where not exists (select from signing.passkey_removal r where r.agency_id = u.agency_id and r.passkey_id = u.id);

-- name: addPasskey
insert into signing.passkey (agency_id, id, person_id, public_key, counter, synced, created_at)
values (:agencyId, :id, :personId, :publicKey, :counter, :synced, :now)
on conflict do nothing;

-- Only the person's own, and once.
-- name: removePasskey
insert into signing.passkey_removal (agency_id, passkey_id, removed_by, removed_at)
select agency_id, id, :by, :now from signing.passkey
where agency_id = :agencyId and id = :id and person_id = :personId
on conflict do nothing;

-- What this person signed with a passkey in other campaigns of the institution; here a form sent again may follow itself.
-- name: passkeyRecords
select r.record from campaigns.campaign c
join signing.signature g on g.agency_id = c.agency_id and g.campaign_id = c.id and g.person_id = :personId
join evidence.sealed_record r on r.agency_id = g.agency_id and r.campaign_id = g.campaign_id and r.person_id = g.person_id
where c.agency_id = :agencyId and c.id <> :campaignId and g.method = 'passkey';
