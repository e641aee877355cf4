-- What people may ask about their data, and what was done. Rows are added, never changed; the newest counts.
create schema privacy;

create table privacy.request (
  agency_id text not null references agencies.agency (id),
  id text not null,
  person_id text not null,
  campaign_id text not null,
  what text not null check (what <> ''),
  asked_at timestamptz not null,
  primary key (agency_id, id)
);
create index request_person on privacy.request (agency_id, person_id);

create table privacy.request_answer (
  agency_id text not null,
  request_id text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  -- What the person is told. Of a sealed record, which cannot be changed, the note that stands beside it from now on.
  reason text not null check (reason <> ''),
  record_note text,
  answered_by text not null,
  answered_at timestamptz not null,
  primary key (agency_id, request_id),
  foreign key (agency_id, request_id) references privacy.request (agency_id, id)
);

-- Nothing of this person is erased until the hold ends: a case, a court, an audit.
create table privacy.hold (
  agency_id text not null references agencies.agency (id),
  id text not null,
  person_id text not null,
  reason text not null check (reason <> ''),
  held_by text not null,
  held_at timestamptz not null,
  primary key (agency_id, id)
);
create index hold_person on privacy.hold (agency_id, person_id);
create table privacy.hold_ending (
  agency_id text not null,
  hold_id text not null,
  reason text not null check (reason <> ''),
  ended_by text not null,
  ended_at timestamptz not null,
  primary key (agency_id, hold_id),
  foreign key (agency_id, hold_id) references privacy.hold (agency_id, id)
);

-- How long an institution keeps something, where it set that itself, and on which ground.
create table privacy.period (
  agency_id text not null references agencies.agency (id),
  id text not null,
  rule text not null,
  days integer not null check (days between 0 and 36525),
  source text not null check (source <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency_id, id)
);

-- A person whose name and number are held no more. Counts say what was erased and what had to stay.
create table privacy.erasure (
  agency_id text not null references agencies.agency (id),
  person_id text not null,
  request_id text not null,
  why text not null check (why in ('asked', 'period', 'court', 'mistake')),
  erased_by text not null,
  erased_at timestamptz not null,
  counts jsonb not null,
  primary key (agency_id, person_id)
);

-- A sealed record of which record and salt are gone by decision. Its entry stays in the log and commits to what nobody
-- can show any more. Names nobody: it is what the public page of the receipt says.
create table evidence.erasure (
  agency_id text not null,
  campaign_id text not null,
  idx bigint not null,
  receipt text not null,
  why text not null check (why in ('asked', 'period', 'court', 'mistake')),
  request_id text not null,
  erased_at timestamptz not null,
  primary key (agency_id, campaign_id, idx)
);
create unique index erasure_receipt on evidence.erasure (agency_id, receipt);

create table privacy.incident (
  agency_id text not null references agencies.agency (id),
  id text not null,
  title text not null check (title <> ''),
  what text not null check (what <> ''),
  data_kinds text[] not null,
  people integer check (people >= 0),
  known_at timestamptz not null,
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (agency_id, id)
);
create table privacy.incident_step (
  agency_id text not null,
  incident_id text not null,
  id text not null,
  step text not null check (length(step) between 1 and 40),
  note text not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (agency_id, incident_id, id),
  foreign key (agency_id, incident_id) references privacy.incident (agency_id, id)
);

-- Reads of people's records are events, each once a day: one row for actor, person (or list) and what was read.
create unique index event_read on platform.event (agency_id, subject, actor, (data ->> 'key'), (data ->> 'day'))
  where kind in ('person.read', 'people.read');
-- What one person's own page asks for.
create index event_read_by_token on platform.event (agency_id) where kind = 'people.readByToken';
create index event_subject on platform.event (agency_id, subject);
create index event_by_person on platform.event (agency_id, actor) where actor like 'person:%';

-- Whose record and salt are empty was erased (evidence.erasure): no document and no proof is made of it.
create or replace view evidence.sealed_record as
select r.agency_id, r.campaign_id, r.idx, r.receipt, r.person_id, r.salt, r.verify_url,
  case when r.frame_id is null then r.record
    else substring(r.record for r.cut) || coalesce(f.head, '') || substring(r.record from r.cut + 1)
      || coalesce(f.tail, '') end as record
from evidence.record r
left join evidence.record_frame f
  on f.agency_id = r.agency_id and f.campaign_id = r.campaign_id and f.id = r.frame_id
where r.salt <> '';
alter view evidence.sealed_record set (security_invoker = true);

-- The one role that may empty what was sealed: taken for one transaction, by src/privacy/erase, after two people agreed.
-- It holds ikrar_app, so that the same policies bind it to one institution.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  if not exists (select from pg_roles where rolname = 'ikrar_erase') then
    create role ikrar_erase nologin;
  end if;
  grant ikrar_app to ikrar_erase;
  execute format('grant ikrar_erase to %I', current_user);
exception
  when insufficient_privilege or duplicate_object or invalid_grant_operation then null;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['privacy.request', 'privacy.request_answer', 'privacy.hold', 'privacy.hold_ending',
    'privacy.period', 'privacy.erasure', 'evidence.erasure', 'privacy.incident', 'privacy.incident_step'] loop
    perform platform.separate(name::regclass);
  end loop;
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  grant usage on schema privacy to ikrar_app;
  grant select, insert on all tables in schema privacy to ikrar_app;
  grant select on evidence.erasure to ikrar_app;
  if not exists (select from pg_roles where rolname = 'ikrar_erase') then
    return;
  end if;
  grant insert on evidence.erasure to ikrar_erase;
  grant update (record, cut, frame_id, salt) on evidence.record to ikrar_erase;
  grant delete on evidence.pdf, evidence.pdf_timestamp to ikrar_erase;
  grant update (id_number, name, rank, post, email, changed_at) on agencies.person to ikrar_erase;
  grant update (before, after) on agencies.person_change to ikrar_erase;
  grant update (before, after, reason) on agencies.person_correction to ikrar_erase;
  grant update (file_name, parsed) on agencies.roster_import to ikrar_erase;
  grant update (id_number, name, rank, post) on campaigns.audience to ikrar_erase;
  grant update (reason) on campaigns.exemption to ikrar_erase;
  grant update (note) on campaigns.declining to ikrar_erase;
  grant update (reason) on campaigns.addition, agencies.person_status, agencies.move_decision to ikrar_erase;
  grant update (id_number) on agencies.move to ikrar_erase;
  grant update (reason) on ceremonies.presence to ikrar_erase;
  grant update (name, office) on ceremonies.symbolic to ikrar_erase;
  grant update (absent) on assembly.minutes_draft to ikrar_erase;
  grant delete on signing.slip, signing.link, signing.code, signing.passkey, signing.passkey_removal, signing.certified_file,
    signing.scan, signing.scan_decision, signing.sheet_file to ikrar_erase;
  grant update (params) on signing.queued to ikrar_erase;
  grant update (address_hash, why) on reminders.message to ikrar_erase;
  grant delete on platform.api_answer to ikrar_erase;
  grant update (data) on platform.event to ikrar_erase;
  grant update (reason) on access.approval_request to ikrar_erase;
  grant update (note) on access.approval_decision to ikrar_erase;
  grant update (what) on privacy.request to ikrar_erase;
  grant update (reason, record_note) on privacy.request_answer to ikrar_erase;
  grant update (reason) on privacy.hold to ikrar_erase;
  grant update (reason) on privacy.hold_ending to ikrar_erase;
end
$$;
