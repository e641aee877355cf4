-- A ceremony's own facts, set right. The newest row counts (view ceremonies.ceremony_now).

-- name: addCorrection
insert into ceremonies.correction (agency_id, ceremony_id, seq, title, held_on, held_on_status, held_on_note, starts_at,
  place, organiser, reason, corrected_by, corrected_at)
select :agencyId, :ceremonyId, coalesce(max(seq), 0) + 1, :title, :heldOn, :heldOnStatus, :heldOnNote, :startsAt,
  :place, :organiser, :reason, :by, :now
from ceremonies.correction where agency_id = :agencyId and ceremony_id = :ceremonyId;

-- name: corrections
select k.seq, k.reason, k.corrected_at as "correctedAt", coalesce(a.display_name, k.corrected_by) as "correctedBy"
from ceremonies.correction k
left join access.account a on k.corrected_by = 'account:' || a.id
where k.agency_id = :agencyId and k.ceremony_id = :ceremonyId order by k.seq desc;
