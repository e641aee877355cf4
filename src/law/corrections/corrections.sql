-- Corrections of the register. Only ever added; the order of time is corrected_at, then id.

-- name: corrections
select id, instrument_id as "instrumentId", article, field, value is null as "asShipped", value, why, source, undoes,
  agency_id as "agencyId", corrected_by as "by", corrected_at as "at"
from law.correction
order by corrected_at, id;

-- name: addCorrection
insert into law.correction
  (id, instrument_id, article, field, value, why, source, undoes, agency_id, corrected_by, corrected_at)
values (:id, :instrumentId, :article, :field, :value::jsonb, :why, :source, :undoes, :agencyId, :by, :now)
on conflict do nothing;
