-- Reports and cases. What people wrote is sealed in their browsers to keys whose private halves are in no table; the
-- server keeps bytes it cannot read, beside the steps and days by which clocks run. Rows are added; the newest counts.
create schema oversight;

-- The two public halves of a key of one account. The private ones exist wrapped only, by what its owner knows or holds.
create table oversight.key (
  agency_id text not null references agencies.agency (id),
  id text not null,
  account_id text not null,
  seal_public bytea not null check (length(seal_public) = 32),
  sign_public bytea not null check (length(sign_public) = 32),
  made_at timestamptz not null,
  primary key (agency_id, id)
);

create table oversight.key_wrap (
  agency_id text not null,
  key_id text not null,
  id text not null,
  way text not null check (way in ('passphrase', 'passkey', 'recovery', 'escrow')),
  params jsonb not null,
  sealed bytea not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (agency_id, key_id, id),
  foreign key (agency_id, key_id) references oversight.key (agency_id, id)
);

create table oversight.key_wrap_ending (
  agency_id text not null,
  key_id text not null,
  wrap_id text not null,
  ended_by text not null,
  ended_at timestamptz not null,
  primary key (agency_id, key_id, wrap_id),
  foreign key (agency_id, key_id, wrap_id) references oversight.key_wrap (agency_id, key_id, id)
);

-- Who receives reports, as a chain of statements: each signed by one who was in it before, the first by itself. Whoever
-- writes a row without such a signature changes nothing: browsers check the chain.
create table oversight.recipient (
  agency_id text not null,
  serial integer not null check (serial >= 0),
  statement bytea not null,
  signature bytea not null check (length(signature) = 64),
  signed_by text not null,
  at timestamptz not null,
  primary key (agency_id, serial),
  foreign key (agency_id, signed_by) references oversight.key (agency_id, id)
);

create table oversight.channel (
  agency_id text not null references agencies.agency (id),
  id text not null,
  state text not null check (state in ('open', 'closed')),
  keep_days integer not null check (keep_days between 30 and 3660),
  by text not null,
  at timestamptz not null,
  primary key (agency_id, id)
);

-- Its id is random, not by time, and of its arrival the day alone is kept: nobody is to be found by when they wrote.
create table oversight.case_file (
  agency_id text not null references agencies.agency (id),
  id text not null,
  origin text not null check (origin in ('report', 'finding')),
  arrived_on date not null,
  -- where it was sealed: in the reporter's browser, or on arrival in the server's memory (without script)
  sealed_in text not null check (sealed_in in ('browser', 'server')),
  mode text not null check (mode in ('identified', 'confidential', 'anonymous', 'staff')),
  dialogue_public bytea not null check (length(dialogue_public) = 32),
  team_public bytea not null check (length(team_public) = 32),
  primary key (agency_id, id)
);

-- The reporter's end of the dialogue, found by the hash of what only the code gives.
create table oversight.mailbox (
  agency_id text not null,
  case_id text not null,
  lookup_hash bytea not null check (length(lookup_hash) = 32),
  reporter_public bytea not null check (length(reporter_public) = 32),
  sealed_dialogue bytea not null,
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);
create index mailbox_lookup on oversight.mailbox (lookup_hash);

-- Whoever has a row that has not ended sees the case; without one nobody does, whatever their role.
create table oversight.case_access (
  agency_id text not null,
  case_id text not null,
  key_id text not null,
  id text not null,
  -- both private keys of the case (dialogue, team), sealed to the key
  sealed bytea not null,
  -- 'reporter', or the id of the key whose owner gave it
  given_by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, key_id, id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id),
  foreign key (agency_id, key_id) references oversight.key (agency_id, id)
);
create index case_access_key on oversight.case_access (agency_id, key_id);

create table oversight.case_access_ending (
  agency_id text not null,
  case_id text not null,
  key_id text not null,
  access_id text not null,
  ended_by text not null,
  ended_at timestamptz not null,
  primary key (agency_id, case_id, key_id, access_id),
  foreign key (agency_id, case_id, key_id, access_id) references oversight.case_access (agency_id, case_id, key_id, id)
);

-- Who may neither see nor decide a case: who is reported, or is their superior, or said so.
create table oversight.recusal (
  agency_id text not null,
  case_id text not null,
  account_id text not null,
  why text not null check (why in ('reported', 'superior', 'own-word', 'reporter-asked')),
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, account_id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

-- audience: who can open it. identity: a custodian alone; own: its writer alone.
create table oversight.message (
  agency_id text not null,
  case_id text not null,
  n integer not null check (n >= 0),
  audience text not null check (audience in ('dialogue', 'team', 'own', 'identity')),
  -- 'reporter' or account:ID
  sender text not null,
  -- of whom it is, where the audience is one key
  key_id text,
  sealed bytea not null,
  day date not null,
  primary key (agency_id, case_id, n),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id),
  check ((key_id is not null) = (audience in ('own', 'identity')))
);

create table oversight.file (
  agency_id text not null,
  case_id text not null,
  id text not null,
  -- the message in which name, kind and key of the file are sealed; null until that has come
  message_n integer,
  parts integer not null check (parts > 0),
  day date not null,
  primary key (agency_id, case_id, id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

create table oversight.file_part (
  agency_id text not null,
  case_id text not null,
  file_id text not null,
  n integer not null check (n >= 0),
  sealed bytea not null,
  primary key (agency_id, case_id, file_id, n),
  foreign key (agency_id, case_id, file_id) references oversight.file (agency_id, case_id, id)
);

-- What was done with a case: stage and step by the words of cases/, the day it was done, on what basis (ids of the
-- register of law), and facts by code. Words about people go into the note, which is sealed to the team.
create table oversight.step (
  agency_id text not null,
  case_id text not null,
  n integer not null check (n >= 0),
  stage text not null,
  what text not null,
  on_date date not null,
  basis text[] not null,
  data jsonb not null,
  note bytea,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, n),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

-- Every step and every look into a case; its commitment goes into the institution's public log later, with others. Of
-- what a reporter does the day is kept, not the time.
create table oversight.event (
  agency_id text not null references agencies.agency (id),
  id text not null,
  case_id text,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  data jsonb not null,
  primary key (agency_id, id)
);
create index event_of_case on oversight.event (agency_id, case_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['key', 'key_wrap', 'key_wrap_ending', 'recipient', 'channel', 'case_file', 'mailbox',
    'case_access', 'case_access_ending', 'recusal', 'message', 'file', 'file_part', 'step', 'event'] loop
    perform platform.separate(('oversight.' || name)::regclass);
  end loop;
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  grant usage on schema oversight to ikrar_app;
  grant select, insert on all tables in schema oversight to ikrar_app;
  grant update (message_n) on oversight.file to ikrar_app;
end
$$;
