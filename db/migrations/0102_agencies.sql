-- What the officer answered to "is this new unit name a slip of that known unit?". The latest answer to a key counts;
-- unit_id null: no, create it.
create table agencies.roster_import_answer (
  agency_id text not null,
  import_id text not null,
  id text not null,
  key text not null,
  unit_id text,
  answered_by text not null,
  answered_at timestamptz not null,
  primary key (agency_id, import_id, id),
  foreign key (agency_id, import_id) references agencies.roster_import (agency_id, id),
  foreign key (agency_id, unit_id) references agencies.unit (agency_id, id)
);
