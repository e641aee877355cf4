-- What outside witnesses say of our tree heads. A cosignature is a signed statement with its time: only ever added to.
create table evidence.cosignature (
  agency_id text not null,
  campaign_id text not null,
  -- the C2SP vkey of the witness: name and key together
  witness text not null,
  size bigint not null,
  -- the signature line as it stands in a note, with its line end
  line text not null,
  cosigned_at timestamptz not null,
  received_at timestamptz not null,
  primary key (agency_id, campaign_id, witness, size)
);
create index cosignature_size on evidence.cosignature (agency_id, campaign_id, size);

-- A witness that refused our head: both heads stay, whatever becomes of the log afterwards.
create table evidence.witness_incident (
  agency_id text not null,
  campaign_id text not null,
  id text not null,
  witness text not null,
  kind text not null check (kind in ('split-view', 'rollback', 'refused', 'bad-answer')),
  -- the HTTP status, where the witness answered
  status integer,
  size bigint not null,
  ours text not null,
  held_size bigint,
  theirs text,
  at timestamptz not null,
  primary key (agency_id, campaign_id, id)
);

-- One process at a time asks the witnesses about a log; a second one would do no harm.
create table evidence.witness_lease (
  agency_id text not null,
  campaign_id text not null,
  holder text not null,
  until timestamptz not null,
  primary key (agency_id, campaign_id)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ikrar_app') then
    grant select, insert on evidence.cosignature, evidence.witness_incident, evidence.witness_lease to ikrar_app;
    grant update (holder, until) on evidence.witness_lease to ikrar_app;
  end if;
end
$$;
