-- Clause 10: what does not meet a requirement and what is done against its cause, and what is made better.

create table nonconformity (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  source text not null default 'own'
    check (source in ('internal_audit', 'external_audit', 'incident', 'complaint', 'measurement', 'review', 'own')),
  grade text not null default 'minor' check (grade in ('minor', 'major')),
  requirements text[] not null default '{}',
  requirement text not null default '',
  seen text not null default '',
  gap text not null default '',
  found_at timestamptz not null,
  found_by_id uuid,
  owner_id uuid,
  correction text not null default '',
  corrected_at timestamptz,
  consequences text not null default '',
  cause_method text not null default 'none' check (cause_method in ('none', 'five_whys', 'fishbone', 'other')),
  whys text[] not null default '{}',
  cause_people text not null default '',
  cause_process text not null default '',
  cause_technology text not null default '',
  cause_supplier text not null default '',
  cause_surroundings text not null default '',
  cause_measuring text not null default '',
  cause text not null default '',
  elsewhere text not null default 'not_looked' check (elsewhere in ('not_looked', 'none', 'some')),
  extent text not null default '',
  action_decision text not null default 'undecided' check (action_decision in ('undecided', 'action', 'none')),
  no_action_reason text not null default '',
  criterion text not null default '',
  check_due_at timestamptz,
  effect_seen text not null default '',
  system_changes text not null default '',
  state text not null default 'open'
    check (state in ('open', 'contained', 'analysed', 'planned', 'approved', 'done', 'checked', 'closed')),
  approved_at timestamptz,
  approved_by_id uuid,
  done_at timestamptz,
  checked_at timestamptz,
  checked_by_id uuid,
  closed_at timestamptz,
  closed_by_id uuid,
  reopenings int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (state <> 'closed' or (closed_at is not null and checked_at is not null and done_at is not null)),
  check (checked_at is null or checked_at >= done_at),
  foreign key (organization_id, found_by_id) references person (organization_id, id),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, approved_by_id) references person (organization_id, id),
  foreign key (organization_id, checked_by_id) references person (organization_id, id),
  foreign key (organization_id, closed_by_id) references person (organization_id, id)
);
create index nonconformity_by_state on nonconformity (organization_id, state);
select track_table('nonconformity');
select link_table('nonconformity');

-- What was closed stays as it was closed, until it is reopened.
create function keep_closed_nonconformity() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  if old.state = 'closed' and (tg_op = 'DELETE' or new.state = 'closed') then
    raise exception 'a closed nonconformity does not change; reopen it';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_closed before update or delete on nonconformity for each row execute function keep_closed_nonconformity();

create table corrective_action (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  nonconformity_id uuid not null,
  title text not null,
  owner_id uuid not null,
  due_at timestamptz not null,
  done_at timestamptz,
  proof text not null default '',
  evidence_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, nonconformity_id) references nonconformity (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id)
);
create index corrective_action_by_nonconformity on corrective_action (organization_id, nonconformity_id);
select track_table('corrective_action');
select link_table('corrective_action');

create table improvement (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  source text not null default 'idea' check (source in ('idea', 'audit', 'review', 'incident', 'customer', 'measurement')),
  benefit text not null default '',
  owner_id uuid,
  due_at timestamptz,
  result text not null default '',
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'done', 'rejected')),
  decided_at timestamptz,
  decided_by_id uuid,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, decided_by_id) references person (organization_id, id)
);
select track_table('improvement');
select link_table('improvement');
