-- Roster files read as streams: loads, their parts, and how a part reaches the roster.

-- name: addLoad
insert into agencies.stream_load (agency_id, id, file_name, path, size, populated, started_by, started_at)
values (:agencyId, :id, :fileName, :path, :size, :populated, :by, :now);

-- name: populatedAgencies
-- One look by index for each institution. :agencyId null: all.
select a.id from agencies.agency a
where (:agencyId::text is null or a.id = :agencyId)
  and exists (select from agencies.person p where p.agency_id = a.id) order by a.id;

-- name: loadOf
select l.agency_id as "agencyId", l.id, l.file_name as "fileName", l.path, l.size, l.populated,
  l.started_by as "startedBy", l.started_at as "startedAt", l.holder, coalesce(l.lease_until > :now, false) as "running",
  e.outcome, e.code, e.params, e.ended_at as "endedAt"
from agencies.stream_load l
left join agencies.stream_end e on e.agency_id = l.agency_id and e.load_id = l.id
where l.agency_id = :agencyId and l.id = :loadId;

-- name: latestLoads
select l.agency_id as "agencyId", l.id, l.file_name as "fileName", l.path, l.size, l.populated,
  l.started_by as "startedBy", l.started_at as "startedAt", l.holder, coalesce(l.lease_until > :now, false) as "running",
  e.outcome, e.code, e.params, e.ended_at as "endedAt"
from agencies.stream_load l
left join agencies.stream_end e on e.agency_id = l.agency_id and e.load_id = l.id
where l.agency_id = :agencyId
order by l.id desc limit 10;

-- name: openLoad
select l.id from agencies.stream_load l
left join agencies.stream_end e on e.agency_id = l.agency_id and e.load_id = l.id
where l.agency_id = :agencyId and l.path = :path and e.load_id is null
order by l.id desc limit 1;

-- name: waitingLoads
-- Uploads that nobody is at, of any institution; the oldest first.
select l.agency_id as "agencyId", l.id, l.path from agencies.stream_load l
left join agencies.stream_end e on e.agency_id = l.agency_id and e.load_id = l.id
where e.load_id is null and l.path like 'upload:%' and (l.lease_until is null or l.lease_until < :now)
order by l.id limit 20;

-- name: takeLease
update agencies.stream_load set holder = :holder, lease_until = :until
where agency_id = :agencyId and id = :loadId
  and (holder = :holder or lease_until is null or lease_until < :now);

-- name: freeLease
update agencies.stream_load set lease_until = null where agency_id = :agencyId and id = :loadId and holder = :holder;

-- name: addEnd
insert into agencies.stream_end (agency_id, load_id, outcome, code, params, ended_by, ended_at)
values (:agencyId, :loadId, :outcome, :code, :params, :by, :now) on conflict do nothing;

-- name: chunks
select seq, until_byte as "untilByte", until_row as "untilRow", digest
from agencies.stream_chunk where agency_id = :agencyId and load_id = :loadId order by seq;

-- name: sums
select coalesce(max(until_byte), 0)::bigint as "untilByte", coalesce(max(until_row), 0)::bigint as "rows",
  coalesce(sum(good), 0)::bigint as good, coalesce(sum(bad), 0)::bigint as bad,
  coalesce(sum(added), 0)::bigint as added, coalesce(sum(changed), 0)::bigint as changed,
  min(written_at) as "firstAt", max(written_at) as "lastAt"
from agencies.stream_chunk where agency_id = :agencyId and load_id = :loadId;

-- name: touchedAgencies
select distinct unnest(agencies) as id
from agencies.stream_chunk where agency_id = :agencyId and load_id = :loadId order by 1;

-- name: addChunk
insert into agencies.stream_chunk (agency_id, load_id, seq, until_byte, until_row, digest, good, bad, added, changed,
  agencies, written_at)
values (:agencyId, :loadId, :seq, :untilByte, :untilRow, :digest, :good, :bad, :added, :changed, :agencies, :now);

-- name: addBad
insert into agencies.stream_bad (agency_id, load_id, row_number, part, field, code, params)
select :agencyId, :loadId, *
from unnest(:rowNumbers::bigint[], :parts::smallint[], :fields::text[], :codes::text[], :params::jsonb[]);

-- name: badRows
select row_number as "rowNumber", part, field, code, params from agencies.stream_bad
where agency_id = :agencyId and load_id = :loadId and (row_number, part) > (:afterRow::bigint, :afterPart::smallint)
order by row_number, part limit :limit;

-- name: countBad
select count(*) as count from agencies.stream_bad where agency_id = :agencyId and load_id = :loadId;

-- name: unitsOfAgency
select agency_id as "agencyId", id, parent_id as "parentId", name, code from agencies.unit
where agency_id = :agencyId order by id;

-- name: addUnits
insert into agencies.unit (agency_id, id, parent_id, name, kind, code, created_at)
select *, :now::timestamptz
from unnest(:agencyIds::text[], :ids::text[], :parentIds::text[], :names::text[], :kinds::text[], :codes::text[]);

-- name: mayCopy
-- Only who is above the rules that keep rows apart may COPY into a table that has them.
select (rolsuper or rolbypassrls) as "mayCopy" from pg_roles where rolname = current_user;

-- name: copyPeople
copy agencies.person (agency_id, id, id_kind, id_number, name, category, rank, post, post_status, unit_id, email,
  status, is_example, changed_at) from stdin;

