-- Programs of an institution: tokens by which they ask, answers kept for a key that comes twice, and hooks by which
-- they are told. A token is known by its digest alone; the secret of a hook stands in no table (it is derived).
create table access.token (
  agency_id text not null references agencies.agency (id),
  id text not null,
  name text not null check (name <> ''),
  token_hash bytea not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  unit_id text,
  reason text not null check (reason <> ''),
  created_by text not null,
  created_at timestamptz not null,
  until timestamptz not null,
  primary key (agency_id, id),
  check (until > created_at and until <= created_at + interval '367 days')
);
create index token_hash on access.token (token_hash);

create table access.token_ending (
  agency_id text not null,
  token_id text not null,
  reason text not null check (reason <> ''),
  ended_by text not null,
  ended_at timestamptz not null,
  primary key (agency_id, token_id),
  foreign key (agency_id, token_id) references access.token (agency_id, id)
);

-- On which days a token asked: enough to find one that nobody needs any more.
create table access.token_day (
  agency_id text not null,
  token_id text not null,
  day date not null,
  primary key (agency_id, token_id, day),
  foreign key (agency_id, token_id) references access.token (agency_id, id)
);

-- What was answered to a change, in the transaction of the change: the same key again gets the same answer.
create table platform.api_answer (
  agency_id text not null,
  token_id text not null,
  key text not null,
  asked bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (agency_id, token_id, key)
);

create table platform.hook (
  agency_id text not null,
  id text not null,
  address text not null,
  -- parts of events' kinds before the dot: campaign, person, log, ...
  kinds text[] not null check (cardinality(kinds) > 0),
  made_by text not null,
  made_at timestamptz not null,
  primary key (agency_id, id)
);

-- The newest row of each hook counts, and an end for ever.
create table platform.hook_state (
  agency_id text not null,
  hook_id text not null,
  id text not null,
  state text not null check (state in ('active', 'paused', 'ended')),
  by text not null,
  at timestamptz not null,
  primary key (agency_id, hook_id, id),
  foreign key (agency_id, hook_id) references platform.hook (agency_id, id)
);

-- Which secret signs from when on; the one before it signs too, for a day.
create table platform.hook_secret (
  agency_id text not null,
  hook_id text not null,
  serial integer not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, hook_id, serial),
  foreign key (agency_id, hook_id) references platform.hook (agency_id, id)
);

-- Written with the event it tells of. Whoever holds the lease sends; ended_at null: still to be told.
create table platform.hook_delivery (
  agency_id text not null,
  hook_id text not null,
  id text not null,
  event_id text not null,
  kind text not null,
  subject text not null,
  at timestamptz not null,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  lease_until timestamptz,
  tries integer not null default 0,
  last_at timestamptz,
  last_code text,
  ended_at timestamptz,
  outcome text check (outcome in ('delivered', 'dead')),
  primary key (agency_id, hook_id, id),
  foreign key (agency_id, hook_id) references platform.hook (agency_id, id),
  check ((ended_at is null) = (outcome is null))
);
create index hook_delivery_due on platform.hook_delivery (agency_id, hook_id, due_at) where ended_at is null;
create index hook_delivery_waiting on platform.hook_delivery (agency_id, kind, subject) where ended_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['access.token', 'access.token_ending', 'access.token_day', 'platform.api_answer',
    'platform.hook', 'platform.hook_state', 'platform.hook_secret', 'platform.hook_delivery'] loop
    perform platform.separate(name::regclass);
  end loop;
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on access.token, access.token_ending, access.token_day, platform.api_answer,
      platform.hook, platform.hook_state, platform.hook_secret, platform.hook_delivery to ikrar_app;
    grant delete on platform.api_answer, platform.hook_delivery to ikrar_app;
    grant update (queued_at, due_at, lease_until, tries, last_at, last_code, ended_at, outcome)
      on platform.hook_delivery to ikrar_app;
  end if;
end
$$;
