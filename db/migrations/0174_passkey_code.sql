-- Ways to sign: which a campaign allows, passkeys of people, one-time codes by e-mail. A passkey is kept for a person of
-- an institution; removing it is a row. Of a code only a keyed hash is kept, and of an address as well.
alter table signing.signature drop constraint if exists signature_method_check;
alter table signing.signature add constraint signature_method_check
  check (method in ('link', 'slip', 'tablet', 'passkey', 'code', 'bsre', 'ink'));

-- The newest row of a way counts; a way without a row is as the program has it.
create table signing.way_setting (
  agency_id text not null,
  campaign_id text not null,
  way text not null check (way in ('passkey', 'code', 'bsre', 'ink')),
  id text not null,
  is_on boolean not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency_id, campaign_id, way, id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

create table signing.passkey (
  agency_id text not null,
  -- Of the credential, base64url, as the authenticator made it.
  id text not null check (length(id) between 1 and 1400),
  person_id text not null,
  -- SubjectPublicKeyInfo, DER; P-256.
  public_key bytea not null check (length(public_key) = 91),
  -- Uses when it was made; how often it was used since stands in the sealed records.
  counter bigint not null,
  synced boolean not null,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references agencies.person (agency_id, id)
);
create index passkey_person on signing.passkey (agency_id, person_id);

create table signing.passkey_removal (
  agency_id text not null,
  passkey_id text not null,
  removed_by text not null,
  removed_at timestamptz not null,
  primary key (agency_id, passkey_id),
  foreign key (agency_id, passkey_id) references signing.passkey (agency_id, id)
);

-- The newest code of a person in a campaign is the only valid one, once it was sent.
create table signing.code (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  serial integer not null,
  code_hash bytea not null,
  address_hash bytea not null,
  asked_at timestamptz not null,
  -- Null until the mail server took it.
  sent_at timestamptz,
  failed_at timestamptz,
  wrong_tries integer not null default 0,
  primary key (agency_id, campaign_id, person_id, serial),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);
create index code_address on signing.code (agency_id, address_hash, asked_at);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on signing.way_setting, signing.passkey, signing.passkey_removal, signing.code to ikrar_app;
    grant update (sent_at, failed_at, wrong_tries) on signing.code to ikrar_app;
  end if;
end
$$;
