-- Where each person of a campaign's audience stands, with the time of every fact. Reads only: no table here.
-- Signed means a sealed record. Attending, reading, witnessing and symbolic signing are never that.
create schema if not exists coverage;

create view coverage.standing as
select a.agency_id, a.campaign_id, a.person_id, a.unit_id, a.unit_name, a.employer, a.name, a.id_kind, a.id_number,
  a.category, a.post, r.idx, r.receipt,
  case when r.idx is not null then coalesce(s.signed_at, '-infinity') end as signed_at,
  d.recorded_at as declined_at,
  e.recorded_at as exempted_at, e.reason as exemption_reason,
  t.symbolic_at, t.attended_at
from campaigns.audience a
left join evidence.record r
  on r.agency_id = a.agency_id and r.campaign_id = a.campaign_id and r.person_id = a.person_id
left join signing.signature s
  on s.agency_id = a.agency_id and s.campaign_id = a.campaign_id and s.person_id = a.person_id
left join campaigns.declining d
  on d.agency_id = a.agency_id and d.campaign_id = a.campaign_id and d.person_id = a.person_id
left join campaigns.exemption e
  on e.agency_id = a.agency_id and e.campaign_id = a.campaign_id and e.person_id = a.person_id
left join (
  select c.agency_id, c.campaign_id, f.person_id,
    min(f.recorded_at) filter (where f.fact = 'symbolic') as symbolic_at,
    min(f.recorded_at) filter (where f.fact <> 'symbolic') as attended_at
  from ceremonies.ceremony c
  join ceremonies.attendance f on f.agency_id = c.agency_id and f.ceremony_id = c.id
  group by c.agency_id, c.campaign_id, f.person_id
) t on t.agency_id = a.agency_id and t.campaign_id = a.campaign_id and t.person_id = a.person_id;

-- Exactly one state a person: the first that holds, in this order.
create function coverage.state_on(
  as_of timestamptz, signed_at timestamptz, declined_at timestamptz, exempted_at timestamptz,
  symbolic_at timestamptz, attended_at timestamptz
) returns text language sql immutable as $$
  select case
    when signed_at <= as_of then 'signed'
    when declined_at <= as_of then 'declined'
    when exempted_at <= as_of then 'exempted'
    when symbolic_at <= as_of then 'symbolic'
    when attended_at <= as_of then 'attended'
    else 'notYet'
  end
$$;
