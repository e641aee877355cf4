-- name: handOffs
select h.id, h.destination, encode(h.sha256, 'hex') as sha256, h.made_on::text as "madeOn", h.by, a.display_name as "byName"
from oversight.hand_off h left join access.account a on h.by = 'account:' || a.id
where h.agency_id = :agencyId and h.case_id = :caseId order by h.at, h.id;

-- name: results
select hand_off_id as "handOffId", n, on_date::text as "onDate", result, note, by
from oversight.hand_off_result where agency_id = :agencyId and case_id = :caseId order by hand_off_id, n;

-- name: addHandOff
insert into oversight.hand_off (agency_id, case_id, id, destination, sha256, made_on, by, at)
values (:agencyId, :caseId, :id, :destination, :sha256, :madeOn, :by, :at);

-- name: addResult
insert into oversight.hand_off_result (agency_id, case_id, hand_off_id, n, on_date, result, note, by, at)
select h.agency_id, h.case_id, h.id, coalesce((select max(r.n) + 1 from oversight.hand_off_result r
    where r.agency_id = h.agency_id and r.case_id = h.case_id and r.hand_off_id = h.id), 0),
  :onDate, :result, :note, :by, :at
from oversight.hand_off h
where h.agency_id = :agencyId and h.case_id = :caseId and h.id = :handOffId and h.made_on <= :onDate
