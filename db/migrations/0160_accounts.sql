-- A role ends by a row, and a password changes by a row: what was granted and to whom stays readable. The newest
-- password counts. Neither table is ever rewritten.
create table access.grant_ending (
  agency_id text not null,
  grant_id text not null,
  reason text not null check (reason <> ''),
  ended_by text not null,
  ended_at timestamptz not null,
  primary key (agency_id, grant_id),
  foreign key (agency_id, grant_id) references access.role_grant (agency_id, id)
);

create table access.password_change (
  account_id text not null references access.account (id),
  id text not null,
  password_hash text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (account_id, id)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on access.grant_ending, access.password_change to ikrar_app;
  end if;
end
$$;
