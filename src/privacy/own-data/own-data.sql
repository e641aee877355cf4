-- All that is held of one person at one institution, for that person. Names of staff stand beside what they read.

-- name: roster
select p.id, p.id_kind as "idKind", p.id_number as "idNumber", p.name, p.category, p.rank, p.post,
  p.post_status as "postStatus", u.name as unit, p.unit_id as "unitId", p.email, p.status, p.changed_at as "changedAt"
from agencies.person p join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.id = :personId;

-- name: audiences
select a.campaign_id as campaign, c.title, o.opened_at as "pinnedAt", a.unit_id as "unitId", a.unit_name as unit,
  a.employer, a.name, a.id_kind as "idKind", a.id_number as "idNumber", a.category, a.rank, a.post,
  a.post_status as "postStatus", e.reason as "exemptedWhy", e.recorded_at as "exemptedAt",
  d.note as "declinedNote", d.recorded_at as "declinedAt"
from campaigns.audience a
join campaigns.campaign c on c.agency_id = a.agency_id and c.id = a.campaign_id
left join campaigns.opening o on o.agency_id = a.agency_id and o.campaign_id = a.campaign_id
left join campaigns.exemption e
  on e.agency_id = a.agency_id and e.campaign_id = a.campaign_id and e.person_id = a.person_id
left join campaigns.declining d
  on d.agency_id = a.agency_id and d.campaign_id = a.campaign_id and d.person_id = a.person_id
where a.agency_id = :agencyId and a.person_id = :personId order by o.opened_at, a.campaign_id;

-- name: signatures
select g.campaign_id as campaign, c.title, g.receipt, g.method, g.signed_at as "signedAt", r.idx as "logIndex",
  l.origin as log, r.verify_url as "verifyUrl", convert_from(r.record, 'UTF8') as record, encode(r.salt, 'hex') as salt
from signing.signature g
join campaigns.campaign c on c.agency_id = g.agency_id and c.id = g.campaign_id
join evidence.sealed_record r
  on r.agency_id = g.agency_id and r.campaign_id = g.campaign_id and r.person_id = g.person_id
join evidence.log l on l.agency_id = g.agency_id and l.campaign_id = g.campaign_id
where g.agency_id = :agencyId and g.person_id = :personId order by g.signed_at;

-- name: attendance
select c.title, c.held_on as "heldOn", p.standing as what, p.reason, p.how, p.recorded_at as at
from ceremonies.presence p
join ceremonies.ceremony_now c on c.agency_id = p.agency_id and c.id = p.ceremony_id
where p.agency_id = :agencyId and p.person_id = :personId
union all
select c.title, c.held_on, f.fact, null, null, f.recorded_at
from ceremonies.attendance f
join ceremonies.ceremony_now c on c.agency_id = f.agency_id and c.id = f.ceremony_id
where f.agency_id = :agencyId and f.person_id = :personId
order by at;

-- name: reminders
select campaign_id as campaign, channel, due_at as "dueAt", sent_at as "sentAt", failed_at as "failedAt",
  bounced_at as "bouncedAt", why
from reminders.message
where agency_id = :agencyId and level = 'person' and target = :personId order by due_at;

-- name: means
select 'slip' as kind, campaign_id as campaign, issued_at as at from signing.slip
where agency_id = :agencyId and person_id = :personId
union all
select 'link', campaign_id, issued_at from signing.link where agency_id = :agencyId and person_id = :personId
union all
select 'code', campaign_id, asked_at from signing.code where agency_id = :agencyId and person_id = :personId
union all
select 'passkey', null, created_at from signing.passkey where agency_id = :agencyId and person_id = :personId
union all
select 'scan', campaign_id, recorded_at from signing.scan where agency_id = :agencyId and person_id = :personId
order by at;

-- Who, in which role, looked at what, and when. The roles are those of today: of the day they are not kept.
-- name: reads
select e.at, e.data ->> 'read' as what, coalesce(a.display_name, e.actor) as who,
  array(select distinct g.role from access.role_grant g
    where g.agency_id = e.agency_id and e.actor = 'account:' || g.account_id
      and not exists (select from access.grant_ending x where x.agency_id = g.agency_id and x.grant_id = g.id)
    order by 1) as roles
from platform.event e left join access.account a on e.actor = 'account:' || a.id
where e.agency_id = :agencyId and e.kind = 'person.read' and e.subject = :personId
order by e.at desc limit 1000;

-- Lists, opened by staff or fetched by a program, that held the units the person was in; only how often each was opened.
-- name: lists
select coalesce(e.data ->> 'list', e.subject) as list, count(*)::integer as times, max(e.at) as last, count(distinct e.actor)::integer as readers
from platform.event e
where e.agency_id = :agencyId and e.kind in ('people.read', 'people.readByToken')
  and (jsonb_typeof(e.data -> 'unitIds') = 'null' or jsonb_exists_any(e.data -> 'unitIds', :unitIds::text[]))
group by 1 order by 1;

-- name: corrections
select corrected_at as at, reason, before, after from agencies.person_correction
where agency_id = :agencyId and person_id = :personId order by id;

-- name: imports
select i.uploaded_at as at, i.file_name as "fileName", c.before, c.after
from agencies.person_change c
join agencies.roster_import i on i.agency_id = c.agency_id and i.id = c.import_id
where c.agency_id = :agencyId and c.person_id = :personId order by i.uploaded_at;

-- name: requests
select r.id, r.what, r.asked_at as "askedAt", a.outcome, a.reason, a.record_note as "recordNote",
  a.answered_at as "answeredAt"
from privacy.request r left join privacy.request_answer a on a.agency_id = r.agency_id and a.request_id = r.id
where r.agency_id = :agencyId and r.person_id = :personId order by r.id;

-- What the person did and what was written down about them; reads stand apart.
-- name: events
select at, kind, actor = 'person:' || :personId as own from platform.event
where agency_id = :agencyId
  and (subject = :personId or (actor like 'person:%' and actor = 'person:' || :personId))
  and kind not in ('person.read', 'people.read', 'people.readByToken')
order by at limit 1000;
