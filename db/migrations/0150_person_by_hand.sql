-- What an officer added or corrected by hand: who, when, why, and the person before (null: new) and after.
create table agencies.person_correction (
  agency_id text not null references agencies.agency (id),
  id text not null,
  person_id text not null,
  before jsonb,
  after jsonb not null,
  reason text not null check (reason <> ''),
  corrected_by text not null,
  corrected_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references agencies.person (agency_id, id)
);
create index person_correction_person on agencies.person_correction (agency_id, person_id, id);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on agencies.person_correction to ikrar_app;
  end if;
end
$$;
