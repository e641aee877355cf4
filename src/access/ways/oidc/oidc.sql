-- name: accountByIdentity
select account_id as id from access.identity where issuer = :issuer and subject = :subject;

-- name: identitiesOf
select issuer, subject, label, linked_at as "linkedAt" from access.identity
where account_id = :accountId order by linked_at, subject;

-- name: addIdentity
insert into access.identity (issuer, subject, account_id, label, linked_at)
values (:issuer, :subject, :accountId, :label, :now) on conflict do nothing;

-- name: removeIdentity
delete from access.identity where account_id = :accountId and issuer = :issuer and subject = :subject;
