-- A roster file that is read as a stream: each part is validated, written and kept with its end in the file in one
-- transaction, so that who was killed goes on exactly there. agency_id '*': a file of many institutions, which only
-- work across institutions may see.
create table agencies.stream_load (
  agency_id text not null,
  id text not null,
  file_name text not null,
  path text not null,
  size bigint not null,
  -- Institutions that had people when the load began: these are merged, all others only added to.
  populated text[] not null,
  started_by text not null,
  started_at timestamptz not null,
  -- Who is at it, until when; renewed with every part.
  holder text,
  lease_until timestamptz,
  primary key (agency_id, id)
);
create table agencies.stream_chunk (
  agency_id text not null,
  load_id text not null,
  seq integer not null,
  -- Bytes and rows of the file up to the end of this part; the digest is of the digest before and this part's bytes.
  until_byte bigint not null,
  until_row bigint not null,
  digest text not null,
  good integer not null,
  bad integer not null,
  added integer not null,
  changed integer not null,
  agencies text[] not null,
  written_at timestamptz not null,
  primary key (agency_id, load_id, seq),
  foreign key (agency_id, load_id) references agencies.stream_load (agency_id, id)
);
-- Rows that could not be taken: where and why; nothing of the person.
create table agencies.stream_bad (
  agency_id text not null,
  load_id text not null,
  row_number bigint not null,
  part smallint not null,
  field text,
  code text not null,
  params jsonb not null,
  primary key (agency_id, load_id, row_number, part),
  foreign key (agency_id, load_id) references agencies.stream_load (agency_id, id)
);
-- Whom a file names of an institution that had people already; who is not here is no longer in the file.
create table agencies.stream_seen (
  agency_id text not null,
  load_id text not null,
  person_id text not null,
  row_number bigint not null,
  primary key (agency_id, load_id, person_id)
);
create table agencies.stream_end (
  agency_id text not null,
  load_id text not null,
  outcome text not null check (outcome in ('done', 'stopped', 'refused')),
  code text,
  params jsonb not null,
  ended_by text not null,
  ended_at timestamptz not null,
  primary key (agency_id, load_id),
  foreign key (agency_id, load_id) references agencies.stream_load (agency_id, id)
);

-- A file that is being read for a plan, so that every server can say how it stands.
create table agencies.roster_reading (
  agency_id text not null references agencies.agency (id),
  id text not null,
  file_name text not null,
  size bigint not null,
  started_at timestamptz not null,
  lease_until timestamptz not null,
  primary key (agency_id, id)
);
create table agencies.roster_reading_end (
  agency_id text not null,
  id text not null,
  problems jsonb not null,
  ended_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, id) references agencies.roster_reading (agency_id, id)
);

-- What happened to a person in service, dated; the newest says how the person stands.
create table agencies.person_status (
  agency_id text not null,
  id text not null,
  person_id text not null,
  kind text not null check (kind in ('hired', 'returned', 'leave', 'study', 'seconded', 'suspended', 'retired',
    'moved', 'dismissed', 'deceased')),
  from_date date not null,
  until_date date,
  reason text not null check (reason <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references agencies.person (agency_id, id),
  check (until_date >= from_date)
);
create index person_status_person on agencies.person_status (agency_id, person_id, id);

-- Somebody who stands on two rosters with one number: each institution has its own row, with its own person in it.
create table agencies.move (
  agency_id text not null references agencies.agency (id),
  id text not null,
  side text not null check (side in ('in', 'out')),
  person_id text not null,
  id_number text not null,
  other_agency text not null,
  proposed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references agencies.person (agency_id, id)
);
create index move_person on agencies.move (agency_id, person_id, other_agency);
create table agencies.move_decision (
  agency_id text not null,
  move_id text not null,
  decision text not null check (decision in ('left', 'stays')),
  reason text not null check (reason <> ''),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, move_id),
  foreign key (agency_id, move_id) references agencies.move (agency_id, id)
);

-- Who was added to those who must sign after the campaign had opened.
create table campaigns.addition (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  reason text not null check (reason <> ''),
  added_by text not null,
  added_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id),
  foreign key (agency_id, campaign_id, person_id)
    references campaigns.audience (agency_id, campaign_id, person_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['agencies.stream_load', 'agencies.stream_chunk', 'agencies.stream_bad',
    'agencies.stream_seen', 'agencies.stream_end', 'agencies.roster_reading', 'agencies.roster_reading_end',
    'agencies.person_status', 'agencies.move', 'agencies.move_decision', 'campaigns.addition'] loop
    perform platform.separate(name::regclass);
  end loop;
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on agencies.stream_load, agencies.stream_chunk, agencies.stream_bad, agencies.stream_seen,
      agencies.stream_end, agencies.roster_reading, agencies.roster_reading_end, agencies.person_status,
      agencies.move, agencies.move_decision, campaigns.addition to ikrar_app;
    grant update (holder, lease_until) on agencies.stream_load to ikrar_app;
    -- After much was written the planner's statistics are gathered at once; before 17 autovacuum does it in a minute.
    if current_setting('server_version_num')::integer >= 170000 then
      execute 'grant maintain on agencies.person, agencies.unit, campaigns.audience to ikrar_app';
    end if;
  end if;
end
$$;
