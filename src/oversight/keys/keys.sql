-- name: addKey
insert into oversight.key (agency_id, id, account_id, seal_public, sign_public, made_at)
values (:agencyId, :id, :accountId, :sealPublic, :signPublic, :now)
on conflict (agency_id, id) do nothing;

-- name: keys
select id, account_id as "accountId", seal_public as "sealPublic", sign_public as "signPublic", made_at as "madeAt"
from oversight.key
where agency_id = :agencyId and (:accountId::text is null or account_id = :accountId)
order by made_at, id;

-- name: addWrap
insert into oversight.key_wrap (agency_id, key_id, id, way, params, sealed, made_by, made_at)
values (:agencyId, :keyId, :id, :way, :params, :sealed, :by, :now);

-- name: wraps
select w.key_id as "keyId", w.id, w.way, w.params, w.sealed, w.made_by as "madeBy", w.made_at as "madeAt"
from oversight.key_wrap w
where w.agency_id = :agencyId and w.key_id = any(:keyIds::text[])
  and not exists (select from oversight.key_wrap_ending e
    where e.agency_id = w.agency_id and e.key_id = w.key_id and e.wrap_id = w.id)
order by w.made_at, w.id;

-- name: escrowsHeld
select w.key_id as "keyId", w.id, w.way, w.params, w.sealed, w.made_by as "madeBy", w.made_at as "madeAt",
  a.display_name as name
from oversight.key_wrap w
join oversight.key k on k.agency_id = w.agency_id and k.id = w.key_id
left join access.account a on a.id = k.account_id
where w.agency_id = :agencyId and w.way = 'escrow' and w.params ->> 'holder' = any(:keyIds::text[])
  and not exists (select from oversight.key_wrap_ending e
    where e.agency_id = w.agency_id and e.key_id = w.key_id and e.wrap_id = w.id)
order by w.made_at, w.id;

-- name: endWrap
insert into oversight.key_wrap_ending (agency_id, key_id, wrap_id, ended_by, ended_at)
select agency_id, key_id, id, :by, :now from oversight.key_wrap
where agency_id = :agencyId and key_id = :keyId and id = :wrapId
on conflict do nothing;

-- name: names
select k.id as "keyId", a.display_name as name
from oversight.key k left join access.account a on a.id = k.account_id
where k.agency_id = :agencyId;
