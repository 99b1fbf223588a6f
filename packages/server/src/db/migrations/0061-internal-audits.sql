-- Clause 9.2: programmes of internal audits, audits, and what they saw and found.

create table audit_programme (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  responsible_id uuid,
  system_owner_id uuid,
  frequency text not null default '',
  methods text not null default '',
  weighting text not null default '',
  clause_rhythm text not null default 'yearly' check (clause_rhythm in ('yearly', 'once')),
  critical_controls text[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'approved')),
  approved_at timestamptz,
  approved_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (starts_at <= ends_at),
  foreign key (organization_id, responsible_id) references person (organization_id, id),
  foreign key (organization_id, system_owner_id) references person (organization_id, id),
  foreign key (organization_id, approved_by_id) references person (organization_id, id)
);
select track_table('audit_programme');
select link_table('audit_programme');

create table audit_exception (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  programme_id uuid not null,
  title text not null,
  requirements text[] not null default '{}',
  sites text[] not null default '{}',
  decided_by_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, programme_id) references audit_programme (organization_id, id) on delete cascade,
  foreign key (organization_id, decided_by_id) references person (organization_id, id)
);
create index audit_exception_by_programme on audit_exception (organization_id, programme_id);
select track_table('audit_exception');
select link_table('audit_exception');

create table audit (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  programme_id uuid,
  responsible_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  objective text not null default '',
  criteria text not null default '',
  clauses text[] not null default '{}',
  controls text[] not null default '{}',
  sites text[] not null default '{}',
  processes text[] not null default '{}',
  methods text[] not null default '{}',
  plan text not null default '',
  conclusion text not null default '',
  distribution text not null default '',
  state text not null default 'planned' check (state in ('planned', 'prepared', 'running', 'reported', 'actions_open', 'closed')),
  prepared_at timestamptz,
  started_at timestamptz,
  reported_at timestamptz,
  reported_by_id uuid,
  report_hash text not null default '',
  closed_at timestamptz,
  closed_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (starts_at <= ends_at),
  foreign key (organization_id, programme_id) references audit_programme (organization_id, id),
  foreign key (organization_id, responsible_id) references person (organization_id, id),
  foreign key (organization_id, reported_by_id) references person (organization_id, id),
  foreign key (organization_id, closed_by_id) references person (organization_id, id)
);
create index audit_by_programme on audit (organization_id, programme_id);
select track_table('audit');
select link_table('audit');

create table audit_auditor (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  audit_id uuid not null,
  title text not null,
  person_id uuid not null,
  role text not null default 'auditor' check (role in ('lead', 'auditor', 'observer', 'expert')),
  exception_reason text not null default '',
  exception_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, audit_id) references audit (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, exception_by_id) references person (organization_id, id)
);
create index audit_auditor_by_audit on audit_auditor (organization_id, audit_id);
select track_table('audit_auditor');
select link_table('audit_auditor');

create table audit_check (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  audit_id uuid not null,
  requirement text not null,
  title text not null,
  question text not null default '',
  result text not null default 'open' check (result in ('open', 'conforms', 'finding', 'not_applicable', 'not_audited')),
  interviewed text not null default '',
  notes text not null default '',
  sample_of text not null default 'none',
  sample_population int,
  sample_size int,
  sample_seed text not null default '',
  sample_from timestamptz,
  sample_until timestamptz,
  sample_chosen text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, audit_id) references audit (organization_id, id) on delete cascade
);
create index audit_check_by_audit on audit_check (organization_id, audit_id);
select track_table('audit_check');
select link_table('audit_check');

create table audit_evidence (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  audit_id uuid not null,
  title text not null,
  requirements text[] not null default '{}',
  seen_at timestamptz not null,
  source text not null default '',
  link text not null default '',
  evidence_id uuid,
  details text not null default '',
  content_hash text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, audit_id) references audit (organization_id, id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id)
);
create index audit_evidence_by_audit on audit_evidence (organization_id, audit_id);
select track_table('audit_evidence');
select link_table('audit_evidence');

create table audit_finding (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  audit_id uuid not null,
  title text not null,
  grade text not null default 'opportunity' check (grade in ('major', 'minor', 'opportunity', 'strength')),
  requirements text[] not null default '{}',
  requirement text not null default '',
  seen text not null default '',
  gap text not null default '',
  owner_id uuid,
  nonconformity_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, audit_id) references audit (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, nonconformity_id) references nonconformity (organization_id, id)
);
create index audit_finding_by_audit on audit_finding (organization_id, audit_id);
create index audit_finding_by_nonconformity on audit_finding (organization_id, nonconformity_id);
select track_table('audit_finding');
select link_table('audit_finding');

-- What an auditor saw is written once.
create function keep_audit_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  raise exception 'audit evidence does not change; write a new entry';
end $$;
create trigger keep_audit_evidence before update or delete on audit_evidence for each row execute function keep_audit_evidence();

-- A reported audit keeps what it reported; only its follow-up goes on.
create function keep_reported_audit() returns trigger language plpgsql as $$
declare
  follow_up text[] := array['state', 'closed_at', 'closed_by_id', 'report_hash', 'version', 'updated_at'];
begin
  if old.reported_at is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  if tg_op = 'DELETE' or (to_jsonb(new) - follow_up) <> (to_jsonb(old) - follow_up)
     or (old.report_hash <> '' and new.report_hash <> old.report_hash) or new.state in ('planned', 'prepared', 'running') then
    raise exception 'a reported audit does not change';
  end if;
  return new;
end $$;
create trigger keep_reported_audit before update or delete on audit for each row execute function keep_reported_audit();

create function keep_reported_part() returns trigger language plpgsql as $$
declare
  after_report text[] := array['nonconformity_id', 'version', 'updated_at'];
begin
  if not exists (select from audit where organization_id = coalesce(new.organization_id, old.organization_id)
      and id = coalesce(new.audit_id, old.audit_id) and reported_at is not null) then return coalesce(new, old); end if;
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - after_report) = (to_jsonb(old) - after_report)
     and coalesce(to_jsonb(old) ->> 'nonconformity_id', '') = '' then return new; end if;
  raise exception 'what a reported audit asked and found does not change';
end $$;
create trigger keep_reported before insert or update or delete on audit_finding for each row execute function keep_reported_part();
create trigger keep_reported before insert or update or delete on audit_check for each row execute function keep_reported_part();
create trigger keep_reported before insert or update or delete on audit_auditor for each row execute function keep_reported_part();
