-- A session's public name is the beginning of the hash of its token: it leads to nobody's cookie.

-- name: addSession
insert into access.session (token_hash, account_id, created_at, expires_at, method, device, seen_at, proved_at)
values (:tokenHash, :accountId, :now, :expires, :method, :device, :now, :now);

-- name: endSession
delete from access.session where token_hash = :tokenHash;

-- name: endStaleSessions
delete from access.session where expires_at < :now;

-- name: sessionsOf
select encode(substring(token_hash from 1 for 8), 'hex') as id, method, device, created_at as "createdAt",
  seen_at as "seenAt", expires_at as "expiresAt"
from access.session where account_id = :accountId and expires_at > :now
order by seen_at desc, created_at desc, token_hash;

-- name: endOneSession
delete from access.session
where account_id = :accountId and encode(substring(token_hash from 1 for 8), 'hex') = :id;

-- name: endOtherSessions
delete from access.session where account_id = :accountId and (:keep::bytea is null or token_hash <> :keep);

-- name: sessionSeen
update access.session set seen_at = :now where token_hash = :tokenHash and seen_at < :before;

-- name: sessionProved
update access.session set proved_at = :now where token_hash = :tokenHash and account_id = :accountId;
