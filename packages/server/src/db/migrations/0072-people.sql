-- People: where they work and for whom, what they are taught, what they are able to do, and what is done when they join or leave.

alter table person add column unit_id uuid;
alter table person add column manager_id uuid;
alter table person add foreign key (organization_id, unit_id) references unit (organization_id, id) on delete set null (unit_id);
alter table person add foreign key (organization_id, manager_id) references person (organization_id, id);
create index person_by_unit on person (organization_id, unit_id) where unit_id is not null;

create table course (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null default 'awareness' check (kind in ('awareness', 'role', 'exercise')),
  content text not null default '',
  url text not null default '',
  owner_id uuid,
  repeat_months int check (repeat_months between 1 and 60),
  pass_score double precision check (pass_score between 0 and 100),
  is_used boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('course');

create table course_assignment (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  course_id uuid not null,
  person_id uuid not null,
  title text not null,
  due_at timestamptz not null,
  completed_at timestamptz,
  score double precision check (score between 0 and 100),
  proof text not null default '',
  is_exempt boolean not null default false,
  exempt_reason text not null default '',
  effect text not null default 'not_judged' check (effect in ('not_judged', 'effective', 'not_effective')),
  effect_seen text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, course_id, person_id, due_at),
  foreign key (organization_id, course_id) references course (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index course_assignment_by_person on course_assignment (organization_id, person_id);
select track_table('course_assignment');

create table competence (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  role text not null,
  measure text not null default '',
  valid_months int check (valid_months between 1 and 120),
  owner_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('competence');

create table competence_proof (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  competence_id uuid not null,
  person_id uuid not null,
  title text not null,
  proven_at timestamptz not null,
  valid_until timestamptz,
  result text not null default 'met' check (result in ('met', 'partly', 'not_met')),
  plan text not null default '',
  judged_by_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, competence_id) references competence (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index competence_proof_by_person on competence_proof (organization_id, person_id);
create index competence_proof_by_competence on competence_proof (organization_id, competence_id);
select track_table('competence_proof');

create table communication (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  audience text not null,
  is_outside text not null default 'inside' check (is_outside in ('inside', 'outside')),
  occasion text not null default '',
  channel text not null default '',
  owner_id uuid,
  approved_by text not null default '',
  next_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('communication');

create table checklist (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  occasion text not null default 'leaver' check (occasion in ('joiner', 'mover', 'leaver')),
  is_used boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number)
);
select track_table('checklist');

create table checklist_item (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  checklist_id uuid not null,
  title text not null,
  days int check (days between -90 and 365),
  owner_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, checklist_id) references checklist (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index checklist_item_by_checklist on checklist_item (organization_id, checklist_id);
select track_table('checklist_item');

create table checklist_run (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  checklist_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  owner_id uuid,
  state text not null default 'open' check (state in ('open', 'done')),
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, checklist_id) references checklist (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index checklist_run_by_person on checklist_run (organization_id, person_id);
select track_table('checklist_run');

create table checklist_task (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  run_id uuid not null,
  title text not null,
  due_at timestamptz not null,
  owner_id uuid,
  state text not null default 'open' check (state in ('open', 'done', 'not_needed')),
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, run_id) references checklist_run (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index checklist_task_by_run on checklist_task (organization_id, run_id);
select track_table('checklist_task');

select link_table(tab::regclass) from unnest(array['course', 'course_assignment', 'competence', 'competence_proof', 'communication',
  'checklist', 'checklist_item', 'checklist_run', 'checklist_task']) tab;
