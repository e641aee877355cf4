-- The server works as this role: it may add to what was sealed, logged and told, but never change or remove it.
-- Where the owner may not make roles, the server goes on as the owner and says so in its log.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    create role ikrar_app nologin;
  end if;
  execute format('grant ikrar_app to %I', current_user);
exception
  when insufficient_privilege or duplicate_object or invalid_grant_operation then null;
end
$$;

do $$
declare
  s text;
begin
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  foreach s in array array['platform', 'access', 'agencies', 'campaigns', 'ceremonies', 'evidence', 'signing', 'coverage', 'newsroom'] loop
    execute format('grant usage on schema %I to ikrar_app', s);
    execute format('grant select, insert on all tables in schema %I to ikrar_app', s);
  end loop;
  grant delete on access.session to ikrar_app;
  -- campaign, ceremony: a row lock (select … for update) asks for the right to update
  grant update on platform.setting, agencies.agency, agencies.unit, agencies.person, campaigns.campaign,
    ceremonies.ceremony to ikrar_app;
  grant update on evidence.log, evidence.publisher_lease to ikrar_app;
end
$$;
