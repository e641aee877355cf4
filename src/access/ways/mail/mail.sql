-- The newest address counts, where an officer entered it or its owner proved it. Null: taken away.

-- name: mailOf
select m.id, m.address, (p.mail_id is not null or m.entered_by <> 'account:' || m.account_id) as proved
from access.account_mail m
left join access.account_mail_proof p on p.account_id = m.account_id and p.mail_id = m.id
where m.account_id = :accountId order by m.entered_at desc, m.id desc limit 1;

-- name: accountsByMail
select m.account_id as "accountId", m.id as "mailId", a.username, a.display_name as name, m.address
from access.account_mail m join access.account a on a.id = m.account_id
where lower(m.address) = lower(:address)
  and not exists (select from access.account_mail n
    where n.account_id = m.account_id and (n.entered_at, n.id) > (m.entered_at, m.id))
  and (m.entered_by <> 'account:' || m.account_id or exists (select from access.account_mail_proof p
    where p.account_id = m.account_id and p.mail_id = m.id))
  and not (a.is_example and exists (select from platform.setting where key = 'claimed'))
order by a.username limit 5;

-- name: addMail
insert into access.account_mail (account_id, id, address, entered_by, entered_at)
values (:accountId, :id, :address, :by, :now);

-- name: proveMail
insert into access.account_mail_proof (account_id, mail_id, proved_at) values (:accountId, :mailId, :now)
on conflict do nothing;

-- name: addLink
insert into access.mail_link (token_hash, account_id, mail_id, purpose, browser_hash, expires_at)
values (:tokenHash, :accountId, :mailId, :purpose, :browserHash, :expires);

-- name: forgetLinks
delete from access.mail_link where expires_at < :now;

-- name: linkOf
select account_id as "accountId", mail_id as "mailId", purpose, browser_hash as "browserHash"
from access.mail_link where token_hash = :tokenHash and expires_at > :now;

-- name: useLink
delete from access.mail_link where token_hash = :tokenHash;
