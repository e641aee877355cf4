-- The reading screen of a site and its clicker: addresses that are secrets themselves, kept only as digests.
create schema if not exists assembly;

create table assembly.screen (
  agency_id text not null,
  id text not null,
  ceremony_id text not null,
  -- A site of the plan; null where the ceremony has one place.
  site text,
  -- The door whose rotating code this screen shows.
  door_code text not null,
  screen_hash bytea not null check (length(screen_hash) = 32),
  clicker_hash bytea not null check (length(clicker_hash) = 32),
  opened_by text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > opened_at),
  primary key (agency_id, id),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);
create unique index screen_hash on assembly.screen (screen_hash, agency_id);
create unique index screen_clicker on assembly.screen (clicker_hash, agency_id);
create index screen_ceremony on assembly.screen (agency_id, ceremony_id);

create table assembly.screen_closing (
  agency_id text not null,
  screen_id text not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (agency_id, screen_id),
  foreign key (agency_id, screen_id) references assembly.screen (agency_id, id)
);

-- Each move of a screen; the newest counts. A move names the number after the one that it had seen, so that of two
-- taps or two servers one moves the screen and the other finds it moved.
create table assembly.screen_step (
  agency_id text not null,
  screen_id text not null,
  seq integer not null check (seq > 0),
  step text not null check (length(step) between 1 and 40),
  moved_by text not null check (moved_by in ('screen', 'clicker')),
  moved_at timestamptz not null,
  primary key (agency_id, screen_id, seq),
  foreign key (agency_id, screen_id) references assembly.screen (agency_id, id)
);

create view assembly.screen_now as
select s.agency_id, s.id, s.ceremony_id, s.site, s.door_code, s.screen_hash, s.clicker_hash, s.opened_by, s.opened_at,
  s.expires_at, c.closed_at, coalesce(p.seq, 0) as seq, p.step
from assembly.screen s
left join assembly.screen_closing c on c.agency_id = s.agency_id and c.screen_id = s.id
left join lateral (select q.seq, q.step from assembly.screen_step q
  where q.agency_id = s.agency_id and q.screen_id = s.id order by q.seq desc limit 1) p on true;

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema assembly to ikrar_app;
    grant select, insert on assembly.screen, assembly.screen_closing, assembly.screen_step to ikrar_app;
    grant select on assembly.screen_now to ikrar_app;
  end if;
end
$$;
