-- Several people estimate one risk, each for themselves; and they train on questions whose answers are known.

create table risk_estimate (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  risk_id uuid not null,
  person_id uuid not null,
  -- passed: has seen the others' figures without giving own ones; withdrawn: took own ones back.
  status text not null check (status in ('given', 'passed', 'withdrawn')),
  frequency_low double precision check (frequency_low > 0),
  frequency_high double precision,
  loss_low_minor bigint check (loss_low_minor > 0),
  loss_high_minor bigint,
  note text not null default '',
  -- Figures of others were visible to the person when these were given.
  after_seeing boolean not null default false,
  given_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, risk_id, person_id),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id),
  check ((status = 'given') = (frequency_low is not null)),
  check ((frequency_low is null) = (frequency_high is null) and (frequency_low is null or frequency_low <= frequency_high)),
  check ((loss_low_minor is null) = (loss_high_minor is null) and (loss_low_minor is null or loss_low_minor <= loss_high_minor)),
  check ((frequency_low is null) = (loss_low_minor is null))
);
create index risk_estimate_by_person on risk_estimate (organization_id, person_id);
select track_table('risk_estimate');

create table estimate_request (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  risk_id uuid not null,
  person_id uuid not null,
  asked_by text not null,
  asked_by_name text not null,
  message text not null default '',
  asked_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, risk_id, person_id),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index estimate_request_by_person on estimate_request (organization_id, person_id);
select track_table('estimate_request');

create table calibration_round (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  user_id text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index calibration_round_by_user on calibration_round (organization_id, user_id, started_at);
-- One round after the other.
create unique index calibration_one_open_round on calibration_round (organization_id, user_id) where finished_at is null;
select track_table('calibration_round');

create table calibration_answer (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  round_id uuid not null,
  user_id text not null,
  position int not null,
  question_id text not null,
  low double precision,
  high double precision,
  -- As the catalogue said when it was answered; the catalogue may be corrected later.
  truth double precision,
  answered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, round_id, position),
  unique (organization_id, round_id, question_id),
  foreign key (organization_id, round_id) references calibration_round (organization_id, id) on delete cascade,
  check ((low is null) = (high is null) and (low is null) = (truth is null) and (low is null) = (answered_at is null)),
  check (low is null or low <= high)
);
create index calibration_answer_by_user on calibration_answer (organization_id, user_id);
select track_table('calibration_answer');
