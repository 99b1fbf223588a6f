-- Incidents: what was seen, who handles it, who has to be told by when, which risks came true and which controls failed.

create table incident (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  description text not null default '',
  category text not null default 'unsorted',
  severity text not null default 'undecided' check (severity in ('undecided', 'low', 'medium', 'high', 'critical')),
  hit text[] not null default '{}' check (hit <@ array['confidentiality', 'integrity', 'availability']),
  personal_data text not null default 'unknown' check (personal_data in ('unknown', 'no', 'yes')),
  noticed_at timestamptz not null,
  occurred_at timestamptz,
  assignee_id uuid,
  containment text not null default '',
  recovery text not null default '',
  cause text not null default '',
  lessons text not null default '',
  direct_loss_minor bigint check (direct_loss_minor >= 0),
  response_cost_minor bigint check (response_cost_minor >= 0),
  fines_minor bigint check (fines_minor >= 0),
  other_loss_minor bigint check (other_loss_minor >= 0),
  no_risk_reason text not null default '',
  state text not null default 'reported'
    check (state in ('reported', 'event', 'incident', 'contained', 'recovered', 'lessons', 'closed')),
  reported_at timestamptz not null,
  reported_by_name text not null,
  triaged_at timestamptz,
  triaged_by_id uuid,
  contained_at timestamptz,
  recovered_at timestamptz,
  closed_at timestamptz,
  closed_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, assignee_id) references person (organization_id, id),
  foreign key (organization_id, triaged_by_id) references person (organization_id, id),
  foreign key (organization_id, closed_by_id) references person (organization_id, id)
);
create index incident_by_state on incident (organization_id, state);
select track_table('incident');

-- Written while it happened: a later entry corrects an earlier one, none is rewritten.
create table incident_entry (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  incident_id uuid not null,
  at timestamptz not null,
  title text not null,
  source text not null default '',
  written_by_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, incident_id) references incident (organization_id, id) on delete cascade
);
create index incident_entry_by_incident on incident_entry (organization_id, incident_id, at);
select track_table('incident_entry');

create function keep_as_written() returns trigger language plpgsql as $$
begin
  raise exception 'A % stays as it was written', tg_table_name;
end $$;
create trigger keep_as_written before update on incident_entry for each row execute function keep_as_written();

create table incident_notification (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  incident_id uuid not null,
  regime text not null check (regime in ('gdpr_authority', 'gdpr_persons', 'nis2_early', 'nis2_notification', 'nis2_final',
    'dora_initial', 'dora_intermediate', 'dora_final', 'contract')),
  title text not null,
  applies text not null default 'yes' check (applies in ('yes', 'no')),
  why text not null,
  obligation_id uuid,
  hours int check (hours between 1 and 8760),
  told_at timestamptz,
  proof text not null default '',
  -- By the rules of core, from when the incident was noticed or classified.
  due_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, incident_id) references incident (organization_id, id) on delete cascade,
  foreign key (organization_id, obligation_id) references obligation (organization_id, id) on delete set null (obligation_id)
);
create index incident_notification_by_incident on incident_notification (organization_id, incident_id);
create index incident_notification_open on incident_notification (organization_id, due_at) where applies = 'yes' and told_at is null;
select track_table('incident_notification');

create table incident_risk (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  incident_id uuid not null,
  risk_id uuid not null,
  title text not null,
  kind text not null default 'loss' check (kind in ('loss', 'near_miss')),
  loss_minor bigint check (loss_minor > 0),
  occurrence_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, incident_id, risk_id),
  foreign key (organization_id, incident_id) references incident (organization_id, id) on delete cascade,
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, occurrence_id) references risk_occurrence (organization_id, id) on delete set null (occurrence_id)
);
create index incident_risk_by_risk on incident_risk (organization_id, risk_id);
select track_table('incident_risk');

create table incident_control (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  incident_id uuid not null,
  control_id uuid not null,
  title text not null,
  outcome text not null default 'failed' check (outcome in ('failed', 'missing', 'held')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, incident_id, control_id),
  foreign key (organization_id, incident_id) references incident (organization_id, id) on delete cascade,
  foreign key (organization_id, control_id) references control (organization_id, id) on delete cascade
);
create index incident_control_by_control on incident_control (organization_id, control_id);
select track_table('incident_control');

-- How long a contract or law gives to tell somebody of an incident.
alter table obligation add column notify_hours int check (notify_hours between 1 and 8760);

select link_table(tab::regclass) from unnest(array['incident', 'incident_entry', 'incident_notification', 'incident_risk',
  'incident_control']) tab;
