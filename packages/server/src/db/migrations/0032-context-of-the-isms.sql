-- Context of the organisation: issues, the decision on climate change, units and services, processes, risks of the ISMS itself.

create table context_issue (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  origin text not null default 'external' check (origin in ('external', 'internal')),
  kind text not null default 'market' check (kind in ('legal', 'technology', 'market', 'people', 'organisation', 'climate', 'other')),
  effect text not null default '',
  owner_id uuid,
  review_at timestamptz,
  status text not null default 'watched' check (status in ('watched', 'closed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('context_issue');
select link_table('context_issue');

create table climate_decision (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  is_relevant text not null default 'yes' check (is_relevant in ('no', 'yes')),
  reasoning text not null,
  revisit_at timestamptz not null,
  title text generated always as (case is_relevant when 'yes' then 'Climate change is a relevant issue' else 'Climate change is not a relevant issue' end) stored,
  decided_at timestamptz not null default now(),
  decider_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, decider_id) references person (organization_id, id)
);
create index climate_decision_by_time on climate_decision (organization_id, decided_at);
select track_table('climate_decision');
select link_table('climate_decision');

-- What happened is not changed afterwards: a correction, or a decision that differs, is a new row.
create function keep_row_as_written() returns trigger language plpgsql as $$
begin
  if removing_example(old.organization_id) then return coalesce(new, old); end if;
  raise exception '% is written once: a correction is a new row', tg_table_name;
end $$;
create function write_once(tab regclass) returns void language plpgsql as $$
begin
  execute format('create trigger keep_row_as_written before update or delete on %s for each row execute function keep_row_as_written()', tab);
end $$;
select write_once('climate_decision');

create table unit (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  purpose text not null default '',
  owner_id uuid,
  in_scope boolean not null default true,
  reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('unit');
select link_table('unit');

create table service (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  purpose text not null default '',
  unit_id uuid,
  owner_id uuid,
  in_scope boolean not null default true,
  reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, unit_id) references unit (organization_id, id) on delete set null (unit_id),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('service');
select link_table('service');

create table isms_process (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  purpose text not null,
  owner_id uuid,
  inputs text[] not null default '{}',
  outputs text[] not null default '{}',
  criteria text not null default '',
  rhythm text not null default 'yearly' check (rhythm in ('continuous', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'on_event')),
  last_run_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('isms_process');
select link_table('isms_process');

create table process_feed (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  process_id uuid not null,
  title text not null,
  from_process_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, process_id) references isms_process (organization_id, id) on delete cascade,
  foreign key (organization_id, from_process_id) references isms_process (organization_id, id) on delete cascade
);
create index process_feed_by_process on process_feed (organization_id, process_id);
create index process_feed_by_source on process_feed (organization_id, from_process_id);
select track_table('process_feed');
select link_table('process_feed');

create table isms_risk (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null default 'risk' check (kind in ('risk', 'opportunity')),
  effect text not null default '',
  action text not null default '',
  owner_id uuid,
  due_at timestamptz,
  worked text not null default 'not_judged' check (worked in ('not_judged', 'worked', 'partly', 'failed')),
  judgement text not null default '',
  status text not null default 'open' check (status in ('open', 'acted', 'judged')),
  judged_at timestamptz,
  judge_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, judge_id) references person (organization_id, id)
);
select track_table('isms_risk');
select link_table('isms_risk');
