-- Where the server changes rows it may change only the columns that the code changes: keys, owners, digests and dates of
-- making stay as they were written.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ikrar_app') then
    return;
  end if;
  revoke update on access.session, access.passkey, tally.person, tally.unit_count, tally.total, tally.day,
    tally.comparison, coverage.roster_size, reminders.message, reminders.turn from ikrar_app;
  grant update (seen_at, proved_at) on access.session to ikrar_app;
  grant update (counter, used_at) on access.passkey to ikrar_app;
  grant update (facts, was) on tally.person to ikrar_app;
  grant update (unit_name, audience, signed, declined, exempted, symbolic, attended) on tally.unit_count to ikrar_app;
  grant update (audience, signed, declined, exempted, symbolic, attended) on tally.total to ikrar_app;
  grant update (signed) on tally.day to ikrar_app;
  grant update (lease_until, compared_at, differences) on tally.comparison to ikrar_app;
  grant update (people, counted_at) on coverage.roster_size to ikrar_app;
  grant update (address_hash, due_at, lease_until, attempts, sent_at, failed_at, bounced_at, why)
    on reminders.message to ikrar_app;
  grant update (lease_until, halted_why) on reminders.turn to ikrar_app;
end
$$;
