-- What an outside time-stamping authority (RFC 3161) said of a log: that its tree head of this size existed at this time.
-- Insert-only. `verified` tells whether the authority led to a configured root when the token came.
create table evidence.timestamp (
  agency_id text not null,
  campaign_id text not null,
  size bigint not null,
  token bytea not null,
  stamped_at timestamptz not null,
  verified boolean not null,
  authority text not null,
  created_at timestamptz not null,
  primary key (agency_id, campaign_id, size)
);

-- One holder at a time asks for the time stamp of a log. The last failure stands here until a stamp succeeds.
create table evidence.timestamp_lease (
  agency_id text not null,
  campaign_id text not null,
  holder text not null,
  until timestamptz not null,
  failed_at timestamptz,
  failure text,
  primary key (agency_id, campaign_id)
);

-- A document whose seal has a time stamp (PAdES B-T), made on request and once: a file of its own beside the one in
-- evidence.pdf, with its own signatures, rebuilt from these values and compared with sha256.
create table evidence.pdf_timestamp (
  agency_id text not null,
  campaign_id text not null,
  idx bigint not null,
  writer_version integer not null,
  certificate_id text not null,
  signature bytea not null,
  qr_signature bytea check (length(qr_signature) = 64),
  token bytea not null,
  stamped_at timestamptz not null,
  verified boolean not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  primary key (agency_id, campaign_id, idx, writer_version)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on evidence.timestamp, evidence.timestamp_lease, evidence.pdf_timestamp to ikrar_app;
    grant update (holder, until, failed_at, failure) on evidence.timestamp_lease to ikrar_app;
  end if;
end
$$;
