-- What was sealed, and the public log over it. log_entry and record are insert-only for the application.
create schema if not exists evidence;
create schema if not exists signing;

create table evidence.log (
  agency_id text not null,
  campaign_id text not null,
  origin text not null,
  size bigint not null,
  primary key (agency_id, campaign_id)
);

create table evidence.log_entry (
  agency_id text not null,
  campaign_id text not null,
  idx bigint not null,
  entry bytea not null,
  primary key (agency_id, campaign_id, idx)
);

create table evidence.record (
  agency_id text not null,
  campaign_id text not null,
  idx bigint not null,
  receipt text not null,
  person_id text not null,
  record bytea not null,
  salt bytea not null,
  verify_url text not null,
  primary key (agency_id, campaign_id, idx)
);
create unique index record_receipt on evidence.record (agency_id, receipt);
create unique index record_person on evidence.record (agency_id, campaign_id, person_id);

-- Hash tiles of C2SP tlog-tiles; derivable from log_entry.
create table evidence.tile (
  agency_id text not null,
  campaign_id text not null,
  level integer not null,
  n bigint not null,
  width integer not null,
  hashes bytea not null,
  primary key (agency_id, campaign_id, level, n, width)
);

create table evidence.checkpoint (
  agency_id text not null,
  campaign_id text not null,
  size bigint not null,
  note text not null,
  published_at timestamptz not null,
  primary key (agency_id, campaign_id, size)
);

-- One holder at a time publishes a log; a holder that dies is replaced when its lease ends.
create table evidence.publisher_lease (
  agency_id text not null,
  campaign_id text not null,
  holder text not null,
  until timestamptz not null,
  primary key (agency_id, campaign_id)
);

create table evidence.certificate (
  agency_id text not null,
  id text not null,
  pem text not null,
  created_at timestamptz not null,
  primary key (agency_id, id)
);

-- Only what varies: the signature value. The file is rebuilt byte for byte and checked against sha256.
create table evidence.pdf (
  agency_id text not null,
  campaign_id text not null,
  idx bigint not null,
  writer_version integer not null,
  certificate_id text not null,
  signature bytea not null,
  sha256 bytea not null,
  primary key (agency_id, campaign_id, idx)
);

create table signing.slip (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  serial integer not null,
  code_hash bytea not null,
  issued_by text not null,
  issued_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id, serial)
);
create unique index slip_code on signing.slip (agency_id, campaign_id, code_hash);

create table signing.signature (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  receipt text not null,
  idempotency_key text not null,
  method text not null check (method in ('link', 'slip', 'tablet')),
  signed_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id)
);

-- A shared device, for one campaign and a unit with all below it, until it expires.
create table signing.tablet (
  agency_id text not null,
  id text not null,
  campaign_id text not null,
  unit_id text,
  ceremony_id text,
  token_hash bytea not null,
  opened_by text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (agency_id, id)
);
create table signing.tablet_closing (
  agency_id text not null,
  tablet_id text not null,
  closed_by text not null,
  closed_at timestamptz not null,
  primary key (agency_id, tablet_id)
);
