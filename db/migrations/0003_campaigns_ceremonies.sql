-- A campaign pins its texts and its audience when it is opened. Opening, closing, withdrawing,
-- exempting and refusing are rows of their own: who, when, why.
create schema if not exists campaigns;
create schema if not exists ceremonies;

create table campaigns.campaign (
  agency_id text not null references agencies.agency (id),
  id text not null,
  title text not null,
  election_id text not null,
  circular_number text,
  circular_date date,
  circular_issuer text,
  circular_text text,
  bases text[] not null,
  deadline timestamptz not null,
  place text,
  is_example boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (agency_id, id)
);

create table campaigns.text_version (
  agency_id text not null,
  campaign_id text not null,
  kind text not null check (kind in ('pledge', 'pact')),
  version integer not null,
  digest text not null,
  title text not null,
  opener text not null,
  points text[] not null,
  closing text not null,
  language text not null check (language in ('id', 'en')),
  draft boolean not null,
  source text not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (agency_id, campaign_id, kind, version),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

create table campaigns.text_withdrawal (
  agency_id text not null,
  campaign_id text not null,
  kind text not null,
  version integer not null,
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  primary key (agency_id, campaign_id, kind, version),
  foreign key (agency_id, campaign_id, kind, version)
    references campaigns.text_version (agency_id, campaign_id, kind, version)
);

-- Who must sign, as the roster stood when the campaign was opened.
create table campaigns.opening (
  agency_id text not null,
  campaign_id text not null,
  categories text[] not null,
  unit_ids text[],
  audience_size integer not null,
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (agency_id, campaign_id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

create table campaigns.closing (
  agency_id text not null,
  campaign_id text not null,
  reason text not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (agency_id, campaign_id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

create table campaigns.audience (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  unit_id text not null,
  unit_name text not null,
  employer text not null,
  id_kind text not null,
  id_number text,
  name text not null,
  category text not null,
  rank text,
  post text,
  post_status text not null,
  primary key (agency_id, campaign_id, person_id)
);
create index audience_unit on campaigns.audience (agency_id, campaign_id, unit_id, name);

create table campaigns.exemption (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id),
  foreign key (agency_id, campaign_id, person_id)
    references campaigns.audience (agency_id, campaign_id, person_id)
);

create table campaigns.declining (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  note text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id),
  foreign key (agency_id, campaign_id, person_id)
    references campaigns.audience (agency_id, campaign_id, person_id)
);

create table ceremonies.ceremony (
  agency_id text not null,
  id text not null,
  campaign_id text not null,
  kind text not null check (kind in ('apel', 'susulan')),
  title text not null,
  held_on date,
  held_on_status text not null check (held_on_status in ('stated', 'derived', 'unknown')),
  held_on_note text,
  starts_at text,
  place text,
  organiser text not null,
  minutes text,
  is_example boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id),
  check ((held_on is null) = (held_on_status = 'unknown'))
);
create index ceremony_campaign on ceremonies.ceremony (agency_id, campaign_id);

-- Named officials of the event: who led the reading, spoke, witnessed.
create table ceremonies.officer (
  agency_id text not null,
  ceremony_id text not null,
  seq integer not null,
  role text not null check (role in ('leader', 'speaker', 'witness', 'signer')),
  name text not null,
  office text not null,
  office_status text not null check (office_status in ('definitive', 'plt', 'plh', 'pj', 'pjs')),
  employer text,
  primary key (agency_id, ceremony_id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

-- Groups who took part, each with its own employer, apart from the organiser, and what they did.
-- number is null where the source gives none.
create table ceremonies.participation (
  agency_id text not null,
  ceremony_id text not null,
  seq integer not null,
  fact text not null check (fact in ('attended', 'read', 'witnessed', 'symbolic', 'signed')),
  who text not null,
  employer text,
  number integer,
  qualifier text not null check (qualifier in ('exact', 'at-least', 'about', 'some', 'all', 'unknown')),
  source text not null,
  primary key (agency_id, ceremony_id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

-- What one person on the roster did there. Individual signing is not among these: it is a sealed record.
create table ceremonies.attendance (
  agency_id text not null,
  ceremony_id text not null,
  person_id text not null,
  fact text not null check (fact in ('attended', 'read', 'witnessed', 'symbolic')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, ceremony_id, person_id, fact),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

-- A text about the event, to be checked: the officer's notes, a circular, an article.
create table ceremonies.source (
  agency_id text not null,
  ceremony_id text not null,
  seq integer not null,
  title text not null,
  publisher text,
  body text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, ceremony_id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);
