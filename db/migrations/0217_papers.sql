-- Documents of cases. Files are in oversight.file, sealed by a browser; here stands of which kind each is, and the digest
-- under which it was sealed for whoever is shown it later.
create table oversight.document (
  agency_id text not null,
  case_id text not null,
  id text not null,
  kind text not null,
  sha256 bytea not null check (length(sha256) = 32),
  -- the sealed PDF and the DOCX of the same words, brought by one message of the team
  pdf_file text not null,
  docx_file text not null,
  -- of the text it was made from; null: from the one that came with the program
  text_n integer,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

-- The institution's own words for a kind of document; the newest counts. An empty text takes the program's again.
create table oversight.paper_text (
  agency_id text not null references agencies.agency (id),
  kind text not null,
  n integer not null check (n >= 0),
  text text not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, kind, n)
);

-- A package that a browser made for another body. What is in it is nowhere here: its digest is.
create table oversight.hand_off (
  agency_id text not null,
  case_id text not null,
  id text not null,
  destination text not null check (destination in ('bkn', 'bawaslu', 'contract')),
  sha256 bytea not null check (length(sha256) = 32),
  made_on date not null,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, id),
  foreign key (agency_id, case_id) references oversight.case_file (agency_id, id)
);

-- What became of it. The number that the other body gave is sealed to the team: with it anybody could look it up there.
create table oversight.hand_off_result (
  agency_id text not null,
  case_id text not null,
  hand_off_id text not null,
  n integer not null check (n >= 0),
  on_date date not null,
  result text not null check (result in ('submitted', 'accepted', 'refused', 'answered')),
  note bytea,
  by text not null,
  at timestamptz not null,
  primary key (agency_id, case_id, hand_off_id, n),
  foreign key (agency_id, case_id, hand_off_id) references oversight.hand_off (agency_id, case_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['document', 'paper_text', 'hand_off', 'hand_off_result'] loop
    perform platform.separate(('oversight.' || name)::regclass);
    if exists (select from pg_roles where rolname = 'ikrar_app') then
      execute format('grant select, insert on oversight.%I to ikrar_app', name);
    end if;
  end loop;
end
$$;
