-- What two people must want. A request has at most one decision and one use; both are rows of their own.

-- name: ask
insert into access.approval_request (agency_id, id, kind, subject, reason, asked_by, asked_at, until)
values (:agencyId, :id, :kind, :subject, :reason, :by, :now, :until);

-- name: decide
insert into access.approval_decision (agency_id, request_id, decision, note, decided_by, decided_at)
values (:agencyId, :id, :decision, :note, :by, :now) on conflict do nothing;

-- name: use
insert into access.approval_use (agency_id, request_id, used_by, used_at)
values (:agencyId, :id, :by, :now) on conflict do nothing;

-- name: requests
select r.id, r.kind, r.subject, r.reason, r.asked_by as "askedBy", asker.display_name as "askedByName",
  r.asked_at as "askedAt", r.until, d.decision, d.note, d.decided_by as "decidedBy",
  decider.display_name as "decidedByName", d.decided_at as "decidedAt", u.used_at as "usedAt"
from access.approval_request r
left join access.approval_decision d on d.agency_id = r.agency_id and d.request_id = r.id
left join access.approval_use u on u.agency_id = r.agency_id and u.request_id = r.id
left join access.account asker on r.asked_by = 'account:' || asker.id
left join access.account decider on d.decided_by = 'account:' || decider.id
where r.agency_id = :agencyId and (:id::text is null or r.id = :id)
order by r.id desc limit 200;

-- name: approved
select r.id, r.asked_by as "askedBy", d.decided_by as "decidedBy"
from access.approval_request r
join access.approval_decision d on d.agency_id = r.agency_id and d.request_id = r.id
where r.agency_id = :agencyId and r.kind = :kind and r.subject = :subject and d.decision = 'approved'
  and (:id::text is null or r.id = :id)
  and r.until > :now
  and not exists (select from access.approval_use u where u.agency_id = r.agency_id and u.request_id = r.id)
order by r.id;
