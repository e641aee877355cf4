-- A shared device that was prepared for a yard without network, and what it sent when there was one. Key and unlock
-- code of its pack are derived, never stored. Rows are added, never changed.
create table signing.device_key (
  agency_id text not null,
  tablet_id text not null,
  -- SubjectPublicKeyInfo, P-256; the private half never leaves the device.
  public_key bytea not null check (length(public_key) = 91),
  enrolled_at timestamptz not null,
  primary key (agency_id, tablet_id),
  foreign key (agency_id, tablet_id) references signing.tablet (agency_id, id)
);

-- One row for each item of a device's queue that was dealt with, in its order; what came of it is final.
create table signing.queued (
  agency_id text not null,
  tablet_id text not null,
  seq integer not null check (seq > 0),
  -- SHA-256 of the sealed bytes as they came: the same item again is known by it.
  digest bytea not null check (length(digest) = 32),
  -- Null where the item could not be opened.
  kind text check (kind in ('sign', 'presence')),
  person_id text,
  -- The device's clock when it was saved, and when it was sent.
  device_at timestamptz,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  state text not null check (state in ('recorded', 'before', 'refused')),
  code text,
  -- What the words of that code are filled with.
  params jsonb not null default '{}',
  receipt text,
  primary key (agency_id, tablet_id, seq),
  foreign key (agency_id, tablet_id) references signing.device_key (agency_id, tablet_id),
  check ((state = 'refused') = (code is not null))
);

-- When a device was last heard of, and what its clock said.
create table signing.device_contact (
  agency_id text not null,
  tablet_id text not null,
  at timestamptz not null,
  -- Null where it fetched a pack and told no time.
  sent_at timestamptz,
  primary key (agency_id, tablet_id, at),
  foreign key (agency_id, tablet_id) references signing.tablet (agency_id, id)
);

-- The device was told to forget everything: handed in, or lost. Lost is final: nothing that it sends is taken any more.
create table signing.device_forgotten (
  agency_id text not null,
  tablet_id text not null,
  why text not null check (why in ('closed', 'lost')),
  forgotten_by text not null,
  forgotten_at timestamptz not null,
  primary key (agency_id, tablet_id, why),
  foreign key (agency_id, tablet_id) references signing.tablet (agency_id, id)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on signing.device_key, signing.queued, signing.device_contact, signing.device_forgotten
      to ikrar_app;
  end if;
end
$$;
