-- Grants say why and until when. Whoever works for the nation or a province holds a grant of another kind, which shows
-- figures and no people: region_code null is the nation, else a province's code of Kemendagri. A steward adds
-- institutions and gives such grants.
alter table access.role_grant add column reason text;
alter table access.role_grant add column until timestamptz;
alter table access.role_grant drop constraint role_grant_role_check;
alter table access.role_grant add constraint role_grant_role_check
  check (role in ('officer', 'leader', 'operator', 'auditor', 'inspector'));

create table access.wide_grant (
  id text primary key,
  account_id text not null references access.account (id),
  role text not null check (role in ('steward', 'overseer')),
  region_code text,
  reason text not null check (reason <> ''),
  granted_by text not null,
  granted_at timestamptz not null,
  until timestamptz,
  check (role = 'overseer' or region_code is null)
);
create index wide_grant_account on access.wide_grant (account_id);

create table access.wide_grant_ending (
  grant_id text primary key references access.wide_grant (id),
  reason text not null check (reason <> ''),
  ended_by text not null,
  ended_at timestamptz not null
);

-- What two people must want: one asks, another approves, and it is used once before it ends.
create table access.approval_request (
  agency_id text not null references agencies.agency (id),
  id text not null,
  kind text not null,
  subject text not null,
  reason text not null check (reason <> ''),
  asked_by text not null,
  asked_at timestamptz not null,
  until timestamptz not null,
  primary key (agency_id, id)
);
create table access.approval_decision (
  agency_id text not null,
  request_id text not null,
  decision text not null check (decision in ('approved', 'refused')),
  note text,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references access.approval_request (agency_id, id)
);
create table access.approval_use (
  agency_id text not null,
  request_id text not null,
  used_by text not null,
  used_at timestamptz not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references access.approval_decision (agency_id, request_id)
);

-- How many stand where, kept with the change that causes it. A person has a row from the first fact on; facts are bits:
-- 1 signed, 2 declined, 4 exempted, 8 symbolic, 16 attended. The row orders the changes of one person, and `was` tells
-- the writer what stood before. Each person counts in exactly one state, the first that holds in that order; audience
-- less all five is not yet.
create schema if not exists tally;
create table tally.person (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  facts smallint not null,
  was smallint not null,
  primary key (agency_id, campaign_id, person_id)
);
create table tally.unit_count (
  agency_id text not null,
  campaign_id text not null,
  unit_id text not null,
  category text not null,
  audience integer not null,
  signed integer not null,
  declined integer not null,
  exempted integer not null,
  symbolic integer not null,
  attended integer not null,
  primary key (agency_id, campaign_id, unit_id, category)
) with (fillfactor = 50);
create table tally.total (
  agency_id text not null,
  campaign_id text not null,
  category text not null,
  audience integer not null,
  signed integer not null,
  declined integer not null,
  exempted integer not null,
  symbolic integer not null,
  attended integer not null,
  primary key (agency_id, campaign_id, category)
) with (fillfactor = 50);
-- Signatures of a calendar day in the institution's zone.
create table tally.day (
  agency_id text not null,
  campaign_id text not null,
  day date not null,
  signed integer not null,
  primary key (agency_id, campaign_id, day)
) with (fillfactor = 50);

do $$
declare
  name text;
begin
  foreach name in array array['access.approval_request', 'access.approval_decision', 'access.approval_use',
    'tally.person', 'tally.unit_count', 'tally.total', 'tally.day'] loop
    perform platform.separate(name::regclass);
  end loop;
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on access.wide_grant, access.wide_grant_ending, access.approval_request,
      access.approval_decision, access.approval_use to ikrar_app;
    grant usage on schema tally to ikrar_app;
    grant select, insert, update on tally.person, tally.unit_count, tally.total, tally.day to ikrar_app;
  end if;
end
$$;
