-- The day of the apel. A plan is saved whole, a new version each time, and the newest counts. A person's attendance is
-- a row each time somebody records it; the newest counts, so that a wrong tick can be set right and both stay readable.
create table ceremonies.plan (
  agency_id text not null,
  ceremony_id text not null,
  version integer not null check (version > 0),
  plan jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (agency_id, ceremony_id, version),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

create table ceremonies.presence (
  agency_id text not null,
  ceremony_id text not null,
  person_id text not null,
  seq integer not null check (seq > 0),
  standing text not null check (standing in ('present', 'late', 'duty-elsewhere', 'excused', 'absent')),
  reason text,
  -- How it became known: a slip or badge scanned, the site's code scanned by the person, a list, paper entered later.
  how text not null check (how in ('slip', 'site-code', 'list', 'paper')),
  -- A site of the plan, where one is known.
  site text,
  -- What the clock of a device said that kept this until there was a network.
  device_at timestamptz,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, ceremony_id, person_id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

create view ceremonies.presence_now as
select distinct on (agency_id, ceremony_id, person_id)
  agency_id, ceremony_id, person_id, seq, standing, reason, how, site, device_at, recorded_by, recorded_at
from ceremonies.presence
order by agency_id, ceremony_id, person_id, seq desc;

-- Attending was one of the facts of ceremonies.attendance. It is moved, not copied: a fact stands in one place.
insert into ceremonies.presence
  (agency_id, ceremony_id, person_id, seq, standing, how, recorded_by, recorded_at)
select agency_id, ceremony_id, person_id, 1, 'present', 'list', recorded_by, recorded_at
from ceremonies.attendance where fact = 'attended';
delete from ceremonies.attendance where fact = 'attended';
alter table ceremonies.attendance drop constraint attendance_fact_check;
alter table ceremonies.attendance add constraint attendance_fact_check
  check (fact in ('read', 'witnessed', 'symbolic'));

-- What one person did at ceremonies, each fact with its time.
create view ceremonies.fact as
select agency_id, ceremony_id, person_id, fact, recorded_at from ceremonies.attendance
union all
select agency_id, ceremony_id, person_id, 'attended', recorded_at from ceremonies.presence_now
where standing in ('present', 'late');

-- A small ceremony of a larger one: of the units below an office (unit_ids, all of them listed), or a make-up session.
create table ceremonies.belonging (
  agency_id text not null,
  ceremony_id text not null,
  parent_id text not null,
  unit_ids text[],
  primary key (agency_id, ceremony_id),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id),
  foreign key (agency_id, parent_id) references ceremonies.ceremony (agency_id, id),
  check (ceremony_id <> parent_id)
);
create index belonging_parent on ceremonies.belonging (agency_id, parent_id);

-- Where anybody is invited by name, only these are expected.
create table ceremonies.invited (
  agency_id text not null,
  ceremony_id text not null,
  person_id text not null,
  primary key (agency_id, ceremony_id, person_id),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

-- Who is expected at a ceremony: the campaign's audience without the exempted, as far as the ceremony is for them.
create view ceremonies.expected as
select c.agency_id, c.id as ceremony_id, c.campaign_id, a.person_id, a.unit_id, a.unit_name, a.employer, a.category,
  a.name, a.id_kind, a.id_number, a.rank, a.post
from ceremonies.ceremony c
join campaigns.audience a on a.agency_id = c.agency_id and a.campaign_id = c.campaign_id
left join ceremonies.belonging b on b.agency_id = c.agency_id and b.ceremony_id = c.id
where (b.unit_ids is null or a.unit_id = any(b.unit_ids))
  and (not exists (select from ceremonies.invited i where i.agency_id = c.agency_id and i.ceremony_id = c.id)
    or exists (select from ceremonies.invited i where i.agency_id = c.agency_id and i.ceremony_id = c.id
      and i.person_id = a.person_id))
  and not exists (select from campaigns.exemption e where e.agency_id = a.agency_id
    and e.campaign_id = a.campaign_id and e.person_id = a.person_id);

create or replace view coverage.standing as
select a.agency_id, a.campaign_id, a.person_id, a.unit_id, a.unit_name, a.employer, a.name, a.id_kind, a.id_number,
  a.category, a.post, r.idx, r.receipt,
  case when r.idx is not null then coalesce(s.signed_at, '-infinity') end as signed_at,
  d.recorded_at as declined_at,
  e.recorded_at as exempted_at, e.reason as exemption_reason,
  t.symbolic_at, t.attended_at
from campaigns.audience a
left join evidence.record r
  on r.agency_id = a.agency_id and r.campaign_id = a.campaign_id and r.person_id = a.person_id
left join signing.signature s
  on s.agency_id = a.agency_id and s.campaign_id = a.campaign_id and s.person_id = a.person_id
left join campaigns.declining d
  on d.agency_id = a.agency_id and d.campaign_id = a.campaign_id and d.person_id = a.person_id
left join campaigns.exemption e
  on e.agency_id = a.agency_id and e.campaign_id = a.campaign_id and e.person_id = a.person_id
left join (
  select c.agency_id, c.campaign_id, f.person_id,
    min(f.recorded_at) filter (where f.fact = 'symbolic') as symbolic_at,
    min(f.recorded_at) filter (where f.fact <> 'symbolic') as attended_at
  from ceremonies.ceremony c
  join ceremonies.fact f on f.agency_id = c.agency_id and f.ceremony_id = c.id
  group by c.agency_id, c.campaign_id, f.person_id
) t on t.agency_id = a.agency_id and t.campaign_id = a.campaign_id and t.person_id = a.person_id;

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on ceremonies.plan, ceremonies.presence, ceremonies.belonging, ceremonies.invited to ikrar_app;
    grant select on ceremonies.presence_now, ceremonies.fact, ceremonies.expected to ikrar_app;
  end if;
end
$$;
