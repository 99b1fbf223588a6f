-- Tasks of one's own, and duties that come again: the next day follows from when one was last done.

create table task (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  note text not null default '',
  owner_id uuid,
  due_at timestamptz,
  status text not null default 'open' check (status in ('open', 'done', 'dropped')),
  done_at timestamptz,
  done_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, done_by_id) references person (organization_id, id)
);
create index task_open on task (organization_id, owner_id, due_at) where status = 'open';
select track_table('task');
select link_table('task');

create table duty (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  done_when text not null default '',
  every text not null default 'year' check (every in ('week', 'month', 'quarter', 'half_year', 'year', 'two_years')),
  first_due_at timestamptz,
  owner_id uuid,
  clause text not null default '',
  control_id uuid,
  is_paused boolean not null default false,
  -- Which of the usual duties it was added as, so that none is added twice, whatever it is called since.
  usual_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, usual_key),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, control_id) references control (organization_id, id) on delete set null (control_id)
);
select track_table('duty');
select link_table('duty');

create table duty_done (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  duty_id uuid not null,
  note text not null,
  done_at timestamptz not null,
  done_by_id uuid,
  evidence_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, duty_id) references duty (organization_id, id) on delete cascade,
  foreign key (organization_id, done_by_id) references person (organization_id, id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id) on delete set null (evidence_id)
);
create index duty_done_newest on duty_done (organization_id, duty_id, done_at desc);
select track_table('duty_done');
select link_table('duty_done');

create function keep_duty_done() returns trigger language plpgsql as $$
begin
  if (new.duty_id, new.note, new.done_at, new.done_by_id) is distinct from (old.duty_id, old.note, old.done_at, old.done_by_id) then
    raise exception 'that a duty was done is written once; a correction is a record of its own';
  end if;
  return new;
end $$;
create trigger keep_duty_done before update on duty_done for each row execute function keep_duty_done();
