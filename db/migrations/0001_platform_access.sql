-- Who is asking, and what happened. Rows are added, never rewritten; the one table a person's
-- sign-out removes rows from is access.session, which proves nothing.
create schema if not exists platform;
create schema if not exists access;

create table platform.setting (
  key text primary key,
  value jsonb not null
);

create table platform.event (
  agency_id text not null,
  id text not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  subject text not null,
  data jsonb not null,
  primary key (agency_id, id)
);

create table access.account (
  id text primary key,
  username text not null unique,
  display_name text not null,
  password_hash text not null,
  is_example boolean not null,
  created_at timestamptz not null
);

create table access.role_grant (
  agency_id text not null,
  id text not null,
  account_id text not null references access.account (id),
  role text not null check (role in ('officer', 'leader', 'operator', 'auditor')),
  unit_id text,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (agency_id, id)
);
create index role_grant_account on access.role_grant (account_id);

create table access.session (
  token_hash bytea primary key,
  account_id text not null references access.account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
