-- The log of oversight, what is kept how long, and proof of what was deleted. Rows are added; the newest counts.

-- What each place of an institution's log of oversight commits to: an event or another row of a case by its id (the
-- keys joined by '/'), or nothing but noise ('filler'). Without the salt nobody can tell which.
create table oversight.logged (
  agency_id text not null,
  idx bigint not null check (idx >= 0),
  what text not null,
  id text not null,
  day date not null,
  salt bytea not null check (length(salt) in (0, 32)),
  -- the event of the deletion that took the row; id and salt are empty then
  erased_by text,
  primary key (agency_id, idx),
  check ((erased_by is null) = (salt <> ''))
);
create unique index logged_row on oversight.logged (agency_id, what, id) where erased_by is null;

-- One batch a day: its row is the claim. Who comes second finds the day taken.
create table oversight.log_batch (
  agency_id text not null references agencies.agency (id),
  day date not null,
  rows integer not null check (rows >= 0),
  entries integer not null check (entries > 0),
  at timestamptz not null,
  primary key (agency_id, day)
);

-- Nothing of this case is deleted until the hold ends.
create table oversight.hold (
  agency_id text not null,
  case_id text not null,
  id text not null,
  why text not null check (why in ('court', 'criminal', 'audit', 'appeal', 'objection')),
  -- the day on which it ends by itself; null: until somebody ends it
  until_day date,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

create table oversight.hold_ending (
  agency_id text not null,
  case_id text not null,
  hold_id text not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, hold_id),
  foreign key (agency_id, case_id, hold_id) references oversight.hold (agency_id, case_id, id)
);

-- Deleting before the period ends takes two people of the case.
create table oversight.deletion_request (
  agency_id text not null,
  case_id text not null,
  id text not null,
  why text not null check (why in ('asked', 'court', 'mistake')),
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

create table oversight.deletion_decision (
  agency_id text not null,
  case_id text not null,
  request_id text not null,
  decision text not null check (decision in ('approved', 'refused')),
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, request_id),
  foreign key (agency_id, case_id, request_id) references oversight.deletion_request (agency_id, case_id, id)
);

-- That a case's contents are gone, and the event in the log that proves by which rule.
create table oversight.deletion (
  agency_id text not null,
  case_id text not null,
  event_id text not null,
  rule text not null check (rule in ('period', 'asked', 'court', 'mistake')),
  day date not null,
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['logged', 'log_batch', 'hold', 'hold_ending', 'deletion_request', 'deletion_decision',
    'deletion'] loop
    perform platform.separate(('oversight.' || name)::regclass);
  end loop;
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  grant select, insert on oversight.logged, oversight.log_batch, oversight.hold, oversight.hold_ending,
    oversight.deletion_request, oversight.deletion_decision, oversight.deletion to ikrar_app;
  if not exists (select from pg_roles where rolname = 'ikrar_erase') then
    return;
  end if;
  -- Taken for one transaction by src/oversight/keeping. What hangs on a case goes; the case's line and bare steps stay.
  for name in select table_name from information_schema.columns
    where table_schema = 'oversight' and column_name = 'case_id'
      and table_name not in ('step', 'deletion', 'deletion_request', 'deletion_decision') loop
    execute format('grant delete on oversight.%I to ikrar_erase', name);
  end loop;
  grant update (note, data, by) on oversight.step to ikrar_erase;
  grant update (id, salt, erased_by) on oversight.logged to ikrar_erase;
  grant update (by) on oversight.deletion_request, oversight.deletion_decision to ikrar_erase;
end
$$;
