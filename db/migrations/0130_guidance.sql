-- The understanding check of a campaign. A setting is a row; the newest counts. A result names no person and only its
-- day, and has an identifier without time: who signed when cannot be laid beside it.
create schema if not exists guidance;

create table guidance.check_setting (
  agency_id text not null,
  campaign_id text not null,
  id text not null,
  is_on boolean not null,
  required boolean not null check (is_on or not required),
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency_id, campaign_id, id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

create table guidance.check_result (
  agency_id text not null,
  campaign_id text not null,
  id uuid not null,
  question text not null,
  correct boolean not null,
  answered_on date not null,
  primary key (agency_id, campaign_id, id),
  foreign key (agency_id, campaign_id) references campaigns.campaign (agency_id, id)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema guidance to ikrar_app;
    grant select, insert on all tables in schema guidance to ikrar_app;
  end if;
end
$$;
