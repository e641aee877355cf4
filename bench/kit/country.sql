-- A country as it would stand in the middle of signing, written at once. Person n is of institution n % :agencies, of unit
-- n / :agencies % :units of it, and stands by what is left of n / :agencies divided by 14: 0 to 4 signed, 5 declined or
-- exempted, 6 to 9 were at the ceremony.

-- name: agencies
insert into agencies.agency (id, level, region_code, zone, place, letterhead, is_example, created_at)
select 'i' || n, 'kabupaten', (:provinces::text[])[1 + n % cardinality(:provinces::text[])] || '.' || lpad((1 + n / 38)::text, 2, '0'),
  'Asia/Jakarta', 'Kota Contoh', '{PEMERINTAH CONTOH}', false, :now
from generate_series(0, :agencies::int - 1) n;

-- name: names
insert into agencies.agency_name (agency_id, name)
select 'i' || n, 'Pemerintah Kabupaten Contoh ' || n from generate_series(0, :agencies::int - 1) n;

-- One at the top, thirteen offices below it, the others below these.
-- name: units
insert into agencies.unit (agency_id, id, parent_id, name, kind, created_at)
select 'i' || n, 'u' || u, case when u = 0 then null when u < 14 then 'u0' else 'u' || 1 + (u - 14) % 13 end,
  'Unit Contoh ' || u, case when u = 0 then 'kabupaten' when u < 14 then 'opd' else 'upt' end, :now
from generate_series(0, :units::int - 1) u, generate_series(0, :agencies::int - 1) n order by u, n;

-- name: campaigns
insert into campaigns.campaign (agency_id, id, title, election_id, bases, deadline, is_example, created_by, created_at)
select 'i' || n, 'g1', 'Ikrar Netralitas Contoh', 'pilkada-2024', '{}', :now::timestamptz + interval '30 days', false, 'system', :now
from generate_series(0, :agencies::int - 1) n;

-- name: openings
insert into campaigns.opening (agency_id, campaign_id, categories, audience_size, opened_by, opened_at)
select 'i' || n, 'g1', '{pns,pppk,non-asn}', (:people::int - n + :agencies::int - 1) / :agencies::int, 'system',
  :now::timestamptz - interval '30 days'
from generate_series(0, :agencies::int - 1) n;

-- name: ceremonies
insert into ceremonies.ceremony (agency_id, id, campaign_id, kind, title, held_on_status, organiser, is_example, created_by,
  created_at)
select 'i' || n, 'a1', 'g1', 'apel', 'Apel Contoh', 'unknown', 'Pemerintah Contoh', false, 'system', :now
from generate_series(0, :agencies::int - 1) n;

-- name: audience
insert into campaigns.audience (agency_id, campaign_id, person_id, unit_id, unit_name, employer, id_kind, name, category,
  post_status)
select 'i' || n % :agencies::int, 'g1', 'p' || n, 'u' || n / :agencies::int % :units::int,
  'Unit Contoh ' || n / :agencies::int % :units::int, 'Pemerintah Contoh', 'local', 'Pegawai Contoh ' || n,
  case when n / :agencies::int % 10 < 7 then 'pns' when n / :agencies::int % 10 < 9 then 'pppk' else 'non-asn' end, 'definitive'
from generate_series(:from::int, :to::int - 1) n;

-- name: signatures
insert into signing.signature (agency_id, campaign_id, person_id, receipt, idempotency_key, method, signed_at)
select 'i' || n % :agencies::int, 'g1', 'p' || n, 'R' || n, 'k' || n, 'link', :now::timestamptz - n / :agencies::int % 30 * interval '1 day'
from generate_series(:from::int, :to::int - 1) n where n / :agencies::int % 14 < 5;

-- name: records
insert into evidence.record (agency_id, campaign_id, idx, receipt, person_id, record, salt, verify_url)
select 'i' || n % :agencies::int, 'g1', n, 'R' || n, 'p' || n, '', '', ''
from generate_series(:from::int, :to::int - 1) n where n / :agencies::int % 14 < 5;

-- name: declinings
insert into campaigns.declining (agency_id, campaign_id, person_id, note, recorded_by, recorded_at)
select 'i' || n % :agencies::int, 'g1', 'p' || n, 'Contoh.', 'system', :now
from generate_series(:from::int, :to::int - 1) n where n / :agencies::int % 140 = 5;

-- name: exemptions
insert into campaigns.exemption (agency_id, campaign_id, person_id, reason, recorded_by, recorded_at)
select 'i' || n % :agencies::int, 'g1', 'p' || n, 'Contoh.', 'system', :now
from generate_series(:from::int, :to::int - 1) n where n / :agencies::int % 140 in (19, 33, 47);

-- name: presences
insert into ceremonies.presence (agency_id, ceremony_id, person_id, seq, standing, how, recorded_by, recorded_at)
select 'i' || n % :agencies::int, 'a1', 'p' || n, 1, 'present', 'list', 'system', :now
from generate_series(:from::int, :to::int - 1) n where n / :agencies::int % 14 between 6 and 9;

-- name: persons
insert into tally.person (agency_id, campaign_id, person_id, facts, was)
select agency_id, campaign_id, person_id, facts, facts from (
  select 'i' || n % :agencies::int as agency_id, 'g1' as campaign_id, 'p' || n as person_id,
    case when n / :agencies::int % 14 < 5 then 1 when n / :agencies::int % 140 = 5 then 2
      when n / :agencies::int % 140 in (19, 33, 47) then 4 when n / :agencies::int % 14 between 6 and 9 then 16 else 0 end as facts
  from generate_series(:from::int, :to::int - 1) n
) f where facts <> 0;

-- name: unitCounts
insert into tally.unit_count (agency_id, campaign_id, unit_id, category, unit_name, audience, signed, declined, exempted,
  symbolic, attended)
select a.agency_id, a.campaign_id, a.unit_id, a.category, min(a.unit_name), count(*), count(*) filter (where p.facts = 1),
  count(*) filter (where p.facts = 2), count(*) filter (where p.facts = 4), 0, count(*) filter (where p.facts = 16)
from campaigns.audience a
left join tally.person p using (agency_id, campaign_id, person_id)
group by a.agency_id, a.campaign_id, a.unit_id, a.category;

-- name: totals
insert into tally.total (agency_id, campaign_id, category, audience, signed, declined, exempted, symbolic, attended)
select agency_id, campaign_id, category, sum(audience), sum(signed), sum(declined), sum(exempted), 0, sum(attended)
from tally.unit_count group by agency_id, campaign_id, category;

-- name: days
insert into tally.day (agency_id, campaign_id, day, signed)
select agency_id, campaign_id, (signed_at at time zone 'Asia/Jakarta')::date, count(*)
from signing.signature group by 1, 2, 3;

-- As the hourly count of rosters leaves it.
-- name: rosterSizes
insert into coverage.roster_size (agency_id, people, counted_at)
select id, :people::int / :agencies::int, :now from agencies.agency;

-- One institution's units counted by reading its people: what the counters save.
-- name: scan
select a.unit_id, count(*), count(r.person_id), count(d.person_id), count(e.person_id)
from campaigns.audience a
left join evidence.record r using (agency_id, campaign_id, person_id)
left join campaigns.declining d using (agency_id, campaign_id, person_id)
left join campaigns.exemption e using (agency_id, campaign_id, person_id)
where a.agency_id = :agencyId and a.campaign_id = 'g1'
group by a.unit_id;
