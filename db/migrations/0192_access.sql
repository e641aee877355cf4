-- Whose account it is, where the institution says so: rules that want two people then see one human behind two accounts.
-- Rows are added, the newest counts; a person of null unties.
create table access.account_person (
  agency_id text not null references agencies.agency (id),
  account_id text not null references access.account (id),
  id text not null,
  person_id text,
  tied_by text not null,
  tied_at timestamptz not null,
  primary key (agency_id, account_id, id),
  foreign key (agency_id, person_id) references agencies.person (agency_id, id)
);

do $$
begin
  perform platform.separate('access.account_person'::regclass);
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on access.account_person to ikrar_app;
  end if;
end
$$;
