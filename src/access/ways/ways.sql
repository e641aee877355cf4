-- name: spend
insert into access.spent (what_hash, until) values (:hash, :until) on conflict do nothing;

-- name: forgetSpent
delete from access.spent where until < :now;

-- name: accountById
select a.id, a.username, a.display_name as name, a.is_example as "isExample" from access.account a where a.id = :accountId;

-- name: wideHeld
select w.id from access.wide_grant w
where w.account_id = :accountId and (w.until is null or w.until > :now)
  and not exists (select from access.wide_grant_ending e where e.grant_id = w.id)
limit 1;

-- name: dropPasskeys
delete from access.passkey where account_id = :accountId;

-- name: dropIdentities
delete from access.identity where account_id = :accountId;

-- name: dropCodes
delete from access.recovery_code where account_id = :accountId;

-- name: claimOf
select value from access.account_claim where account_id = :accountId order by entered_at desc, id desc limit 1;

-- name: addClaim
insert into access.account_claim (account_id, id, value, entered_by, entered_at)
values (:accountId, :id, :value, :by, :now);

-- name: accountsByClaim
select distinct c.account_id as id from access.account_claim c
where c.value = :value and not exists (
  select from access.account_claim n
  where n.account_id = c.account_id and (n.entered_at, n.id) > (c.entered_at, c.id))
limit 2;