-- name: stage
-- A table that only this connection sees and that ends with the transaction: what was copied here passes the rules that
-- keep rows apart on its way to the roster.
create temp table stream_row (agency_id text not null, id text not null, id_kind text, id_number text,
  name text not null, category text not null, rank text, post text, post_status text not null, unit_id text not null,
  email text, status text not null, is_example boolean not null, changed_at timestamptz not null,
  n bigint not null, sure boolean not null, said boolean not null,
  known_id text, taken boolean not null default false) on commit drop;

-- name: copyStaged
copy stream_row (agency_id, id, id_kind, id_number, name, category, rank, post, post_status, unit_id, email,
  status, is_example, changed_at, n, sure, said) from stdin;

-- name: addStaged
insert into agencies.person (agency_id, id, id_kind, id_number, name, category, rank, post, post_status, unit_id,
  email, status, is_example, changed_at)
select agency_id, id, id_kind, id_number, name, category, rank, post, post_status, unit_id, email, status, is_example,
  changed_at
from stream_row where known_id is null and not taken;

-- name: findNumbered
update stream_row s set known_id = p.id from agencies.person p
where p.agency_id = s.agency_id and p.id_number = s.id_number;

-- name: findNamed
-- Who has no number, in the file or on the roster, is found by name and unit; of two such nobody can tell.
update stream_row s set known_id = f.id, taken = f.several
from (
  select s.n, min(p.id) as id, count(*) > 1 as several
  from stream_row s
  join agencies.person p on p.agency_id = s.agency_id and p.unit_id = s.unit_id and p.name = s.name
    and p.category = 'non-asn' and (p.id_number is null or s.id_number is null)
  where s.known_id is null and s.category = 'non-asn'
  group by s.n
) f
where f.n = s.n;

-- name: takenFresh
-- Of an institution that was empty, whoever is there already was named by an earlier row.
update stream_row set taken = true where known_id is not null and agency_id <> all(:populated::text[]);

-- name: addSeen
insert into agencies.stream_seen (agency_id, load_id, person_id, row_number)
select agency_id, :loadId, coalesce(known_id, id), n from stream_row
where not taken and agency_id = any(:populated::text[]) order by n
on conflict do nothing;

-- name: takenSeen
update stream_row s set taken = true from agencies.stream_seen e
where e.agency_id = s.agency_id and e.load_id = :loadId and e.person_id = coalesce(s.known_id, s.id)
  and e.row_number <> s.n;

-- name: taken
select n as "rowNumber", id_number is null as "named" from stream_row where taken order by n;

-- name: mergeStaged
-- Only who differs is written, and what they were is kept. An empty cell never erases what is known.
with merged as (
  select p.agency_id, p.id, coalesce(s.id_kind, p.id_kind) as id_kind, coalesce(s.id_number, p.id_number) as id_number,
    s.name, case when s.sure then s.category else p.category end as category, coalesce(s.rank, p.rank) as rank,
    coalesce(s.post, p.post) as post,
    case when s.post is not null or s.post_status <> 'definitive' then s.post_status else p.post_status end
      as post_status,
    s.unit_id, coalesce(s.email, p.email) as email, case when s.said then s.status else p.status end as status,
    jsonb_build_object('id', p.id, 'idKind', p.id_kind, 'idNumber', p.id_number, 'name', p.name,
      'category', p.category, 'rank', p.rank, 'post', p.post, 'postStatus', p.post_status, 'unitId', p.unit_id,
      'email', p.email, 'status', p.status) as before
  from stream_row s
  join agencies.person p on p.agency_id = s.agency_id and p.id = s.known_id
  where not s.taken
), changed as (
  select *, jsonb_build_object('id', id, 'idKind', id_kind, 'idNumber', id_number, 'name', name, 'category', category,
    'rank', rank, 'post', post, 'postStatus', post_status, 'unitId', unit_id, 'email', email, 'status', status)
    as after
  from merged
), kept as (
  insert into agencies.person_change (agency_id, import_id, person_id, before, after)
  select agency_id, :loadId, id, before, after from changed where before <> after
)
update agencies.person p
set id_kind = c.id_kind, id_number = c.id_number, name = c.name, category = c.category, rank = c.rank, post = c.post,
  post_status = c.post_status, unit_id = c.unit_id, email = c.email, status = c.status, changed_at = :now
from changed c
where p.agency_id = c.agency_id and p.id = c.id and c.before <> c.after;

-- name: missing
-- Whom the file does not name any more, of those in service.
select p.id, p.name, p.id_number as "idNumber", p.id_kind as "idKind", u.name as "unitName"
from agencies.person p
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.status not in ('retired', 'moved', 'dismissed', 'deceased')
  and not exists (select from agencies.stream_seen s
    where s.agency_id = p.agency_id and s.load_id = :loadId and s.person_id = p.id)
order by lower(p.name), p.id limit :limit offset :offset;

-- name: countMissing
select count(*) as count from agencies.person p
where p.agency_id = any(:agencies::text[]) and p.status not in ('retired', 'moved', 'dismissed', 'deceased')
  and not exists (select from agencies.stream_seen s
    where s.agency_id = p.agency_id and s.load_id = :loadId and s.person_id = p.id);

-- name: exampleAgencies
select id, is_example as "isExample" from agencies.agency;
