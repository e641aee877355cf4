-- The application's rights to change, column by column: what a log is called, what a campaign says and who claimed
-- the installation stay as they were written. A row lock (select … for update or share) asks for the right to update
-- some column of its table; that is created_at, which nothing reads as evidence.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  revoke update on platform.setting, agencies.agency, agencies.unit, campaigns.campaign, ceremonies.ceremony,
    evidence.log, evidence.publisher_lease from ikrar_app;
  grant update (size) on evidence.log to ikrar_app;
  grant update (holder, until) on evidence.publisher_lease to ikrar_app;
  grant update (created_at) on agencies.agency, campaigns.campaign, ceremonies.ceremony to ikrar_app;
end
$$;
