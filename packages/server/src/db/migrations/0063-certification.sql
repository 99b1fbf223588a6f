-- The way to the certificate and its three years: the body's audits and findings, and the plan.

create table certification (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  body text not null default '',
  accreditation text not null default '',
  contract text not null default '',
  owner_id uuid,
  scope_text text not null default '',
  soa_version int,
  persons int check (persons > 0),
  adjustment_percent double precision check (abs(adjustment_percent) <= 30),
  adjustment_reason text not null default '',
  decided_at timestamptz,
  certificate_number text not null default '',
  issued_at timestamptz,
  expires_at timestamptz,
  state text not null default 'preparing' check (state in ('preparing', 'applied', 'certified', 'suspended', 'ended')),
  applied_at timestamptz,
  certified_at timestamptz,
  ended_reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('certification');
select link_table('certification');

create table external_audit (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  certification_id uuid not null,
  kind text not null default 'stage1'
    check (kind in ('stage1', 'stage2', 'surveillance1', 'surveillance2', 'recertification', 'special')),
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  days double precision,
  auditor text not null default '',
  conclusion text not null default '',
  state text not null default 'planned' check (state in ('planned', 'held', 'passed', 'failed')),
  held_at timestamptz,
  passed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (starts_at <= ends_at),
  foreign key (organization_id, certification_id) references certification (organization_id, id) on delete cascade
);
create index external_audit_by_certification on external_audit (organization_id, certification_id);
select track_table('external_audit');
select link_table('external_audit');

create table external_finding (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  external_audit_id uuid not null,
  title text not null,
  grade text not null default 'minor' check (grade in ('major', 'minor', 'concern', 'opportunity')),
  requirements text[] not null default '{}',
  seen text not null default '',
  gap text not null default '',
  owner_id uuid,
  term_at timestamptz,
  plan_accepted_at timestamptz,
  verified_at timestamptz,
  nonconformity_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, external_audit_id) references external_audit (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, nonconformity_id) references nonconformity (organization_id, id)
);
create index external_finding_by_audit on external_finding (organization_id, external_audit_id);
create index external_finding_by_nonconformity on external_finding (organization_id, nonconformity_id);
select track_table('external_finding');
select link_table('external_finding');

create table plan_task (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  certification_id uuid not null,
  title text not null,
  phase text not null default 'build'
    check (phase in ('start', 'context', 'policy', 'risk', 'build', 'operate', 'check', 'stage1', 'stage2')),
  owner_id uuid,
  planned_days int not null check (planned_days > 0),
  after text[] not null default '{}',
  started_at timestamptz,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (started_at is null or done_at is null or started_at <= done_at),
  foreign key (organization_id, certification_id) references certification (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index plan_task_by_certification on plan_task (organization_id, certification_id);
select track_table('plan_task');
select link_table('plan_task');
