-- name: chain
select statement, signature, signed_by as "signedBy", at
from oversight.recipient where agency_id = :agencyId order by serial;

-- name: add
insert into oversight.recipient (agency_id, serial, statement, signature, signed_by, at)
values (:agencyId, :serial, :statement, :signature, :signedBy, :now)
on conflict (agency_id, serial) do nothing;
