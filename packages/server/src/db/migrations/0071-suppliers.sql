-- Suppliers: what they do for us, what they promised, what shows that they keep it, and what they answered.

create table supplier (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  services text not null default '',
  criticality text not null default 'undecided' check (criticality in ('undecided', 'low', 'medium', 'high', 'critical')),
  status text not null default 'active' check (status in ('considered', 'active', 'leaving', 'ended')),
  owner_id uuid,
  data text[] not null default '{}',
  is_processor text not null default 'unknown' check (is_processor in ('unknown', 'no', 'yes')),
  is_cloud boolean not null default false,
  countries text[] not null default '{}',
  subcontractors text not null default '',
  review_every_days int check (review_every_days between 1 and 1095),
  exit_plan text not null default '',
  alternatives text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index supplier_by_criticality on supplier (organization_id, criticality);
select track_table('supplier');

create table supplier_contract (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  supplier_id uuid not null,
  title text not null,
  kind text not null default 'main' check (kind in ('main', 'processing', 'confidentiality', 'level', 'other')),
  clauses text[] not null default '{}',
  "from" timestamptz,
  until timestamptz,
  notice_at timestamptz,
  notify_hours int check (notify_hours between 1 and 8760),
  owner_id uuid,
  source text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, supplier_id) references supplier (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index supplier_contract_by_supplier on supplier_contract (organization_id, supplier_id);
select track_table('supplier_contract');

create table supplier_certificate (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  supplier_id uuid not null,
  title text not null,
  standard text not null default 'iso27001',
  issuer text not null,
  reference text not null default '',
  covers text not null default '',
  issued_at timestamptz not null,
  valid_until timestamptz not null,
  url text not null default '',
  evidence_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, supplier_id) references supplier (organization_id, id) on delete cascade,
  foreign key (organization_id, evidence_id) references evidence (organization_id, id)
);
create index supplier_certificate_by_supplier on supplier_certificate (organization_id, supplier_id, valid_until);
select track_table('supplier_certificate');

create table supplier_review (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  supplier_id uuid not null,
  at timestamptz not null,
  title text not null,
  outcome text not null default 'met' check (outcome in ('met', 'not_met')),
  seen text not null default '',
  open_points text not null default '',
  reviewed_by_name text not null,
  evidence_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, supplier_id) references supplier (organization_id, id) on delete cascade,
  foreign key (organization_id, evidence_id) references evidence (organization_id, id)
);
create index supplier_review_by_supplier on supplier_review (organization_id, supplier_id, at);
select track_table('supplier_review');

create table questionnaire (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  introduction text not null default '',
  is_used text not null default 'yes' check (is_used in ('yes', 'no')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number)
);
select track_table('questionnaire');

create table question (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  questionnaire_id uuid not null,
  position int,
  section text not null default '',
  title text not null,
  answer text not null default 'yes_no' check (answer in ('yes_no', 'text')),
  wanted text not null default 'yes' check (wanted in ('yes', 'no', 'any')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, questionnaire_id) references questionnaire (organization_id, id) on delete cascade
);
create index question_by_questionnaire on question (organization_id, questionnaire_id, position);
select track_table('question');

create table supplier_questionnaire (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  supplier_id uuid not null,
  questionnaire_id uuid not null,
  title text not null,
  contact text not null default '',
  due_at timestamptz not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'submitted', 'withdrawn')),
  sent_at timestamptz,
  submitted_at timestamptz,
  submitted_by_name text not null default '',
  evidence_id uuid,
  -- What was asked, as it was when it was sent, and what was answered so far.
  questions jsonb not null default '[]',
  answers jsonb not null default '{}',
  token_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, token_hash),
  foreign key (organization_id, supplier_id) references supplier (organization_id, id) on delete cascade,
  foreign key (organization_id, questionnaire_id) references questionnaire (organization_id, id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id)
);
create index supplier_questionnaire_by_supplier on supplier_questionnaire (organization_id, supplier_id);
select track_table('supplier_questionnaire');

create function keep_submitted_answers() returns trigger language plpgsql as $$
begin
  if old.state = 'submitted' and (new.answers, new.questions, new.state, new.submitted_at, new.submitted_by_name)
    is distinct from (old.answers, old.questions, old.state, old.submitted_at, old.submitted_by_name) then
    raise exception 'What a supplier submitted stays as it is';
  end if;
  return new;
end $$;
create trigger keep_submitted_answers before update on supplier_questionnaire for each row execute function keep_submitted_answers();

select link_table(tab::regclass) from unnest(array['supplier', 'supplier_contract', 'supplier_certificate', 'supplier_review',
  'questionnaire', 'question', 'supplier_questionnaire']) tab;
