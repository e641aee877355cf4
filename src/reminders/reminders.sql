-- name: newestPlan
select version, is_on as "isOn", first_days as "firstDays", every_days as "everyDays", cap, from_hour as "fromHour",
  until_hour as "untilHour", unit_days as "unitDays", unit_share as "unitShare", head_days as "headDays",
  head_share as "headShare", by_mail as "byMail", with_link as "withLink", reply_to as "replyTo", hook_url as "hookUrl",
  hook_serial as "hookSerial", set_by as "setBy", set_at as "setAt"
from reminders.plan where agency_id = :agencyId and campaign_id = :campaignId
order by version desc limit 1;

-- Of two saved at once one is kept.
-- name: addPlan
insert into reminders.plan (agency_id, campaign_id, version, is_on, first_days, every_days, cap, from_hour, until_hour,
  unit_days, unit_share, head_days, head_share, by_mail, with_link, reply_to, hook_url, hook_serial, set_by, set_at)
select :agencyId, :campaignId, 1 + coalesce(max(p.version), 0), :isOn, :firstDays, :everyDays, :cap, :fromHour, :untilHour,
  :unitDays, :unitShare, :headDays, :headShare, :byMail, :withLink, :replyTo, :hookUrl, :hookSerial, :by, :now
from reminders.plan p where p.agency_id = :agencyId and p.campaign_id = :campaignId
on conflict do nothing;

-- Campaigns whose newest plan is on, that are open, and whose deadline has not passed.
-- name: running
select c.agency_id as "agencyId", c.id as "campaignId"
from campaigns.campaign c
join campaigns.opening o on o.agency_id = c.agency_id and o.campaign_id = c.id
cross join lateral (select n.is_on from reminders.plan n where n.agency_id = c.agency_id and n.campaign_id = c.id
  order by n.version desc limit 1) n
where n.is_on and c.deadline > :now
  and not exists (select from campaigns.closing x where x.agency_id = c.agency_id and x.campaign_id = c.id)
order by c.agency_id, c.id;

-- name: takeTurn
insert into reminders.turn as held (agency_id, campaign_id, channel, lease_until, halted_why)
values (:agencyId, :campaignId, :channel, :until, null)
on conflict (agency_id, campaign_id, channel) do update set lease_until = excluded.lease_until
where held.lease_until <= :now;

-- name: holdTurn
update reminders.turn set lease_until = :until, halted_why = :haltedWhy
where agency_id = :agencyId and campaign_id = :campaignId and channel = :channel;

-- What is past and still there was left alone for a reason, such as that the person has signed.
-- name: nextTry
select min(due_at) as at from reminders.message
where agency_id = :agencyId and campaign_id = :campaignId and channel = :channel and sent_at is null and failed_at is null
  and due_at > :now;

-- A plan that was just saved is not waited with. Where somebody is at it, the leases of the messages keep two from one.
-- name: wakeTurns
update reminders.turn set lease_until = :now, halted_why = null
where agency_id = :agencyId and campaign_id = :campaignId;

-- name: turns
select channel, lease_until as "leaseUntil", halted_why as "haltedWhy" from reminders.turn
where agency_id = :agencyId and campaign_id = :campaignId and halted_why is not null order by channel;

-- Who is due by one channel: asked of the facts each time. What failed for good is followed like what was sent; whether
-- the address is still the one that refused is asked by the caller, who alone can hash it.
-- name: duePeople
select a.person_id as target, a.name, p.email as address, coalesce(m.seq, 0) as seq,
  (m.seq is not null and m.sent_at is null and m.failed_at is null) as waiting,
  case when m.bounced_at is not null or m.why like 'refused:%' then m.address_hash end as "deadHash"
from campaigns.audience a
join agencies.person p on p.agency_id = a.agency_id and p.id = a.person_id and p.status = 'active'
left join lateral (
  select m.seq, m.sent_at, m.failed_at, m.bounced_at, m.due_at, m.lease_until, m.address_hash, m.why
  from reminders.message m
  where m.agency_id = a.agency_id and m.campaign_id = a.campaign_id and m.level = 'person' and m.target = a.person_id
    and m.channel = :channel
  order by m.seq desc limit 1) m on true
