-- Two more ways to sign. What a certified provider returned, and scans of paper with what a second person decided
-- about them, are never rewritten; who signed by them stands in signing.signature like everybody else.

-- One file for one form under one text: a form sent again asks the provider nothing.
create table signing.certified_file (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  form_key text not null,
  text_digest text not null,
  api text not null check (api in ('v1', 'v2')),
  service text not null,
  trial boolean not null,
  -- Whether the file begins with the very bytes that were handed over.
  continues boolean not null,
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) between 1 and 4194304),
  received_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id, form_key, text_digest),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

create table signing.scan (
  agency_id text not null,
  id text not null,
  campaign_id text not null,
  person_id text not null,
  -- The text version that stood on the paper.
  text_digest text not null,
  signed_on date not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);
-- The same file for the same person is one scan.
create unique index scan_file on signing.scan (agency_id, campaign_id, person_id, sha256);

-- One decision for one scan, by somebody else than who recorded it.
create table signing.scan_decision (
  agency_id text not null,
  scan_id text not null,
  verdict text not null check (verdict in ('confirmed', 'rejected')),
  reason text check ((verdict = 'rejected') = (reason is not null)),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, scan_id),
  foreign key (agency_id, scan_id) references signing.scan (agency_id, id)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on signing.certified_file, signing.scan, signing.scan_decision to ikrar_app;
  end if;
end
$$;
