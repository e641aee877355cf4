-- What the records of everybody who signs one text of one campaign have in common is kept once. A record then holds
-- only its own bytes: `head` of its frame belongs at `cut`, `tail` at the end. Records from before hold everything.
create table evidence.record_frame (
  agency_id text not null,
  campaign_id text not null,
  id bytea not null check (length(id) = 32),
  head bytea not null,
  tail bytea not null,
  text_digest text not null,
  primary key (agency_id, campaign_id, id)
);

alter table evidence.record add column frame_id bytea;
alter table evidence.record add column cut integer;
alter table evidence.record add constraint record_in_frame check ((frame_id is null) = (cut is null));

-- Every record with its whole canonical bytes, as they are committed to. This is where records are read. One whose
-- frame is gone comes out short, and does not fit its commitment.
create view evidence.sealed_record as
select r.agency_id, r.campaign_id, r.idx, r.receipt, r.person_id, r.salt, r.verify_url,
  case when r.frame_id is null then r.record
    else substring(r.record for r.cut) || coalesce(f.head, '') || substring(r.record from r.cut + 1)
      || coalesce(f.tail, '') end as record
from evidence.record r
left join evidence.record_frame f
  on f.agency_id = r.agency_id and f.campaign_id = r.campaign_id and f.id = r.frame_id;

-- A signature with the form it came from and its place. The text that was signed stands in the record's frame; of
-- records from before, in the record itself, where the one field of that name is found without reading the whole: a record
-- that somebody spoiled must not stop the question for everybody else.
create view signing.signed as
select g.agency_id, g.campaign_id, g.person_id, g.receipt, g.idempotency_key, g.signed_at, r.idx, l.origin as log,
  case when r.frame_id is null
    then encode(substring(r.record from position('"digest":"'::bytea in r.record) + 10 for 64), 'escape')
    else coalesce(f.text_digest, '') end as text_digest
from signing.signature g
join evidence.record r
  on r.agency_id = g.agency_id and r.campaign_id = g.campaign_id and r.person_id = g.person_id
join evidence.log l on l.agency_id = g.agency_id and l.campaign_id = g.campaign_id
left join evidence.record_frame f
  on f.agency_id = r.agency_id and f.campaign_id = r.campaign_id and f.id = r.frame_id;

-- A code is the one thing that is asked for before its institution is known: with the code first it is found in one
-- step, however many campaigns are open. The institution is still in the key.
drop index signing.slip_code;
create unique index slip_code on signing.slip (code_hash, agency_id, campaign_id);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on evidence.record_frame to ikrar_app;
    grant select on evidence.sealed_record, signing.signed to ikrar_app;
  end if;
end
$$;
