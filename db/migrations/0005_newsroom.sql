create schema if not exists newsroom;

create table newsroom.release (
  agency_id text not null,
  id text not null,
  campaign_id text not null,
  ceremony_id text,
  title text not null,
  body text not null,
  version integer not null,
  is_example boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (agency_id, id, version)
);

create table newsroom.release_approval (
  agency_id text not null,
  release_id text not null,
  version integer not null,
  approved_by text not null,
  approved_at timestamptz not null,
  primary key (agency_id, release_id, version),
  foreign key (agency_id, release_id, version) references newsroom.release (agency_id, id, version)
);
