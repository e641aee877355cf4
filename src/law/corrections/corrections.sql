-- Corrections of the register. Only ever added; seq is the order in which they count.

-- name: corrections
select id, seq, instrument_id as "instrumentId", article, field, value is null as "asShipped", value, why, source, undoes,
  agency_id as "agencyId", corrected_by as "by", corrected_at as "at"
from law.correction
order by seq;

-- Of two who read the same history, one adds; the other adds nothing and is told so.
-- name: addCorrection
insert into law.correction
  (id, seq, instrument_id, article, field, value, why, source, undoes, agency_id, corrected_by, corrected_at)
values (:id, :seq, :instrumentId, :article, :field, :value::jsonb, :why, :source, :undoes, :agencyId, :by, :now)
on conflict do nothing;
