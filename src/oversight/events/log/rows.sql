-- The rows of cases that stand in the log of oversight, each as the facts whose digest is committed to. The order and
-- number of the facts of a kind never changes; a new fact makes a new kind (docs/formats/case-event.md). Times in UTC.

-- Keys of rows that stand in no log yet. A file is a row once a message names it.
-- name: unlogged
select r.what, r.id from (
  select 'event' as what, e.id from oversight.event e where e.agency_id = :agencyId
  union all select 'case', c.id from oversight.case_file c where c.agency_id = :agencyId
  union all select 'mailbox', m.case_id from oversight.mailbox m where m.agency_id = :agencyId
  union all select 'access', concat_ws('/', a.case_id, a.key_id, a.id) from oversight.case_access a
    where a.agency_id = :agencyId
  union all select 'accessEnding', concat_ws('/', a.case_id, a.key_id, a.access_id)
    from oversight.case_access_ending a where a.agency_id = :agencyId
  union all select 'recusal', concat_ws('/', x.case_id, x.account_id) from oversight.recusal x
    where x.agency_id = :agencyId
  union all select 'message', concat_ws('/', m.case_id, m.n) from oversight.message m where m.agency_id = :agencyId
  union all select 'file', concat_ws('/', f.case_id, f.id) from oversight.file f
    where f.agency_id = :agencyId and f.message_n is not null
  union all select 'step', concat_ws('/', s.case_id, s.n) from oversight.step s where s.agency_id = :agencyId
  union all select 'recipient', r.serial::text from oversight.recipient r where r.agency_id = :agencyId
  union all select 'channel', c.id from oversight.channel c where c.agency_id = :agencyId
  union all select 'key', k.id from oversight.key k where k.agency_id = :agencyId
  union all select 'hold', concat_ws('/', h.case_id, h.id) from oversight.hold h where h.agency_id = :agencyId
  union all select 'holdEnding', concat_ws('/', h.case_id, h.hold_id) from oversight.hold_ending h
    where h.agency_id = :agencyId
  union all select 'document', concat_ws('/', d.case_id, d.id) from oversight.document d where d.agency_id = :agencyId
  union all select 'handOff', concat_ws('/', h.case_id, h.id) from oversight.hand_off h where h.agency_id = :agencyId
  union all select 'handOffResult', concat_ws('/', h.case_id, h.hand_off_id, h.n) from oversight.hand_off_result h
    where h.agency_id = :agencyId
  union all select 'deletion', d.case_id from oversight.deletion d where d.agency_id = :agencyId
) r
where not exists (select from oversight.logged l
  where l.agency_id = :agencyId and l.what = r.what and l.id = r.id and l.erased_by is null)
order by 1, 2;

-- name: event
select e.id, (e.at at time zone 'UTC')::date::text as day,
  array[e.case_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.kind,
    encode(sha256(convert_to(e.data::text, 'UTF8')), 'hex')] as facts
from oversight.event e where e.agency_id = :agencyId and e.id = any(:ids::text[]);

-- name: case
select c.id, c.arrived_on::text as day,
  array[c.origin, c.sealed_in, c.mode, encode(c.dialogue_public, 'hex'), encode(c.team_public, 'hex')] as facts
from oversight.case_file c where c.agency_id = :agencyId and c.id = any(:ids::text[]);

-- name: mailbox
select m.case_id as id, c.arrived_on::text as day,
  array[encode(m.lookup_hash, 'hex'), encode(m.reporter_public, 'hex'), encode(sha256(m.sealed_dialogue), 'hex')] as facts
from oversight.mailbox m join oversight.case_file c on c.agency_id = m.agency_id and c.id = m.case_id
where m.agency_id = :agencyId and m.case_id = any(:ids::text[]);

