-- Campaigns, their texts, audience, and what was decided about one person of it.

-- name: addCampaign
insert into campaigns.campaign (agency_id, id, title, election_id, circular_number, circular_date, circular_issuer,
  circular_text, bases, deadline, place, is_example, created_by, created_at)
values (:agencyId, :id, :title, :electionId, :circularNumber, :circularDate, :circularIssuer,
  :circularText, :bases, :deadline, :place, :isExample, :by, :now);

-- One campaign, or all of an institution when :campaignId is null.
-- name: campaigns
select c.agency_id as "agencyId", c.id, c.title, c.election_id as "electionId",
  json_build_object('number', c.circular_number, 'date', c.circular_date, 'issuer', c.circular_issuer,
    'text', case when :withText::boolean then c.circular_text end) as circular,
  c.bases, c.deadline, c.place, c.is_example as "isExample",
  case when o.campaign_id is not null then json_build_object('categories', o.categories, 'unitIds', o.unit_ids,
    'audienceSize', o.audience_size, 'openedAt', o.opened_at) end as opening,
  case when x.campaign_id is not null then json_build_object('reason', x.reason, 'closedAt', x.closed_at) end as closing,
  pledge.text as pledge, pact.text as pact
from campaigns.campaign c
left join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
left join campaigns.closing x on x.agency_id = c.agency_id and x.campaign_id = c.id
left join lateral (
  select json_build_object('kind', v.kind, 'version', v.version, 'digest', v.digest, 'draft', v.draft,
    'source', v.source, 'title', v.title, 'opener', v.opener, 'points', v.points, 'closing', v.closing,
    'language', v.language, 'withdrawn', null) as text, w.version as gone
  from campaigns.text_version v
  left join campaigns.text_withdrawal w on w.agency_id = v.agency_id and w.campaign_id = v.campaign_id
    and w.kind = v.kind and w.version = v.version
  where v.agency_id = c.agency_id and v.campaign_id = c.id and v.kind = 'pledge'
  order by v.version desc limit 1
) pledge on pledge.gone is null
left join lateral (
  select json_build_object('kind', v.kind, 'version', v.version, 'digest', v.digest, 'draft', v.draft,
    'source', v.source, 'title', v.title, 'opener', v.opener, 'points', v.points, 'closing', v.closing,
    'language', v.language, 'withdrawn', null) as text, w.version as gone
  from campaigns.text_version v
  left join campaigns.text_withdrawal w on w.agency_id = v.agency_id and w.campaign_id = v.campaign_id
    and w.kind = v.kind and w.version = v.version
  where v.agency_id = c.agency_id and v.campaign_id = c.id and v.kind = 'pact'
  order by v.version desc limit 1
) pact on pact.gone is null
where c.agency_id = :agencyId and (:campaignId::text is null or c.id = :campaignId)
order by c.created_at desc, c.id desc;

-- Holds the campaign while its texts, opening or closing change, so that two changes come one after the other.
-- name: holdCampaign
select id from campaigns.campaign where agency_id = :agencyId and id = :campaignId for no key update;

-- name: texts
select v.kind, v.version, v.digest, v.draft, v.source, v.title, v.opener, v.points, v.closing, v.language,
  case when w.version is not null then json_build_object('reason', w.reason, 'at', w.withdrawn_at) end as withdrawn
from campaigns.text_version v
left join campaigns.text_withdrawal w on w.agency_id = v.agency_id and w.campaign_id = v.campaign_id
  and w.kind = v.kind and w.version = v.version
where v.agency_id = :agencyId and v.campaign_id = :campaignId
order by v.kind desc, v.version desc;

-- name: addText
insert into campaigns.text_version (agency_id, campaign_id, kind, version, digest, title, opener, points, closing,
  language, draft, source, created_by, created_at)
values (:agencyId, :campaignId, :kind, :version, :digest, :title, :opener, :points, :closing,
  :language, :draft, :source, :by, :now);

-- name: withdrawText
insert into campaigns.text_withdrawal (agency_id, campaign_id, kind, version, reason, withdrawn_by, withdrawn_at)
values (:agencyId, :campaignId, :kind, :version, :reason, :by, :now) on conflict do nothing;

-- name: knownUnits
select count(*)::integer as known from agencies.unit where agency_id = :agencyId and id = any(:unitIds::text[]);

