-- Who is expected at a ceremony, asked in three ways so that each reads its own people only: a ceremony of some units
-- their audience, a session its invited, and only one for everybody the whole audience. An institution may have hundreds
-- of the small ones at once.
create or replace view ceremonies.expected as
select m.agency_id, m.ceremony_id, m.campaign_id, m.person_id, m.unit_id, m.unit_name, m.employer, m.category,
  m.name, m.id_kind, m.id_number, m.rank, m.post
from (
  select c.id as ceremony_id, a.*
  from ceremonies.ceremony c
  join campaigns.audience a on a.agency_id = c.agency_id and a.campaign_id = c.campaign_id
  where not exists (select from ceremonies.belonging b
      where b.agency_id = c.agency_id and b.ceremony_id = c.id and b.unit_ids is not null)
    and not exists (select from ceremonies.invited i where i.agency_id = c.agency_id and i.ceremony_id = c.id)
  union all
  select c.id, a.*
  from ceremonies.ceremony c
  join ceremonies.belonging b on b.agency_id = c.agency_id and b.ceremony_id = c.id
  join campaigns.audience a
    on a.agency_id = c.agency_id and a.campaign_id = c.campaign_id and a.unit_id = any(b.unit_ids)
  where not exists (select from ceremonies.invited i where i.agency_id = c.agency_id and i.ceremony_id = c.id)
  union all
  select c.id, a.*
  from ceremonies.ceremony c
  join ceremonies.invited i on i.agency_id = c.agency_id and i.ceremony_id = c.id
  join campaigns.audience a
    on a.agency_id = c.agency_id and a.campaign_id = c.campaign_id and a.person_id = i.person_id
  left join ceremonies.belonging b on b.agency_id = c.agency_id and b.ceremony_id = c.id
  where b.unit_ids is null or a.unit_id = any(b.unit_ids)
) m
where not exists (select from campaigns.exemption e where e.agency_id = m.agency_id
  and e.campaign_id = m.campaign_id and e.person_id = m.person_id);
