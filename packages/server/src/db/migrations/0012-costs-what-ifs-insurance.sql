-- What controls cost and bring, worlds that are not so yet, and insurance.

alter table control
  add column capex_minor bigint check (capex_minor >= 0),
  add column lifetime_years double precision check (lifetime_years > 0),
  add column opex_minor bigint check (opex_minor >= 0),
  add check (capex_minor is null or lifetime_years is not null);

-- How much more a year would cost without the control: if it works as stated, and as far as it is proven.
alter table control_state
  add column worth_claimed_minor bigint not null default 0,
  add column worth_proven_minor bigint not null default 0;

create table what_if (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null check (name <> ''),
  note text not null default '',
  -- What is different from today, and the figures of both at the time it was saved.
  content jsonb not null,
  figures jsonb not null,
  author_user_id text not null,
  author_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number)
);
create index what_if_by_change on what_if (organization_id, updated_at desc);
select track_table('what_if');

-- The what-if an action of the treatment plan was made from.
alter table treatment_action
  add column what_if_id uuid,
  add foreign key (organization_id, what_if_id) references what_if (organization_id, id) on delete set null (what_if_id);
create index treatment_action_by_what_if on treatment_action (organization_id, what_if_id) where what_if_id is not null;

create table insurance_policy (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null check (name <> ''),
  insurer text not null default '',
  note text not null default '',
  per text not null check (per in ('event', 'year')),
  deductible_minor bigint not null check (deductible_minor >= 0),
  limit_minor bigint not null check (limit_minor > 0),
  premium_minor bigint not null check (premium_minor >= 0),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  covers_all boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (valid_from < valid_until),
  -- The loss model takes a yearly policy off the whole year.
  check (per = 'event' or covers_all)
);
select track_table('insurance_policy');

create table insurance_policy_risk (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  policy_id uuid not null,
  risk_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, policy_id, risk_id),
  foreign key (organization_id, policy_id) references insurance_policy (organization_id, id) on delete cascade,
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade
);
create index insurance_policy_risk_by_risk on insurance_policy_risk (organization_id, risk_id);
select track_table('insurance_policy_risk');