-- Who would have to sign if the campaign opened now. Those who left the service are not asked.
-- name: countAudience
with recursive chosen (id) as (
  select id from agencies.unit
  where agency_id = :agencyId and (:unitIds::text[] is null or id = any(:unitIds::text[]))
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
select count(*)::integer as size from agencies.person p
join chosen on chosen.id = p.unit_id
where p.agency_id = :agencyId and p.category = any(:categories::text[])
  and p.status not in ('retired', 'moved', 'dismissed', 'deceased');

-- name: snapshotAudience
with recursive chosen (id) as (
  select id from agencies.unit
  where agency_id = :agencyId and (:unitIds::text[] is null or id = any(:unitIds::text[]))
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
insert into campaigns.audience (agency_id, campaign_id, person_id, unit_id, unit_name, employer, id_kind, id_number,
  name, category, rank, post, post_status)
select p.agency_id, :campaignId, p.id, p.unit_id, u.name, coalesce(u.employer, :employer), p.id_kind, p.id_number,
  p.name, p.category, p.rank, p.post, p.post_status
from agencies.person p
join chosen on chosen.id = p.unit_id
join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id
where p.agency_id = :agencyId and p.category = any(:categories::text[])
  and p.status not in ('retired', 'moved', 'dismissed', 'deceased');

-- name: addOpening
insert into campaigns.opening (agency_id, campaign_id, categories, unit_ids, audience_size, opened_by, opened_at)
values (:agencyId, :campaignId, :categories, :unitIds, :size, :by, :now) on conflict do nothing;

-- name: addClosing
insert into campaigns.closing (agency_id, campaign_id, reason, closed_by, closed_at)
values (:agencyId, :campaignId, :reason, :by, :now) on conflict do nothing;

-- name: addExemption
insert into campaigns.exemption (agency_id, campaign_id, person_id, reason, recorded_by, recorded_at)
values (:agencyId, :campaignId, :personId, :text, :by, :now) on conflict do nothing;

-- name: addDeclining
insert into campaigns.declining (agency_id, campaign_id, person_id, note, recorded_by, recorded_at)
values (:agencyId, :campaignId, :personId, :text, :by, :now) on conflict do nothing;

-- name: standing
select e.reason as "exemptReason", e.recorded_at as "exemptAt", d.note as "declineNote", d.recorded_at as "declineAt"
from (select :agencyId::text as agency_id, :campaignId::text as campaign_id, :personId::text as person_id) p
left join campaigns.exemption e using (agency_id, campaign_id, person_id)
left join campaigns.declining d using (agency_id, campaign_id, person_id);

-- name: audiencePerson
select person_id as "personId", unit_id as "unitId", unit_name as "unitName", employer, id_kind as "idKind",
  id_number as "idNumber", name, category, rank, post, post_status as "postStatus"
from campaigns.audience
where agency_id = :agencyId and campaign_id = :campaignId and person_id = :personId;

-- :unitIds null means every unit, else these and what is below them today. :search is a part of the name.
-- name: audience
with recursive chosen (id) as (
  select id from agencies.unit where agency_id = :agencyId and id = any(:unitIds::text[])
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
select a.person_id as "personId", a.unit_id as "unitId", a.unit_name as "unitName", a.employer,
  a.id_kind as "idKind", a.id_number as "idNumber", a.name, a.category, a.rank, a.post, a.post_status as "postStatus"
from campaigns.audience a
where a.agency_id = :agencyId and a.campaign_id = :campaignId
  and (:unitIds::text[] is null or a.unit_id in (select id from chosen))
  and (:search::text is null or strpos(lower(a.name), lower(:search::text)) > 0)
order by a.unit_name, a.unit_id, a.name, a.person_id
limit :limit offset :offset;

-- name: audienceCount
with recursive chosen (id) as (
  select id from agencies.unit where agency_id = :agencyId and id = any(:unitIds::text[])
  union
  select u.id from agencies.unit u join chosen on u.parent_id = chosen.id where u.agency_id = :agencyId
)
select count(*)::integer as size from campaigns.audience a
where a.agency_id = :agencyId and a.campaign_id = :campaignId
  and (:unitIds::text[] is null or a.unit_id in (select id from chosen))
  and (:search::text is null or strpos(lower(a.name), lower(:search::text)) > 0);
