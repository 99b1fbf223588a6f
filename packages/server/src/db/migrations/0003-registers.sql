-- People, assets, obligations, the methodology and the risk register.

create table person (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  email text,
  job_title text not null default '',
  user_id text,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number)
);
select track_table('person');
create unique index person_of_user on person (organization_id, user_id) where user_id is not null;

create table asset (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null check (kind in ('information', 'application', 'infrastructure', 'endpoint', 'site', 'people', 'supplier_service', 'source_code', 'personal_data')),
  classification text not null default 'internal' check (classification in ('public', 'internal', 'confidential', 'restricted')),
  description text not null default '',
  owner_id uuid,
  in_scope boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('asset');

create table obligation (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null check (kind in ('law', 'contract', 'promise')),
  source text not null default '',
  party text not null default '',
  requirement text not null default '',
  owner_id uuid,
  review_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('obligation');

create table methodology (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  version_number int not null,
  status text not null check (status in ('draft', 'approved', 'superseded')),
  content jsonb not null,
  note text not null default '',
  proposed_by text not null,
  proposed_by_name text not null,
  approved_by text,
  approved_by_name text,
  approved_at timestamptz,
  -- Approved by its own author, because nobody else is there to do it.
  approved_alone boolean not null default false,
  -- The default the organisation started with: in force from the first minute, not yet looked at.
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, version_number)
);
select track_table('methodology');
create unique index methodology_in_force on methodology (organization_id) where status = 'approved';
create unique index methodology_one_draft on methodology (organization_id) where status = 'draft';

-- What was approved stays what it was.
create function keep_approved_methodology() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  if old.status <> 'draft' and (tg_op = 'DELETE' or new.content <> old.content or new.approved_at is distinct from old.approved_at or new.status = 'draft') then
    raise exception 'an approved methodology version does not change';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_approved before update or delete on methodology for each row execute function keep_approved_methodology();

create table control (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  ref text not null,
  sort_key int not null,
  title text not null,
  source text not null check (source in ('annex_a', 'own')),
  theme text not null check (theme in ('organizational', 'people', 'physical', 'technological')),
  purpose text not null default '',
  implementation text not null default 'not_started' check (implementation in ('not_started', 'planned', 'partly', 'implemented')),
  partly_share double precision not null default 0.5 check (partly_share >= 0 and partly_share <= 1),
  description text not null default '',
  owner_id uuid,
  planned_at timestamptz,
  applicable boolean not null default true,
  exclusion_justification text not null default '',
  written_reasons jsonb not null default '[]',
  remarks text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, ref),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('control');

create table obligation_control (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  obligation_id uuid not null,
  control_id uuid not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, obligation_id, control_id),
  foreign key (organization_id, obligation_id) references obligation (organization_id, id) on delete cascade,
  foreign key (organization_id, control_id) references control (organization_id, id)
);
create index obligation_control_by_control on obligation_control (organization_id, control_id);
select track_table('obligation_control');

create table risk (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  source text not null default '',
  event text not null default '',
  consequence text not null default '',
  category text not null default '',
  properties text[] not null default '{}',
  owner_id uuid,
  status text not null default 'draft' check (status in ('draft', 'assessed', 'treated', 'accepted', 'closed')),
  treatment text check (treatment in ('modify', 'retain', 'avoid', 'share')),
  treatment_rationale text not null default '',
  frequency_low double precision check (frequency_low > 0),
  frequency_high double precision,
  loss_low_minor bigint check (loss_low_minor > 0),
  loss_high_minor bigint,
  loss_cap_minor bigint,
  estimate_note text not null default '',
  estimate_basis text not null default '',
  estimated_at timestamptz,
  assessed_by text,
  assessed_by_name text,
  -- Version number of the methodology the estimate was made under.
  assessed_methodology int,
  threat_id text,
  review_at timestamptz,
  closed_reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  check ((frequency_low is null) = (frequency_high is null) and (frequency_low is null or frequency_low <= frequency_high)),
  check ((loss_low_minor is null) = (loss_high_minor is null) and (loss_low_minor is null or loss_low_minor <= loss_high_minor)),
  check (loss_cap_minor is null or loss_cap_minor >= loss_low_minor)
);
create index risk_by_owner on risk (organization_id, owner_id);
create index risk_by_status on risk (organization_id, status);
select track_table('risk');

create table risk_asset (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  risk_id uuid not null,
  asset_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, risk_id, asset_id),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, asset_id) references asset (organization_id, id)
);
create index risk_asset_by_asset on risk_asset (organization_id, asset_id);
select track_table('risk_asset');

create table risk_control (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  risk_id uuid not null,
  control_id uuid not null,
  effect text not null check (effect in ('frequency', 'loss')),
  reduction_low double precision not null check (reduction_low >= 0),
  reduction_high double precision not null check (reduction_high <= 1 and reduction_low <= reduction_high),
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, risk_id, control_id, effect),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, control_id) references control (organization_id, id)
);
create index risk_control_by_control on risk_control (organization_id, control_id);
select track_table('risk_control');

create table treatment_action (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  risk_id uuid not null,
  control_id uuid,
  title text not null,
  note text not null default '',
  owner_id uuid,
  due_at timestamptz not null,
  cost_minor bigint check (cost_minor >= 0),
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, control_id) references control (organization_id, id),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index treatment_action_by_risk on treatment_action (organization_id, risk_id);
create index treatment_action_by_control on treatment_action (organization_id, control_id);
create index treatment_action_due on treatment_action (organization_id, due_at) where status = 'open';
select track_table('treatment_action');

create table risk_acceptance (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  risk_id uuid not null,
  status text not null default 'valid' check (status in ('valid', 'reopened', 'withdrawn', 'renewed')),
  accepted_by_person_id uuid not null,
  accepted_by_user text not null,
  accepted_by_name text not null,
  accepted_at timestamptz not null,
  expires_at timestamptz not null,
  rationale text not null,
  pinned jsonb not null,
  ended_at timestamptz,
  end_reasons jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  foreign key (organization_id, accepted_by_person_id) references person (organization_id, id)
);
create unique index risk_acceptance_valid on risk_acceptance (organization_id, risk_id) where status = 'valid';
create index risk_acceptance_by_risk on risk_acceptance (organization_id, risk_id, accepted_at desc);
select track_table('risk_acceptance');

create function keep_acceptance() returns trigger language plpgsql as $$
begin
  if (new.pinned, new.accepted_at, new.expires_at, new.accepted_by_user, new.rationale, new.risk_id)
     is distinct from (old.pinned, old.accepted_at, old.expires_at, old.accepted_by_user, old.rationale, old.risk_id)
     or (old.status <> 'valid' and new.status = 'valid') then
    raise exception 'an acceptance is pinned to what was decided on';
  end if;
  return new;
end $$;
create trigger keep_acceptance before update on risk_acceptance for each row execute function keep_acceptance();
