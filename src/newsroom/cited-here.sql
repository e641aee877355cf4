-- Texts of this installation that everybody may count: bases and kept texts of campaigns that were opened, and the
-- newest approved version of each release. None of these rows ever changes, so a text is read once.

-- name: publicTexts
select c.agency_id as "agencyId", 'campaign' as kind, c.id, 0 as part
from campaigns.campaign c
join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
union all
select s.agency_id, 'text', s.ceremony_id, s.seq
from ceremonies.source s
join ceremonies.ceremony y on y.agency_id = s.agency_id and y.id = s.ceremony_id
join campaigns.opening o on o.agency_id = y.agency_id and o.campaign_id = y.campaign_id
union all
select a.agency_id, 'release', a.release_id, max(a.version)
from newsroom.release_approval a group by a.agency_id, a.release_id
order by 1, 2, 3, 4;

-- name: campaignBases
select agency_id as "agencyId", 'campaign' as kind, id, 0 as part, title, array_to_string(bases, E'\n') as body
from campaigns.campaign where (agency_id, id) in (select * from unnest(:agencies::text[], :ids::text[]));

-- name: ceremonyTexts
select agency_id as "agencyId", 'text' as kind, ceremony_id as id, seq as part, title, body
from ceremonies.source
where (agency_id, ceremony_id, seq) in (select * from unnest(:agencies::text[], :ids::text[], :parts::integer[]));

-- name: releaseBodies
select agency_id as "agencyId", 'release' as kind, id, version as part, title, body
from newsroom.release
where (agency_id, id, version) in (select * from unnest(:agencies::text[], :ids::text[], :parts::integer[]));
