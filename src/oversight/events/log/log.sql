-- Institutions that ever received reports, whose batch of this day is not written yet.
-- name: due
select a.id from agencies.agency a
where (exists (select from oversight.channel c where c.agency_id = a.id)
    or exists (select from oversight.case_file f where f.agency_id = a.id))
  and not exists (select from oversight.log_batch b where b.agency_id = a.id and b.day = :day)
order by a.id;

-- name: batchOf
select rows, entries from oversight.log_batch where agency_id = :agencyId and day = :day;

-- name: addBatch
insert into oversight.log_batch (agency_id, day, rows, entries, at) values (:agencyId, :day, :rows, :entries, :at);

-- name: addLogged
insert into oversight.logged (agency_id, idx, what, id, day, salt)
select :agencyId, :first::bigint + r.ord - 1, r.what, r.id, r.day, substring(:salts::bytea from 32 * (r.ord::integer - 1) + 1 for 32)
from unnest(:whats::text[], :ids::text[], :days::date[]) with ordinality as r (what, id, day, ord);

-- name: places
select e.idx, e.entry, l.what, l.id, l.day::text as day, l.salt, l.erased_by as "erasedBy"
from evidence.log_entry e
left join oversight.logged l on l.agency_id = e.agency_id and l.idx = e.idx
where e.agency_id = :agencyId and e.campaign_id = :campaignId and e.idx >= :low and e.idx < :high
order by e.idx;

-- name: deletions
select e.id, e.data from oversight.event e
where e.agency_id = :agencyId and e.kind = 'case.deleted';

-- name: strayListed
select min(idx) as idx from oversight.logged where agency_id = :agencyId and idx >= :size;

-- Access that no event explains: both are written in one transaction, at one time. Of what a reporter does the day alone
-- is kept.
-- name: unexplained
select concat_ws('/', a.case_id, a.key_id, a.id) as id from oversight.case_access a
where a.agency_id = :agencyId and not exists (select from oversight.event e
  where e.agency_id = a.agency_id and e.case_id = a.case_id
    and (e.at = a.at or (e.actor = 'reporter' and a.given_by = 'reporter' and e.at = date_trunc('day', a.at, 'UTC'))))
order by 1 limit 1;
