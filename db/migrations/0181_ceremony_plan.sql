-- Who signed in front for others, and whom they stand for. A row each time it is recorded; the newest of one person
-- (or of one named official) counts. It is never a signature: nothing reads it as one.
create table ceremonies.symbolic (
  agency_id text not null,
  ceremony_id text not null,
  seq integer not null check (seq > 0),
  -- Of the audience; null for an official from outside it.
  person_id text,
  name text not null check (name <> ''),
  office text,
  -- The units by name as they were called when it was recorded, and words.
  stands_for text not null check (stands_for <> ''),
  unit_ids text[] not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, ceremony_id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id)
);

create view ceremonies.symbolic_now as
select distinct on (agency_id, ceremony_id, coalesce('person:' || person_id, lower(name)))
  agency_id, ceremony_id, seq, person_id, name, office, stands_for, unit_ids, recorded_by, recorded_at
from ceremonies.symbolic
order by agency_id, ceremony_id, coalesce('person:' || person_id, lower(name)), seq desc;

-- A ceremony's own facts set right. The first row stays as it was written; the newest correction counts.
create table ceremonies.correction (
  agency_id text not null,
  ceremony_id text not null,
  seq integer not null check (seq > 0),
  title text not null,
  held_on date,
  held_on_status text not null check (held_on_status in ('stated', 'derived', 'unknown')),
  held_on_note text,
  starts_at text,
  place text,
  organiser text not null,
  reason text not null check (reason <> ''),
  corrected_by text not null,
  corrected_at timestamptz not null,
  primary key (agency_id, ceremony_id, seq),
  foreign key (agency_id, ceremony_id) references ceremonies.ceremony (agency_id, id),
  check ((held_on is null) = (held_on_status = 'unknown'))
);

-- What is known of a ceremony today.
create view ceremonies.ceremony_now as
select c.agency_id, c.id, c.campaign_id, c.kind, c.minutes, c.is_example, c.created_by, c.created_at,
  case when x.seq is null then c.title else x.title end as title,
  case when x.seq is null then c.held_on else x.held_on end as held_on,
  case when x.seq is null then c.held_on_status else x.held_on_status end as held_on_status,
  case when x.seq is null then c.held_on_note else x.held_on_note end as held_on_note,
  case when x.seq is null then c.starts_at else x.starts_at end as starts_at,
  case when x.seq is null then c.place else x.place end as place,
  case when x.seq is null then c.organiser else x.organiser end as organiser
from ceremonies.ceremony c
left join lateral (
  select * from ceremonies.correction k
  where k.agency_id = c.agency_id and k.ceremony_id = c.id order by k.seq desc limit 1
) x on true;

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on ceremonies.symbolic, ceremonies.correction to ikrar_app;
    grant select on ceremonies.symbolic_now, ceremonies.ceremony_now to ikrar_app;
  end if;
end
$$;
