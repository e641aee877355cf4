-- How people come in: the doors whose code rotates on a screen, and guests, who are of no audience here.
create schema if not exists assembly;

create table assembly.door (
  agency_id text not null,
  -- Eight characters, random. In the addresses of the door's passes, which name no institution.
  code text not null,
  ceremony_id text not null,
  site text,
  until timestamptz not null,
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (agency_id, code),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);
create unique index door_code on assembly.door (code, agency_id);

-- A guest, or a group that was counted, is a row each time somebody records them; the newest counts.
create table assembly.guest (
  agency_id text not null,
  ceremony_id text not null,
  -- Of an employee who showed the slip of another institution: made from it, so that two scans are one guest.
  id text not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('invited', 'employee')),
  name text,
  count integer check (count > 0),
  employer text not null,
  office text,
  standing text not null check (standing in ('present', 'late', 'withdrawn')),
  how text not null check (how in ('slip', 'site-code', 'list', 'paper')),
  site text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, ceremony_id, id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id),
  check ((name is null) <> (count is null))
);

create view assembly.guest_now as
select distinct on (agency_id, ceremony_id, id)
  agency_id, ceremony_id, id, seq, kind, name, count, employer, office, standing, how, site, recorded_by, recorded_at
from assembly.guest
order by agency_id, ceremony_id, id, seq desc;

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema assembly to ikrar_app;
    grant select, insert on assembly.door, assembly.guest to ikrar_app;
    grant select on assembly.guest_now to ikrar_app;
  end if;
end
$$;
