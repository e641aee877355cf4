-- name: add
insert into oversight.event (agency_id, id, case_id, at, actor, kind, data)
values (:agencyId, :id, :caseId, :at, :actor, :kind, :data)
