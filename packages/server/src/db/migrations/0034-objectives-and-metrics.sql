-- Objectives, metrics, and what was measured and judged.

create table metric (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  purpose text not null default '',
  formula text not null,
  unit text not null,
  source text not null,
  kpi text not null default 'none',
  cadence_days int not null check (cadence_days > 0),
  direction text not null default 'higher' check (direction in ('higher', 'lower')),
  target float8 not null,
  warning float8,
  alarm float8,
  measurer_id uuid not null,
  owner_id uuid not null,
  validity text not null default '',
  status text not null default 'active' check (status in ('active', 'retired')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, measurer_id) references person (organization_id, id),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('metric');
select link_table('metric');

create table metric_value (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  metric_id uuid not null,
  value numeric not null,
  title text generated always as (trim_scale(value)::text) stored,
  measured_at timestamptz not null,
  source text not null default '',
  note text not null default '',
  corrects_id uuid,
  reason text not null default '',
  taken_by text not null default '',
  origin text not null default 'hand' check (origin in ('hand', 'pushed', 'computed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, metric_id) references metric (organization_id, id),
  foreign key (organization_id, corrects_id) references metric_value (organization_id, id)
);
create index metric_value_by_metric on metric_value (organization_id, metric_id, measured_at desc);
select track_table('metric_value');
select link_table('metric_value');

-- A value is corrected once; the correction can be corrected.
create unique index metric_value_corrected_once on metric_value (organization_id, corrects_id);
select write_once('metric_value');

create table metric_evaluation (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  metric_id uuid not null,
  title text not null,
  action text not null,
  evaluated_at timestamptz not null default now(),
  evaluator_id uuid,
  value_id uuid,
  stood text not null default 'never',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, metric_id) references metric (organization_id, id),
  foreign key (organization_id, evaluator_id) references person (organization_id, id),
  foreign key (organization_id, value_id) references metric_value (organization_id, id)
);
create index metric_evaluation_by_metric on metric_evaluation (organization_id, metric_id, evaluated_at desc);
select track_table('metric_evaluation');
select link_table('metric_evaluation');

select write_once('metric_evaluation');

create table objective (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  measure text not null,
  metric_id uuid,
  baseline text not null default '',
  target float8 not null,
  unit text not null,
  plan text not null,
  resources text not null,
  owner_id uuid not null,
  due_at timestamptz not null,
  evaluation text not null,
  status text not null default 'open' check (status in ('open', 'met', 'missed', 'dropped')),
  closed_at timestamptz,
  closer_id uuid,
  outcome text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, metric_id) references metric (organization_id, id) on delete set null (metric_id),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, closer_id) references person (organization_id, id)
);
select track_table('objective');
select link_table('objective');
