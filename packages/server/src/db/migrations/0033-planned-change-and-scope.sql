-- Changes that are planned before they are made, what runs by criteria here or at others, and versions of the scope.

create table planned_change (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  touches text[] not null default '{}',
  purpose text not null default '',
  effect text not null default '',
  integrity text not null default '',
  resources text not null default '',
  responsibilities text not null default '',
  owner_id uuid,
  planned_at timestamptz,
  status text not null default 'proposed' check (status in ('proposed', 'approved', 'done', 'reviewed', 'rejected')),
  proposer_user text not null default '',
  proposer_id uuid,
  decided_at timestamptz,
  decider_id uuid,
  decision_note text not null default '',
  approved_alone boolean not null default false,
  done_at timestamptz,
  reviewed_at timestamptz,
  reviewer_id uuid,
  outcome text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, proposer_id) references person (organization_id, id),
  foreign key (organization_id, decider_id) references person (organization_id, id),
  foreign key (organization_id, reviewer_id) references person (organization_id, id)
);
select track_table('planned_change');
select link_table('planned_change');

-- What was approved is what is carried out.
create function keep_planned_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (old.status = 'proposed' or removing_example(old.organization_id)) then return old; end if;
  if tg_op = 'DELETE' then raise exception 'a change that was decided on is never deleted'; end if;
  if old.status <> 'proposed' and (new.title, new.touches, new.purpose, new.effect, new.integrity, new.resources, new.responsibilities)
     is distinct from (old.title, old.touches, old.purpose, old.effect, old.integrity, old.resources, old.responsibilities) then
    raise exception 'a change that was decided on stays as it was planned';
  end if;
  return new;
end $$;
create trigger keep_planned_change before update or delete on planned_change for each row execute function keep_planned_change();

create table operating_control (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null default 'outsourced' check (kind in ('outsourced', 'own')),
  provider text not null default '',
  process_id uuid,
  scope text not null,
  criteria text not null,
  method text not null,
  owner_id uuid not null,
  cadence_days int not null check (cadence_days > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, process_id) references isms_process (organization_id, id) on delete set null (process_id),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('operating_control');
select link_table('operating_control');

create table operating_check (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  operating_control_id uuid not null,
  title text not null,
  checked_at timestamptz not null,
  is_met text not null default 'yes' check (is_met in ('yes', 'no')),
  note text not null default '',
  sample_size int,
  checker_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, operating_control_id) references operating_control (organization_id, id),
  foreign key (organization_id, checker_id) references person (organization_id, id)
);
create index operating_check_by_operation on operating_check (organization_id, operating_control_id, checked_at desc);
select track_table('operating_check');
select link_table('operating_check');

select write_once('operating_check');

create table scope_version (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  statement text not null,
  note text not null default '',
  change_id uuid,
  next_review_at timestamptz,
  status text not null default 'draft' check (status in ('draft', 'proposed', 'approved', 'superseded')),
  proposed_at timestamptz,
  proposer_user text not null default '',
  proposer_name text not null default '',
  approved_at timestamptz,
  approver_name text not null default '',
  approved_alone boolean not null default false,
  content_hash text not null default '',
  content jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, change_id) references planned_change (organization_id, id)
);
select track_table('scope_version');
select link_table('scope_version');

create unique index scope_version_in_force on scope_version (organization_id) where status = 'approved';

-- Content is frozen with the approval; afterwards a version only makes room for the next.
create function keep_scope_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (old.status = 'draft' or removing_example(old.organization_id)) then return old; end if;
  if tg_op = 'DELETE' then raise exception 'only a draft of the scope is deleted'; end if;
  if old.content is not null and ((new.title, new.statement, new.note, new.change_id, new.content, new.content_hash, new.approved_at,
      new.approver_name, new.proposer_user, new.proposer_name)
     is distinct from (old.title, old.statement, old.note, old.change_id, old.content, old.content_hash, old.approved_at,
      old.approver_name, old.proposer_user, old.proposer_name)
     or not (new.status = old.status or (old.status = 'approved' and new.status = 'superseded'))) then
    raise exception 'an approved version of the scope does not change; write the next one';
  end if;
  return new;
end $$;
create trigger keep_scope_version before update or delete on scope_version for each row execute function keep_scope_version();

create table scope_boundary (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  scope_version_id uuid not null,
  title text not null,
  kind text not null default 'interface' check (kind in ('interface', 'dependency', 'exclusion')),
  reason text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, scope_version_id) references scope_version (organization_id, id) on delete cascade
);
create index scope_boundary_by_version on scope_boundary (organization_id, scope_version_id);
select track_table('scope_boundary');
select link_table('scope_boundary');

-- The change behind a version: a new version of what is in force is planned.
alter table methodology add column change_id uuid;
alter table methodology add foreign key (organization_id, change_id) references planned_change (organization_id, id);
alter table soa_version add column change_id uuid;
alter table soa_version add foreign key (organization_id, change_id) references planned_change (organization_id, id);
