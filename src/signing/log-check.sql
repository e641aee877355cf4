-- name: signaturesOf
select person_id as "personId", receipt, method, signed_at as "signedAt" from signing.signature
where agency_id = :agencyId and campaign_id = :campaignId and person_id = any(:persons::text[]);

-- name: unsealed
select s.receipt from signing.signature s
where s.agency_id = :agencyId and s.campaign_id = :campaignId
  and not exists (select from evidence.record r where r.agency_id = s.agency_id and r.campaign_id = s.campaign_id
    and r.person_id = s.person_id and r.receipt = s.receipt)
order by s.receipt limit 1;
