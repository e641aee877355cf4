-- Photos of a ceremony, and sheets of paper that many people sign.
create schema if not exists assembly;

-- What was added, by whom, and the digest of the picture as it is kept. Never changed, and never removed.
create table assembly.photo (
  agency_id text not null,
  id text not null,
  ceremony_id text not null,
  sha256 bytea not null check (length(sha256) = 32),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Which side is up (Exif), where the picture itself is not turned.
  orientation smallint not null check (orientation between 1 and 8),
  components smallint not null check (components in (1, 3)),
  -- What the camera's clock said, without a zone: a claim.
  taken_at text check (taken_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$'),
  -- Why place and camera data are kept beside the picture; null where they were removed.
  kept_reason text check (kept_reason <> ''),
  added_by text not null,
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);
-- The same picture is one photo of a ceremony; one that was removed does not come back unseen.
create unique index photo_picture on assembly.photo (agency_id, ceremony_id, sha256);

-- The bytes alone. The one table of evidence from which the application may delete: who is in a photo may ask for it.
create table assembly.photo_file (
  agency_id text not null,
  photo_id text not null,
  -- The picture without what a camera adds; or as it came, where that was kept on purpose.
  part text not null check (part in ('picture', 'original')),
  bytes bytea not null check (length(bytes) between 1 and 12582912),
  primary key (agency_id, photo_id, part),
  foreign key (agency_id, photo_id) references assembly.photo (agency_id, id)
);

-- Caption, consent and place in the order, whole each time somebody saves them; the newest counts.
create table assembly.photo_words (
  agency_id text not null,
  photo_id text not null,
  seq integer not null check (seq > 0),
  caption text not null,
  consent text check (consent in ('agreed', 'public-event', 'nobody-seen')),
  consent_note text not null,
  position smallint check (position between 1 and 999),
  said_by text not null,
  said_at timestamptz not null,
  primary key (agency_id, photo_id, seq),
  foreign key (agency_id, photo_id) references assembly.photo (agency_id, id)
);

-- A photo taken out: its bytes were deleted in the same transaction.
create table assembly.photo_removal (
  agency_id text not null,
  photo_id text not null,
  reason text not null check (reason <> ''),
  removed_by text not null,
  removed_at timestamptz not null,
  primary key (agency_id, photo_id),
  foreign key (agency_id, photo_id) references assembly.photo (agency_id, id)
);

-- A printed sheet for many: which text it carries and which name stands in which row, as they were printed.
create table signing.sheet (
  agency_id text not null,
  id text not null,
  campaign_id text not null,
  unit_id text not null,
  text_digest text not null,
  person_ids text[] not null check (cardinality(person_ids) between 1 and 200),
  made_by text not null,
  made_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

-- The sheet as it came back, kept once for all who signed on it.
create table signing.sheet_file (
  agency_id text not null,
  id text not null,
  sheet_id text not null,
  signed_on date not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, sheet_id) references signing.sheet (agency_id, id)
);
create unique index sheet_file_once on signing.sheet_file (agency_id, sheet_id, sha256);

-- One scan is still of one person; the file is their own, or that of a sheet.
alter table signing.scan alter column bytes drop not null;
alter table signing.scan add column sheet_file_id text;
alter table signing.scan add constraint scan_sheet_file
  foreign key (agency_id, sheet_file_id) references signing.sheet_file (agency_id, id);
alter table signing.scan add constraint scan_has_one_file check ((bytes is null) = (sheet_file_id is not null));

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema assembly to ikrar_app;
    grant select, insert on assembly.photo, assembly.photo_file, assembly.photo_words, assembly.photo_removal to ikrar_app;
    grant delete on assembly.photo_file to ikrar_app;
    grant select, insert on signing.sheet, signing.sheet_file to ikrar_app;
  end if;
end
$$;
