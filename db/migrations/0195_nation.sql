-- How many people stand on each roster, counted apart from any page: what institutions that have not opened a campaign
-- leave out of a denominator.
create table coverage.roster_size (
  agency_id text primary key references agencies.agency (id),
  people integer not null,
  counted_at timestamptz not null
);

-- An institution's decision to show its figures to everybody, or to show them no longer; the newest counts. Without any,
-- an institution shows nothing, and an example everything.
create table coverage.publication (
  agency_id text not null references agencies.agency (id),
  id text not null,
  published boolean not null,
  reason text not null check (reason <> ''),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, id)
);

-- What was shown to everybody from this hour on, with small numbers merged (docs/formats/open-data.md). A new row only
-- where something moved; the next is made from the one before.
create table coverage.open_figure (
  agency_id text not null references agencies.agency (id),
  campaign_id text not null,
  as_of timestamptz not null,
  -- null: too few people for any figure
  audience integer,
  signed integer,
  body jsonb not null,
  primary key (agency_id, campaign_id, as_of)
);

do $$
declare
  name text;
begin
  foreach name in array array['coverage.roster_size', 'coverage.publication', 'coverage.open_figure'] loop
    perform platform.separate(name::regclass);
  end loop;
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on coverage.publication, coverage.open_figure to ikrar_app;
    grant select, insert, update on coverage.roster_size to ikrar_app;
  end if;
end
$$;