-- name: access
select i.id, (a.at at time zone 'UTC')::date::text as day,
  array[encode(sha256(a.sealed), 'hex'), a.given_by, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.case_access a on a.agency_id = :agencyId
  and a.case_id = split_part(i.id, '/', 1) and a.key_id = split_part(i.id, '/', 2) and a.id = split_part(i.id, '/', 3);

-- name: accessEnding
select i.id, (a.ended_at at time zone 'UTC')::date::text as day,
  array[a.ended_by, to_char(a.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.case_access_ending a on a.agency_id = :agencyId
  and a.case_id = split_part(i.id, '/', 1) and a.key_id = split_part(i.id, '/', 2)
  and a.access_id = split_part(i.id, '/', 3);

-- name: recusal
select i.id, (x.at at time zone 'UTC')::date::text as day,
  array[x.why, x.by, to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.recusal x on x.agency_id = :agencyId
  and x.case_id = split_part(i.id, '/', 1) and x.account_id = split_part(i.id, '/', 2);

-- name: message
select i.id, m.day::text as day, array[m.audience, m.sender, m.key_id, encode(sha256(m.sealed), 'hex')] as facts
from unnest(:ids::text[]) as i (id) join oversight.message m on m.agency_id = :agencyId
  and m.case_id = split_part(i.id, '/', 1) and m.n = split_part(i.id, '/', 2)::integer;

-- Its day is that of the message which names it: the file itself may have come before.
-- name: file
select i.id, coalesce(m.day, f.day)::text as day,
  array[f.message_n::text, f.parts::text, f.day::text, (select string_agg(encode(sha256(p.sealed), 'hex'), ' ' order by p.n)
    from oversight.file_part p where p.agency_id = f.agency_id and p.case_id = f.case_id and p.file_id = f.id)] as facts
from unnest(:ids::text[]) as i (id) join oversight.file f on f.agency_id = :agencyId
  and f.case_id = split_part(i.id, '/', 1) and f.id = split_part(i.id, '/', 2)
left join oversight.message m on m.agency_id = f.agency_id and m.case_id = f.case_id and m.n = f.message_n;

-- A bare step, left after its case was deleted, is of the day of that.
-- name: step
select i.id, coalesce(d.day, (s.at at time zone 'UTC')::date)::text as day,
  array[s.stage, s.what, s.on_date::text, array_to_string(s.basis, ' '),
    encode(sha256(convert_to(s.data::text, 'UTF8')), 'hex'), encode(sha256(s.note), 'hex'), s.by,
    to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.step s on s.agency_id = :agencyId
  and s.case_id = split_part(i.id, '/', 1) and s.n = split_part(i.id, '/', 2)::integer
left join oversight.deletion d on d.agency_id = s.agency_id and d.case_id = s.case_id;

-- name: recipient
select r.serial::text as id, (r.at at time zone 'UTC')::date::text as day,
  array[encode(sha256(r.statement), 'hex'), encode(r.signature, 'hex'), r.signed_by,
    to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from oversight.recipient r where r.agency_id = :agencyId and r.serial::text = any(:ids::text[]);

-- name: channel
select c.id, (c.at at time zone 'UTC')::date::text as day,
  array[c.state, c.keep_days::text, c.by, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from oversight.channel c where c.agency_id = :agencyId and c.id = any(:ids::text[]);

-- name: key
select k.id, (k.made_at at time zone 'UTC')::date::text as day,
  array[k.account_id, encode(k.seal_public, 'hex'), encode(k.sign_public, 'hex'),
    to_char(k.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from oversight.key k where k.agency_id = :agencyId and k.id = any(:ids::text[]);

-- name: hold
select i.id, (h.at at time zone 'UTC')::date::text as day,
  array[h.why, h.until_day::text, h.by, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.hold h on h.agency_id = :agencyId
  and h.case_id = split_part(i.id, '/', 1) and h.id = split_part(i.id, '/', 2);

-- name: holdEnding
select i.id, (h.at at time zone 'UTC')::date::text as day,
  array[h.by, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.hold_ending h on h.agency_id = :agencyId
  and h.case_id = split_part(i.id, '/', 1) and h.hold_id = split_part(i.id, '/', 2);

-- name: document
select i.id, (d.at at time zone 'UTC')::date::text as day,
  array[d.kind, encode(d.sha256, 'hex'), d.pdf_file, d.docx_file, d.text_n::text, d.by,
    to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.document d on d.agency_id = :agencyId
  and d.case_id = split_part(i.id, '/', 1) and d.id = split_part(i.id, '/', 2);

-- name: handOff
select i.id, (h.at at time zone 'UTC')::date::text as day,
  array[h.destination, encode(h.sha256, 'hex'), h.made_on::text, h.by,
    to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.hand_off h on h.agency_id = :agencyId
  and h.case_id = split_part(i.id, '/', 1) and h.id = split_part(i.id, '/', 2);

-- name: handOffResult
select i.id, (h.at at time zone 'UTC')::date::text as day,
  array[h.on_date::text, h.result, encode(sha256(h.note), 'hex'), h.by,
    to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')] as facts
from unnest(:ids::text[]) as i (id) join oversight.hand_off_result h on h.agency_id = :agencyId
  and h.case_id = split_part(i.id, '/', 1) and h.hand_off_id = split_part(i.id, '/', 2)
  and h.n = split_part(i.id, '/', 3)::integer;

-- name: deletion
select d.case_id as id, d.day::text as day, array[d.event_id, d.rule] as facts
from oversight.deletion d where d.agency_id = :agencyId and d.case_id = any(:ids::text[]);
