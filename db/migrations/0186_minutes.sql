-- The minutes (berita acara) of a ceremony. A draft is frozen whole, with the list of who was absent beside it; its
-- signers sign or object once; a version is what was sealed of a draft. Rows are added, never changed.
create schema if not exists assembly;

create table assembly.minutes_draft (
  agency_id text not null,
  ceremony_id text not null,
  draft integer not null check (draft > 0),
  -- MinutesContent of src/verify/minutes.ts, numbered as a first version, and its digest.
  content jsonb not null,
  digest text not null,
  -- Who was absent, excused, elsewhere or not recorded then. The content holds only its commitment, made with the salt.
  absent jsonb not null,
  salt bytea not null check (length(salt) = 32),
  frozen_by text not null,
  frozen_at timestamptz not null,
  primary key (agency_id, ceremony_id, draft),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

create table assembly.minutes_signer (
  agency_id text not null,
  ceremony_id text not null,
  draft integer not null,
  seq integer not null check (seq > 0),
  role text not null check (role in ('leader', 'clerk', 'witness')),
  name text not null,
  office text not null,
  institution text,
  code_hash bytea not null,
  primary key (agency_id, ceremony_id, draft, seq),
  foreign key (agency_id, ceremony_id, draft) references assembly.minutes_draft (agency_id, ceremony_id, draft)
);
create unique index minutes_signer_code on assembly.minutes_signer (code_hash, agency_id);

-- What a signer did, once: signed, or refused with a reason.
create table assembly.minutes_mark (
  agency_id text not null,
  ceremony_id text not null,
  draft integer not null,
  seq integer not null,
  kind text not null check (kind in ('signed', 'objected')),
  typed_name text,
  drawing text,
  objection text,
  -- By the signer's own link, or on the device of the clerk.
  method text not null check (method in ('link', 'device')),
  marked_by text not null,
  marked_at timestamptz not null,
  primary key (agency_id, ceremony_id, draft, seq),
  foreign key (agency_id, ceremony_id, draft, seq)
    references assembly.minutes_signer (agency_id, ceremony_id, draft, seq),
  check ((kind = 'signed') = (typed_name is not null)),
  check ((kind = 'objected') = (objection is not null))
);

create table assembly.minutes_version (
  agency_id text not null,
  ceremony_id text not null,
  version integer not null check (version > 0),
  draft integer not null,
  receipt text not null,
  -- How many marks of its signers it holds: more of them later make another version worth sealing.
  marks integer not null,
  sealed_by text not null,
  sealed_at timestamptz not null,
  -- How long gathering, sealing and logging took, in milliseconds.
  took_ms integer not null,
  primary key (agency_id, ceremony_id, version),
  foreign key (agency_id, ceremony_id, draft) references assembly.minutes_draft (agency_id, ceremony_id, draft)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema assembly to ikrar_app;
    grant select, insert on assembly.minutes_draft, assembly.minutes_signer, assembly.minutes_mark,
      assembly.minutes_version to ikrar_app;
  end if;
end
$$;
