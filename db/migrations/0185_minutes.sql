-- Minutes (berita acara) stand in the same log as the pacts of their campaign: evidence.record holds them under a
-- person_id `minutes:CEREMONY:VERSION`, which is no person's. Their file holds photographs, so it is kept whole and not
-- made again. The photos are what the caller gave, byte for byte; their digests stand in the record.
create table evidence.minutes_photo (
  agency_id text not null,
  receipt text not null,
  n integer not null,
  bytes bytea not null,
  primary key (agency_id, receipt, n)
);

create table evidence.minutes_file (
  agency_id text not null,
  receipt text not null,
  certificate_id text not null,
  bytes bytea not null,
  sha256 bytea not null,
  sealed_at timestamptz not null,
  primary key (agency_id, receipt)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on evidence.minutes_photo, evidence.minutes_file to ikrar_app;
  end if;
end
$$;
