-- Roles of the ISMS, who does what in it, who stands in for whom, and what management committed itself to.

create table isms_role (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  responsibilities text not null default '',
  authorities text not null default '',
  holder_id uuid,
  deputy_id uuid,
  appointed_by_id uuid,
  appointed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, holder_id) references person (organization_id, id),
  foreign key (organization_id, deputy_id) references person (organization_id, id),
  foreign key (organization_id, appointed_by_id) references person (organization_id, id)
);
select track_table('isms_role');
select link_table('isms_role');

create table raci_activity (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  clauses text[] not null default '{}',
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number)
);
select track_table('raci_activity');
select link_table('raci_activity');

create table raci_entry (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  raci_activity_id uuid not null,
  isms_role_id uuid not null,
  letter text not null check (letter in ('R', 'A', 'C', 'I')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, raci_activity_id, isms_role_id),
  foreign key (organization_id, raci_activity_id) references raci_activity (organization_id, id) on delete cascade,
  foreign key (organization_id, isms_role_id) references isms_role (organization_id, id) on delete cascade
);
create unique index raci_entry_one_accountable on raci_entry (organization_id, raci_activity_id) where letter = 'A';
create index raci_entry_by_role on raci_entry (organization_id, isms_role_id);
select track_table('raci_entry');

create table delegation (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  entitles text not null default 'accept_low' check (entitles in ('accept_low', 'accept_medium', 'accept_high', 'other')),
  from_person_id uuid not null,
  to_person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null default '',
  status text not null default 'proposed' check (status in ('proposed', 'granted', 'revoked')),
  granted_at timestamptz,
  granted_by_id uuid,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (starts_at <= ends_at),
  foreign key (organization_id, from_person_id) references person (organization_id, id),
  foreign key (organization_id, to_person_id) references person (organization_id, id),
  foreign key (organization_id, granted_by_id) references person (organization_id, id)
);
create index delegation_in_force on delegation (organization_id, to_person_id) where status = 'granted';
select track_table('delegation');
select link_table('delegation');

-- What was granted stays what it was: it can only be revoked.
create function keep_delegation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if removing_example(old.organization_id) or old.status = 'proposed' then return old; end if;
    raise exception 'a delegation that was granted is never deleted';
  end if;
  if old.status <> 'proposed' and ((new.title, new.entitles, new.from_person_id, new.to_person_id, new.starts_at, new.ends_at,
      new.reason, new.granted_at, new.granted_by_id)
     is distinct from (old.title, old.entitles, old.from_person_id, old.to_person_id, old.starts_at, old.ends_at, old.reason,
      old.granted_at, old.granted_by_id) or new.status = 'proposed' or (old.status = 'revoked' and new.status <> 'revoked')) then
    raise exception 'a delegation that was granted does not change';
  end if;
  return new;
end $$;
create trigger keep_delegation before update or delete on delegation for each row execute function keep_delegation();

create table management_commitment (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null default 'decision',
  said_at timestamptz not null,
  said_by_id uuid not null,
  amount_minor bigint check (amount_minor >= 0),
  body text not null default '',
  evidence_id uuid,
  status text not null default 'draft' check (status in ('draft', 'recorded')),
  recorded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, said_by_id) references person (organization_id, id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id)
);
select track_table('management_commitment');
select link_table('management_commitment');

create function keep_commitment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if removing_example(old.organization_id) or old.status = 'draft' then return old; end if;
    raise exception 'a recorded commitment is never deleted';
  end if;
  if old.status = 'recorded' and (new.title, new.kind, new.said_at, new.said_by_id, new.amount_minor, new.body, new.status, new.recorded_at)
     is distinct from (old.title, old.kind, old.said_at, old.said_by_id, old.amount_minor, old.body, old.status, old.recorded_at) then
    raise exception 'a recorded commitment does not change';
  end if;
  return new;
end $$;
create trigger keep_commitment before update or delete on management_commitment for each row execute function keep_commitment();
