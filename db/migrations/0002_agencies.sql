-- Institutions, their units and people as they are today. What a person was when they signed
-- is in campaigns.audience and in the sealed record, never read from here again.
create schema if not exists agencies;

create table agencies.agency (
  id text primary key,
  level text not null check (level in ('national', 'province', 'kabupaten', 'kota', 'opd')),
  region_code text,
  zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  place text,
  letterhead text[] not null,
  is_example boolean not null,
  created_at timestamptz not null
);

create table agencies.agency_name (
  agency_id text not null references agencies.agency (id),
  name text not null,
  valid_from date,
  valid_until date,
  source text,
  primary key (agency_id, name)
);

create table agencies.unit (
  agency_id text not null references agencies.agency (id),
  id text not null,
  parent_id text,
  name text not null,
  kind text not null check (kind in
    ('province', 'kabupaten', 'kota', 'opd', 'upt', 'school', 'kecamatan', 'kelurahan', 'section', 'other')),
  region_code text,
  code text,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, parent_id) references agencies.unit (agency_id, id),
  check (parent_id is distinct from id)
);
create unique index unit_name on agencies.unit (agency_id, coalesce(parent_id, ''), lower(name));

create table agencies.person (
  agency_id text not null,
  id text not null,
  id_kind text not null check (id_kind in ('nip', 'ni-pppk', 'local')),
  id_number text,
  name text not null,
  category text not null check (category in ('pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn')),
  rank text,
  post text,
  post_status text not null check (post_status in ('definitive', 'plt', 'plh', 'pj', 'pjs')),
  unit_id text not null,
  email text,
  status text not null,
  is_example boolean not null,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references agencies.unit (agency_id, id)
);
create unique index person_number on agencies.person (agency_id, id_number) where id_number is not null;
create index person_unit on agencies.person (agency_id, unit_id, name);

create table agencies.roster_import (
  agency_id text not null,
  id text not null,
  file_name text not null,
  file_digest text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  -- the rows as read from the file, gzip of JSON; the plan is computed against today's roster when shown
  parsed bytea not null,
  primary key (agency_id, id)
);

create table agencies.roster_import_decision (
  agency_id text not null,
  import_id text not null,
  decision text not null check (decision in ('accepted', 'discarded')),
  decided_by text not null,
  decided_at timestamptz not null,
  counts jsonb not null,
  primary key (agency_id, import_id),
  foreign key (agency_id, import_id) references agencies.roster_import (agency_id, id)
);

create table agencies.person_change (
  agency_id text not null,
  import_id text not null,
  person_id text not null,
  before jsonb,
  after jsonb not null,
  primary key (agency_id, import_id, person_id)
);
