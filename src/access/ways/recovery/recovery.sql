-- name: dropCodes
delete from access.recovery_code where account_id = :accountId;

-- name: addCodes
insert into access.recovery_code (account_id, code_hash, made_at)
select :accountId, unnest(:hashes::bytea[]), :now;

-- name: useCode
delete from access.recovery_code where account_id = :accountId and code_hash = :hash;

-- name: codesLeft
select count(*)::integer as count, max(made_at) as "madeAt" from access.recovery_code where account_id = :accountId;
