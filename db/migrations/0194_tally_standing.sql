-- What the tally is compared with: each person of an audience with the facts as they are kept where they happen, in the
-- bits of tally.person. The one definition, for the change of one person and for a whole recount. Lateral with a limit:
-- each person is looked up by index, whatever the statistics of a campaign that was opened a minute ago say.
create index presence_person on ceremonies.presence (agency_id, person_id);
create index attendance_person on ceremonies.attendance (agency_id, person_id);

-- With the campaign before the unit this index was as good as the primary key, as long as nobody had counted how many
-- rows a campaign has; one person was then looked up by reading a whole audience.
drop index campaigns.audience_unit;
create index audience_unit on campaigns.audience (agency_id, unit_id, campaign_id, name);

create view tally.standing with (security_invoker = true) as
select a.agency_id, a.campaign_id, a.person_id, a.unit_id, a.unit_name, a.category, s.signed_at,
  (coalesce(r.bit, 0) | coalesce(d.bit, 0) | coalesce(e.bit, 0) | coalesce(f.bits, 0))::smallint as facts
from campaigns.audience a
left join lateral (select 1 as bit from evidence.record r where r.agency_id = a.agency_id
  and r.campaign_id = a.campaign_id and r.person_id = a.person_id limit 1) r on true
left join lateral (select s.signed_at from signing.signature s where s.agency_id = a.agency_id
  and s.campaign_id = a.campaign_id and s.person_id = a.person_id limit 1) s on true
left join lateral (select 2 as bit from campaigns.declining d where d.agency_id = a.agency_id
  and d.campaign_id = a.campaign_id and d.person_id = a.person_id limit 1) d on true
left join lateral (select 4 as bit from campaigns.exemption e where e.agency_id = a.agency_id
  and e.campaign_id = a.campaign_id and e.person_id = a.person_id limit 1) e on true
left join lateral (
  select bit_or(case when f.fact = 'symbolic' then 8 else 16 end) as bits
  from ceremonies.fact f
  join ceremonies.ceremony c on c.agency_id = f.agency_id and c.id = f.ceremony_id
  where f.agency_id = a.agency_id and f.person_id = a.person_id and c.campaign_id = a.campaign_id
) f on true;

-- The one state in which a person counts: the first that holds, in this order.
create function tally.state_of(facts integer) returns text language sql immutable parallel safe as $$
  select case
    when facts & 1 <> 0 then 'signed'
    when facts & 2 <> 0 then 'declined'
    when facts & 4 <> 0 then 'exempted'
    when facts & 8 <> 0 then 'symbolic'
    when facts & 16 <> 0 then 'attended'
    else 'notYet'
  end
$$;

drop function coverage.state_on(timestamptz, timestamptz, timestamptz, timestamptz, timestamptz, timestamptz);

-- As the audience was pinned; the roster of today may call the unit otherwise.
alter table tally.unit_count add column unit_name text not null default '';

-- When a campaign's counts were last compared with a recount; claimed by lease, so that one process does it.
create table tally.comparison (
  agency_id text not null,
  campaign_id text not null,
  lease_until timestamptz not null,
  compared_at timestamptz,
  differences integer,
  primary key (agency_id, campaign_id)
);

-- Campaigns that were opened before there were counts.
insert into tally.person (agency_id, campaign_id, person_id, facts, was)
select agency_id, campaign_id, person_id, facts, facts from tally.standing where facts <> 0;

insert into tally.unit_count (agency_id, campaign_id, unit_id, category, audience, signed, declined, exempted, symbolic,
  attended, unit_name)
select agency_id, campaign_id, unit_id, category, count(*),
  count(*) filter (where tally.state_of(facts) = 'signed'),
  count(*) filter (where tally.state_of(facts) = 'declined'),
  count(*) filter (where tally.state_of(facts) = 'exempted'),
  count(*) filter (where tally.state_of(facts) = 'symbolic'),
  count(*) filter (where tally.state_of(facts) = 'attended'), min(unit_name)
from tally.standing group by agency_id, campaign_id, unit_id, category;

insert into tally.total (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select agency_id, campaign_id, category, sum(audience), sum(signed), sum(declined), sum(exempted), sum(symbolic),
  sum(attended)
from tally.unit_count group by agency_id, campaign_id, category;

insert into tally.day (agency_id, campaign_id, day, signed)
select s.agency_id, s.campaign_id, (s.signed_at at time zone g.zone)::date, count(*)
from tally.standing s
join agencies.agency g on g.id = s.agency_id
where s.facts & 1 = 1 and s.signed_at is not null
group by 1, 2, 3;

select platform.separate('tally.comparison'::regclass);
do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select on tally.standing to ikrar_app;
    grant select, insert, update on tally.comparison to ikrar_app;
  end if;
end
$$;
