-- The clocks of a case are derived from its steps each time, pauses among them. Kept is only what was already told, so
-- that nothing is told twice, and the lengths that an institution set for itself.
-- Once per clock, the step that started it, and what: the key is the promise.
create table oversight.fired (
  agency_id text not null,
  case_id text not null,
  clock text not null,
  start_n integer not null check (start_n >= -1),
  what text not null check (what in ('due-soon', 'due', 'overdue', 'stalled', 'escalated')),
  -- the day on which it became so, by steps, pauses and holidays as known then
  for_day date not null,
  at timestamptz not null,
  primary key (agency_id, case_id, clock, start_n, what),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

-- One mail a day to one account: that a deadline in a case of theirs is due. It says no more, and no row says of which
-- case. Sent under a lease.
create table oversight.notice (
  agency_id text not null references agencies.agency (id),
  account_id text not null,
  day date not null,
  token text not null,
  due_at timestamptz not null,
  lease_until timestamptz not null,
  attempts integer not null,
  sent_at timestamptz,
  failed_at timestamptz,
  why text,
  primary key (agency_id, account_id, day)
);
create index notice_waiting on oversight.notice (agency_id, due_at) where sent_at is null and failed_at is null;

-- Lengths that an institution set for itself. One counts for what starts on its day or later, so that no deadline moves
-- behind anybody's back; of several, the newest version.
create table oversight.clock_setting (
  agency_id text not null references agencies.agency (id),
  name text not null,
  version integer not null check (version > 0),
  days integer not null check (days between 1 and 365),
  from_day date not null,
  reason text not null check (reason <> ''),
  by text not null,
  at timestamptz not null,
  primary key (agency_id, name, version)
);

-- Who goes through an institution's cases now.
create table oversight.clock_turn (
  agency_id text not null references agencies.agency (id),
  lease_until timestamptz not null,
  primary key (agency_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['fired', 'notice', 'clock_setting', 'clock_turn'] loop
    perform platform.separate(('oversight.' || name)::regclass);
  end loop;
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  grant select, insert on oversight.fired, oversight.clock_setting to ikrar_app;
  grant select, insert on oversight.notice, oversight.clock_turn to ikrar_app;
  grant update (lease_until, due_at, attempts, sent_at, failed_at, why) on oversight.notice to ikrar_app;
  grant update (lease_until) on oversight.clock_turn to ikrar_app;
end
$$;