where a.agency_id = :agencyId and a.campaign_id = :campaignId and a.person_id > :after
  and (:channel = 'hook' or coalesce(p.email, '') <> '')
  and not exists (select from signing.signature s where s.agency_id = a.agency_id and s.campaign_id = a.campaign_id
    and s.person_id = a.person_id)
  and not exists (select from campaigns.declining d where d.agency_id = a.agency_id and d.campaign_id = a.campaign_id
    and d.person_id = a.person_id)
  and not exists (select from campaigns.exemption e where e.agency_id = a.agency_id and e.campaign_id = a.campaign_id
    and e.person_id = a.person_id)
  and (m.seq is null
    or (coalesce(m.sent_at, m.failed_at) < :dueSince and m.seq < :cap)
    or (m.sent_at is null and m.failed_at is null and m.due_at <= :now and m.lease_until <= :now))
order by a.person_id
limit :limit;

-- Accounts that run a unit or head the institution, with the newest address that counts.
-- name: dueStaff
select x.account_id as target, a.display_name as name, mail.address, x.unit_ids as "unitIds", coalesce(m.seq, 0) as seq,
  (m.seq is not null and m.sent_at is null and m.failed_at is null) as waiting,
  case when m.bounced_at is not null or m.why like 'refused:%' then m.address_hash end as "deadHash"
from (select g.agency_id, g.account_id, array_remove(array_agg(g.unit_id), null) as unit_ids
  from access.role_grant g
  where g.agency_id = :agencyId and g.role = :role and (g.until is null or g.until > :now)
    and (:role = 'leader') = (g.unit_id is null)
    and not exists (select from access.grant_ending e where e.agency_id = g.agency_id and e.grant_id = g.id)
  group by g.agency_id, g.account_id) x
join access.account a on a.id = x.account_id
  and not (a.is_example and exists (select from platform.setting where key = 'claimed'))
cross join lateral (select n.address, n.id, n.entered_by from access.account_mail n where n.account_id = x.account_id
  order by n.entered_at desc, n.id desc limit 1) mail
left join lateral (
  select m.seq, m.sent_at, m.failed_at, m.bounced_at, m.due_at, m.lease_until, m.address_hash, m.why
  from reminders.message m
  where m.agency_id = :agencyId and m.campaign_id = :campaignId and m.level = :level and m.target = x.account_id
    and m.channel = 'mail'
  order by m.seq desc limit 1) m on true
where mail.address is not null
  and (mail.entered_by <> 'account:' || x.account_id or exists (select from access.account_mail_proof f
    where f.account_id = x.account_id and f.mail_id = mail.id))
  and (m.seq is null
    or (coalesce(m.sent_at, m.failed_at) < :dueSince and m.seq < :cap)
    or (m.sent_at is null and m.failed_at is null and m.due_at <= :now and m.lease_until <= :now))
order by x.account_id;

-- name: ownAddress
select n.address from access.account_mail n where n.account_id = :accountId
  and (n.address is null or n.entered_by <> 'account:' || n.account_id or exists (select from access.account_mail_proof f
    where f.account_id = n.account_id and f.mail_id = n.id))
order by n.entered_at desc, n.id desc limit 1;

-- Of those who must sign and are not exempted, by unit; from the facts.
-- name: unitShares
select a.unit_id as "unitId", min(a.unit_name) as "unitName", count(*)::integer as wanted,
  count(s.person_id)::integer as signed
from campaigns.audience a
left join signing.signature s on s.agency_id = a.agency_id and s.campaign_id = a.campaign_id and s.person_id = a.person_id
where a.agency_id = :agencyId and a.campaign_id = :campaignId
  and not exists (select from campaigns.exemption e where e.agency_id = a.agency_id and e.campaign_id = a.campaign_id
    and e.person_id = a.person_id)
group by a.unit_id
order by min(a.unit_name), a.unit_id;

