-- Institutions that cannot see each other, kept by the database. A transaction of the server names the institution it
-- works for (ikrar.agency, set local); as ikrar_app it sees and writes that institution's rows and no other. What must
-- read across institutions (finding the holder of a secret, publishing logs, the nation's figures) takes the role
-- ikrar_wide for that one transaction. Both are bound; only who owns the tables and holds ikrar_wide sees all.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  if not exists (select from pg_roles where rolname = 'ikrar_wide') then
    create role ikrar_wide nologin;
  end if;
  grant ikrar_app to ikrar_wide;
  execute format('grant ikrar_wide to %I', current_user);
exception
  when insufficient_privilege or duplicate_object or invalid_grant_operation then null;
end
$$;

-- Called by the migration that makes a table with agency_id. Where the roles could not be made nothing is bound: the
-- server then works as the owner, and says so in its log.
create function platform.separate(which regclass) returns void language plpgsql as $$
begin
  if not exists (select from pg_roles where rolname = 'ikrar_wide') then
    return;
  end if;
  execute format('alter table %s enable row level security', which);
  execute format('alter table %s force row level security', which);
  execute format('create policy one_agency on %s to ikrar_app
    using (agency_id = current_setting(''ikrar.agency'', true))
    with check (agency_id = current_setting(''ikrar.agency'', true))', which);
  execute format('create policy all_agencies on %s to ikrar_wide using (true) with check (true)', which);
end
$$;
