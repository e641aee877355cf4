-- A personal link that goes out by mail or gateway: a secret of its own beside the slip, so that neither ends the other.
-- Only the newest of its channel is good; `bound_to` is a keyed hash of where it went, so that a new address on the roster
-- gets a new link and ends the old one.
create table signing.link (
  agency_id text not null,
  campaign_id text not null,
  person_id text not null,
  channel text not null check (channel in ('mail', 'hook')),
  serial integer not null check (serial > 0),
  code_hash bytea not null,
  bound_to bytea not null,
  issued_at timestamptz not null,
  primary key (agency_id, campaign_id, person_id, channel, serial)
);
create index link_code on signing.link (code_hash, agency_id, campaign_id);

create schema if not exists reminders;

-- Saved whole; the newest counts.
create table reminders.plan (
  agency_id text not null,
  campaign_id text not null,
  version integer not null check (version > 0),
  is_on boolean not null,
  first_days integer not null check (first_days between 1 and 60),
  every_days integer not null check (every_days between 1 and 60),
  cap integer not null check (cap between 1 and 10),
  from_hour integer not null check (from_hour between 0 and 23),
  until_hour integer not null check (until_hour between 1 and 24),
  unit_days integer not null check (unit_days between 0 and 60),
  unit_share integer not null check (unit_share between 1 and 100),
  head_days integer not null check (head_days between 0 and 60),
  head_share integer not null check (head_share between 1 and 100),
  by_mail boolean not null,
  with_link boolean not null,
  reply_to text,
  hook_url text,
  hook_serial integer not null check (hook_serial > 0),
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency_id, campaign_id, version),
  check (until_hour > from_hour)
);

-- One message to one person or account, made when it is due and sent under a lease. Sent, refused for good, or neither yet.
create table reminders.message (
  agency_id text not null,
  campaign_id text not null,
  level text not null check (level in ('person', 'unit', 'head')),
  -- a person of the audience, or an account
  target text not null,
  channel text not null check (channel in ('mail', 'hook')),
  seq integer not null check (seq > 0),
  token text not null,
  address_hash bytea not null,
  due_at timestamptz not null,
  lease_until timestamptz not null,
  attempts integer not null,
  sent_at timestamptz,
  failed_at timestamptz,
  bounced_at timestamptz,
  why text,
  primary key (agency_id, campaign_id, level, target, channel, seq)
);
-- A delivery report names nothing but this.
create index message_token on reminders.message (token, agency_id);
create index message_waiting on reminders.message (agency_id, campaign_id, due_at)
  where sent_at is null and failed_at is null;

-- Who works on a campaign's reminders by one channel now, and what keeps all of them waiting.
create table reminders.turn (
  agency_id text not null,
  campaign_id text not null,
  channel text not null check (channel in ('mail', 'hook')),
  lease_until timestamptz not null,
  halted_why text,
  primary key (agency_id, campaign_id, channel)
);

-- Everybody of an audience who has neither signed nor declined nor was exempted, with the last message to them, if any.
create view reminders.standing with (security_invoker = true) as
select a.agency_id, a.campaign_id, a.person_id, a.name, a.unit_id, a.unit_name, p.email, m.channel, m.seq, m.sent_at,
  m.due_at, m.why, case
    when p.status is distinct from 'active' then 'away'
    when m.bounced_at is not null then 'bounced'
    when m.failed_at is not null then 'failed'
    when m.sent_at is not null then 'sent'
    when m.seq is not null then 'waiting'
    when coalesce(p.email, '') = '' then 'noMail'
    else 'none' end as state
from campaigns.audience a
left join agencies.person p on p.agency_id = a.agency_id and p.id = a.person_id
left join lateral (
  select m.* from reminders.message m
  where m.agency_id = a.agency_id and m.campaign_id = a.campaign_id and m.level = 'person' and m.target = a.person_id
  order by m.due_at desc, m.seq desc limit 1) m on true
where not exists (select from signing.signature s where s.agency_id = a.agency_id and s.campaign_id = a.campaign_id
    and s.person_id = a.person_id)
  and not exists (select from campaigns.declining d where d.agency_id = a.agency_id and d.campaign_id = a.campaign_id
    and d.person_id = a.person_id)
  and not exists (select from campaigns.exemption e where e.agency_id = a.agency_id and e.campaign_id = a.campaign_id
    and e.person_id = a.person_id);

do $$
declare
  name text;
begin
  foreach name in array array['signing.link', 'reminders.plan', 'reminders.message', 'reminders.turn'] loop
    perform platform.separate(name::regclass);
  end loop;
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant usage on schema reminders to ikrar_app;
    grant select on reminders.standing to ikrar_app;
    grant select, insert on signing.link, reminders.plan to ikrar_app;
    grant select, insert, update on reminders.message, reminders.turn to ikrar_app;
  end if;
end
$$;
