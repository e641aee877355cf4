-- Corrections of the register of law that is shipped with the program. Rows are only added: the latest row of a
-- field counts, and undoing is another row (undoes) that says what holds again; value null: as shipped.
-- agency_id is the institution for which the officer acted; the correction itself counts for the whole installation.
create schema if not exists law;

create table law.correction (
  id text primary key,
  -- the order in which they count; whoever adds one has read all before it
  seq integer not null unique,
  instrument_id text not null,
  -- 'Pasal 5 huruf n angka 3'; null: the instrument itself
  article text,
  field text not null,
  value jsonb,
  why text not null check (why <> ''),
  source text not null check (source <> ''),
  undoes text references law.correction (id),
  agency_id text not null,
  corrected_by text not null,
  corrected_at timestamptz not null
);
create index correction_instrument on law.correction (instrument_id, seq);
-- Of two who undo the same correction, the second is told so.
create unique index correction_undoes on law.correction (undoes) where undoes is not null;

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema law to ikrar_app;
    grant select, insert on law.correction to ikrar_app;
  end if;
end
$$;
