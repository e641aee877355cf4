-- Ways to sign in beside name and password, and sessions that their owner can see. Accounts belong to no institution, so
-- none of these tables does either. Sessions, links and challenges are of the moment: they are changed and removed, and
-- prove nothing. What a person added or took away is told in the audit trail of each institution the account works for.
alter table access.session add column method text not null default 'password';
alter table access.session add column device text not null default '';
alter table access.session add column seen_at timestamptz;
alter table access.session add column proved_at timestamptz;
update access.session set seen_at = created_at, proved_at = created_at;
alter table access.session alter column seen_at set not null;
alter table access.session alter column proved_at set not null;
create index session_account on access.session (account_id);

-- Somebody at a provider of OpenID Connect (issuer and subject) who is this account.
create table access.identity (
  issuer text not null,
  subject text not null,
  account_id text not null references access.account (id),
  label text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_account on access.identity (account_id);

-- What the provider calls this account, entered by an officer. The newest counts; null takes it away.
create table access.account_claim (
  account_id text not null references access.account (id),
  id text not null,
  value text check (value <> ''),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (account_id, id)
);
create index account_claim_value on access.account_claim (value);

create table access.account_mail (
  account_id text not null references access.account (id),
  id text not null,
  address text check (address <> ''),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (account_id, id)
);
create index account_mail_address on access.account_mail (lower(address));
-- Its owner opened a link that was sent there; an address that an officer entered counts without.
create table access.account_mail_proof (
  account_id text not null,
  mail_id text not null,
  proved_at timestamptz not null,
  primary key (account_id, mail_id),
  foreign key (account_id, mail_id) references access.account_mail (account_id, id)
);

create table access.mail_link (
  token_hash bytea primary key,
  account_id text not null references access.account (id),
  mail_id text not null,
  purpose text not null check (purpose in ('enter', 'again', 'confirm')),
  browser_hash bytea not null,
  expires_at timestamptz not null
);

create table access.passkey (
  id text primary key,
  account_id text not null references access.account (id),
  public_key bytea not null,
  counter bigint not null,
  synced boolean not null,
  device text not null,
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on access.passkey (account_id);

-- Ten of a set; a new set takes the place of the old. Keyed hashes: the key is not in the database.
create table access.recovery_code (
  account_id text not null references access.account (id),
  code_hash bytea not null,
  made_at timestamptz not null,
  primary key (account_id, code_hash)
);

-- Challenges and states that were answered, until they would be too old anyway.
create table access.spent (
  what_hash bytea primary key,
  until timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant update on access.session to ikrar_app;
    grant select, insert on access.account_claim, access.account_mail, access.account_mail_proof to ikrar_app;
    grant select, insert, delete on access.identity, access.mail_link, access.recovery_code, access.spent to ikrar_app;
    grant select, insert, update, delete on access.passkey to ikrar_app;
  end if;
end
$$;
