-- Every table of institutions is bound (0190), every view asks as whoever asks it. Names of institutions and logs are
-- public.
do $$
declare
  t regclass;
begin
  if not exists (select from pg_roles where rolname = 'ikrar_wide') then
    return;
  end if;
  for t in
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$' and not c.relrowsecurity
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped)
    order by c.oid
  loop
    perform platform.separate(t);
  end loop;
  create policy names_are_public on agencies.agency_name for select to ikrar_app using (true);
  -- The register of law is one for all; who corrected what stands there for all to read.
  create policy register_is_public on law.correction for select to ikrar_app using (true);
  -- What is published for everybody to check, and holds salted commitments only.
  foreach t in array array['evidence.log', 'evidence.log_entry', 'evidence.tile', 'evidence.checkpoint',
    'evidence.cosignature', 'evidence.head_place', 'evidence.timestamp', 'evidence.certificate']::regclass[] loop
    execute format('create policy logs_are_public on %s for select to ikrar_app using (true)', t);
  end loop;

  alter table agencies.agency enable row level security;
  alter table agencies.agency force row level security;
  create policy names_are_public on agencies.agency for select to ikrar_app using (true);
  create policy one_agency on agencies.agency to ikrar_app
    using (id = current_setting('ikrar.agency', true)) with check (id = current_setting('ikrar.agency', true));
  create policy all_agencies on agencies.agency to ikrar_wide using (true) with check (true);

  for t in
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and n.nspname !~ '^pg_|^information_schema$'
  loop
    execute format('alter view %s set (security_invoker = true)', t);
  end loop;
end
$$;
