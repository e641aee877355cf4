-- name: addIncident
insert into privacy.incident (agency_id, id, title, what, data_kinds, people, known_at, opened_by, opened_at)
values (:agencyId, :id, :title, :what, :dataKinds, :people, :knownAt, :by, :now);

-- name: incidents
select i.id, i.title, i.what, i.data_kinds as "dataKinds", i.people, i.known_at as "knownAt",
  i.opened_at as "openedAt", a.display_name as "openedBy",
  (select count(distinct s.step)::integer from privacy.incident_step s
    where s.agency_id = i.agency_id and s.incident_id = i.id and s.step <> 'note') as done
from privacy.incident i left join access.account a on i.opened_by = 'account:' || a.id
where i.agency_id = :agencyId and (:id::text is null or i.id = :id) order by i.known_at desc, i.id desc;

-- name: steps
select s.step, s.note, s.done_at as "doneAt", coalesce(a.display_name, s.done_by) as who
from privacy.incident_step s left join access.account a on s.done_by = 'account:' || a.id
where s.agency_id = :agencyId and s.incident_id = :id order by s.id;

-- name: addStep
insert into privacy.incident_step (agency_id, incident_id, id, step, note, done_by, done_at)
values (:agencyId, :incidentId, :id, :step, :note, :by, :now);
