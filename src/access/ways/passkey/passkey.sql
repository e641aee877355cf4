-- name: passkeysOf
select id, device, synced, made_at as "madeAt", used_at as "usedAt" from access.passkey
where account_id = :accountId order by made_at, id;

-- name: addPasskey
insert into access.passkey (id, account_id, public_key, counter, synced, device, made_at)
values (:id, :accountId, :publicKey, :counter, :synced, :device, :now) on conflict do nothing;

-- name: passkey
select p.account_id as "accountId", p.public_key as "publicKey", p.counter from access.passkey p where p.id = :id;

-- Where a device counts its uses they only grow: a copy that is behind is refused.
-- name: usePasskey
update access.passkey set counter = :counter, used_at = :now
where id = :id and (counter < :counter or (counter = 0 and :counter = 0));

-- name: removePasskey
delete from access.passkey where account_id = :accountId and id = :id;
