-- What was signed, in the order of the log: an index, once told, is followed by no smaller one (evidence.append).

-- name: resultsAfter
select r.idx as "index", r.receipt, r.person_id as "personId", a.id_kind as "idKind", a.id_number as "idNumber",
  a.unit_id as "unitId", s.signed_at as "signedAt", s.method, r.verify_url as "verifyUrl"
from evidence.record r
join signing.signature s on s.agency_id = r.agency_id and s.campaign_id = r.campaign_id and s.person_id = r.person_id
join campaigns.audience a on a.agency_id = r.agency_id and a.campaign_id = r.campaign_id and a.person_id = r.person_id
where r.agency_id = :agencyId and r.campaign_id = :campaignId and r.idx > :after
  and (:unitIds::text[] is null or a.unit_id = any(:unitIds))
order by r.idx
limit :limit;
