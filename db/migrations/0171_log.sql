-- The tree over the roots of all logs is a log of its own, in the same tables, under agency_id and campaign_id 'semua';
-- no institution may bear that name. Here stands at which of its places a tree head of a log was recorded: derivable
-- from its entries, and what tells the publisher which heads are still to be recorded.
create table evidence.head_place (
  agency_id text not null,
  campaign_id text not null,
  size bigint not null,
  idx bigint not null,
  primary key (agency_id, campaign_id, size)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on evidence.head_place to ikrar_app;
  end if;
end
$$;
