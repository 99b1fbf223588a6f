-- What core derives, as last written down, so that lists sort by it and the past can be asked for it.

create table control_state (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  assurance double precision not null,
  implemented_share double precision not null,
  proof text not null check (proof in ('proven', 'stale', 'failing', 'unproven', 'excluded')),
  freshness text not null check (freshness in ('current', 'due', 'stale', 'missing')),
  next_due_at timestamptz,
  gap_minor bigint not null default 0,
  -- By evidence need: what a fresh pass would take off the proven loss, in minor units.
  need_worth jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, id) references control (organization_id, id) on delete cascade
);
select track_table('control_state');

create table risk_state (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  inherent_minor bigint not null,
  claimed_minor bigint not null,
  proven_minor bigint not null,
  target_minor bigint not null,
  gap_minor bigint not null,
  inherent_level text not null,
  claimed_level text not null,
  proven_level text not null,
  target_level text not null,
  bands jsonb not null,
  -- Probability that at least one event of a year costs more than the appetite's amount, as proven.
  exceed_probability double precision not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, id) references risk (organization_id, id) on delete cascade
);
create index risk_state_by_proven on risk_state (organization_id, proven_minor desc);
create index risk_state_by_gap on risk_state (organization_id, gap_minor desc);
select track_table('risk_state');

-- One row an organisation; its id is the organisation's.
create table portfolio_state (
  organization_id uuid primary key references organization,
  id uuid generated always as (organization_id) stored,
  version int not null default 1,
  computed_at timestamptz not null,
  inherent_minor bigint not null,
  claimed_minor bigint not null,
  proven_minor bigint not null,
  target_minor bigint not null,
  gap_minor bigint not null,
  summary jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
select track_table('portfolio_state');

-- A derived number moved: what happened, the chain it went along, and one sentence. Written once, never changed.
create table movement (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  at timestamptz not null,
  kind text not null,
  headline text not null,
  sentence text not null,
  cause jsonb not null,
  chain jsonb not null,
  episode_key text not null,
  gap_delta_minor bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number)
);
create index movement_by_time on movement (organization_id, at desc, number desc);
create index movement_by_episode on movement (organization_id, episode_key, at desc);
select track_table('movement');

create table movement_subject (
  organization_id uuid not null,
  movement_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  primary key (organization_id, movement_id, entity, entity_id),
  foreign key (organization_id, movement_id) references movement (organization_id, id) on delete cascade
);
create index movement_subject_by_entity on movement_subject (organization_id, entity, entity_id);
select isolate_table('movement_subject');

-- A committed change whose effect on the derived numbers has not been worked out yet.
create table pending_change (
  organization_id uuid not null references organization,
  request_id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  reason text not null default '',
  primary key (organization_id, request_id)
);
select isolate_table('pending_change');

-- The scheduler has to know whose consequences wait; it reads that through a function of the owner's, and nothing else.
create policy owner_reads_all on pending_change for select to current_user using (true);
create function list_waiting_organization_ids(waiting interval) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organization_id from pending_change where at <= now() - waiting order by organization_id $$;

-- The chain as it was when the derived numbers were last written: where the next movement starts from.
create table chain_checkpoint (
  organization_id uuid primary key references organization,
  at timestamptz not null,
  -- JSON as it was written, so that an unchanged chain is one comparison.
  snapshot text not null
);
select isolate_table('chain_checkpoint');