-- Of two workers one gets the row. Asked once more in the same transaction: whether the person has signed, and whether
-- the plan is still the newest.
-- name: claim
insert into reminders.message as m
  (agency_id, campaign_id, level, target, channel, seq, token, address_hash, due_at, lease_until, attempts)
select :agencyId, :campaignId, :level, :target, :channel, :seq, :token, :addressHash, :now, :leaseUntil, 1
where :version = (select n.version from reminders.plan n where n.agency_id = :agencyId and n.campaign_id = :campaignId
    order by n.version desc limit 1)
  and not exists (select from campaigns.closing x where x.agency_id = :agencyId and x.campaign_id = :campaignId)
  and not exists (select from signing.signature s where s.agency_id = :agencyId and s.campaign_id = :campaignId
    and s.person_id = :target)
  and not exists (select from campaigns.declining d where d.agency_id = :agencyId and d.campaign_id = :campaignId
    and d.person_id = :target)
  and not exists (select from campaigns.exemption e where e.agency_id = :agencyId and e.campaign_id = :campaignId
    and e.person_id = :target)
on conflict (agency_id, campaign_id, level, target, channel, seq) do update
set lease_until = excluded.lease_until, attempts = m.attempts + 1, address_hash = excluded.address_hash
where m.sent_at is null and m.failed_at is null and m.lease_until <= :now and m.due_at <= :now
returning m.attempts;

-- name: settle
update reminders.message
set sent_at = :sentAt, failed_at = :failedAt, why = :why, due_at = coalesce(:retryAt, due_at), lease_until = :now
where agency_id = :agencyId and campaign_id = :campaignId and level = :level and target = :target
  and channel = :channel and seq = :seq and sent_at is null and failed_at is null;

-- name: markBounced
update reminders.message set bounced_at = :now, why = :why
where token = :token and channel = 'mail' and sent_at is not null and bounced_at is null
returning agency_id as "agencyId", campaign_id as "campaignId", level, target;

-- name: knownToken
select exists (select from reminders.message where token = :token) as known;

-- name: states
select state, count(*)::integer as people, min(sent_at) filter (where state = 'sent' and seq < :cap) as oldest
from reminders.standing
where agency_id = :agencyId and campaign_id = :campaignId and (:unitIds::text[] is null or unit_id = any(:unitIds))
group by state order by state;

-- name: people
select person_id as "personId", name, unit_name as "unitName", email <> '' as "hasMail", channel, seq,
  sent_at as "sentAt", due_at as "dueAt", why, state
from reminders.standing
where agency_id = :agencyId and campaign_id = :campaignId and (:unitIds::text[] is null or unit_id = any(:unitIds))
  and (:state::text is null or state = :state)
order by unit_name, unit_id, name, person_id
limit :limit offset :offset;

-- What was sent, to people of these units; to accounts only where the whole institution is asked about.
-- name: messageCounts
select m.level, m.channel,
  (count(*) filter (where m.sent_at is not null and m.bounced_at is null))::integer as sent,
  (count(*) filter (where m.bounced_at is not null))::integer as bounced,
  (count(*) filter (where m.failed_at is not null))::integer as failed,
  (count(*) filter (where m.sent_at is null and m.failed_at is null and not exists (select from signing.signature s
    where s.agency_id = m.agency_id and s.campaign_id = m.campaign_id and s.person_id = m.target)))::integer as waiting
from reminders.message m
where m.agency_id = :agencyId and m.campaign_id = :campaignId
  and (:unitIds::text[] is null or (m.level = 'person' and exists (select from campaigns.audience a
    where a.agency_id = m.agency_id and a.campaign_id = m.campaign_id and a.person_id = m.target
      and a.unit_id = any(:unitIds))))
group by m.level, m.channel order by m.level, m.channel;

-- name: staffMessages
select m.level, a.display_name as name, m.seq, m.sent_at as "sentAt", m.bounced_at as "bouncedAt",
  m.failed_at as "failedAt", m.due_at as "dueAt", m.why
from reminders.message m join access.account a on a.id = m.target
where m.agency_id = :agencyId and m.campaign_id = :campaignId and m.level <> 'person'
order by m.due_at desc, a.display_name, m.seq desc limit 50;
