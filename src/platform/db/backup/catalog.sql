-- What a backup must hold, read from PostgreSQL's own catalogue.

-- name: tables
select n.nspname as schema, c.relname as name,
  array(
    select a.attname::text from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum
  ) as columns,
  array(
    select distinct f.confrelid::bigint from pg_constraint f
    where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
  ) as "refersTo",
  c.oid::bigint as id
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and c.relpersistence <> 't'
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and (n.nspname, c.relname) <> ('platform', 'migration')
order by n.nspname, c.relname;

-- name: sequences
select schemaname as schema, sequencename as name,
  coalesce(last_value, start_value)::text as last, last_value is not null as called
from pg_sequences
where schemaname !~ '^pg_'
order by schemaname, sequencename;

-- name: migrations
select number, name, checksum from platform.migration order by number;
