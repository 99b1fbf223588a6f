-- Clause 9.3: management reviews, what they looked at as it was then, who was there, and what was decided.

create table management_review (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  meeting_at timestamptz not null,
  place text not null default '',
  chair_id uuid,
  minutes text not null default '',
  next_at timestamptz,
  state text not null default 'planned' check (state in ('planned', 'held', 'signed')),
  held_at timestamptz,
  snapshot_hash text not null default '',
  signed_at timestamptz,
  signed_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  check (state = 'planned' or held_at is not null),
  check (state <> 'signed' or signed_at is not null),
  foreign key (organization_id, chair_id) references person (organization_id, id),
  foreign key (organization_id, signed_by_id) references person (organization_id, id)
);
select track_table('management_review');
select link_table('management_review');

create table review_input (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  review_id uuid not null,
  input text not null default 'a' check (input in ('a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g')),
  title text not null,
  entry text not null default '',
  facts text[] not null default '{}',
  collected_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, review_id, input),
  foreign key (organization_id, review_id) references management_review (organization_id, id) on delete cascade
);
select track_table('review_input');
select link_table('review_input');

create table review_participant (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  review_id uuid not null,
  title text not null,
  person_id uuid not null,
  role text not null default 'owner' check (role in ('top', 'isms', 'owner', 'auditor', 'guest')),
  is_present boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, review_id) references management_review (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index review_participant_by_review on review_participant (organization_id, review_id);
select track_table('review_participant');
select link_table('review_participant');

create table review_decision (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  review_id uuid not null,
  title text not null,
  kind text not null default 'improvement' check (kind in ('improvement', 'change', 'resources', 'other')),
  owner_id uuid not null,
  due_at timestamptz not null,
  done_at timestamptz,
  result text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, review_id) references management_review (organization_id, id) on delete cascade,
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index review_decision_by_review on review_decision (organization_id, review_id);
select track_table('review_decision');
select link_table('review_decision');

create function keep_signed_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  if old.state = 'signed' then raise exception 'the minutes of a signed management review do not change'; end if;
  if tg_op = 'UPDATE' and old.snapshot_hash <> '' and new.snapshot_hash <> old.snapshot_hash then
    raise exception 'the inputs of a management review that was held do not change';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_signed before update or delete on management_review for each row execute function keep_signed_review();

-- From the meeting on its inputs stay what they were; from the signature on everything but what comes of the decisions.
create function keep_review_part() returns trigger language plpgsql as $$
declare
  review management_review;
  after_signing text[] := array['done_at', 'result', 'version', 'updated_at'];
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  select * into review from management_review
    where organization_id = coalesce(new.organization_id, old.organization_id) and id = coalesce(new.review_id, old.review_id);
  if review.held_at is not null and tg_table_name = 'review_input'
     and (tg_op <> 'UPDATE' or to_jsonb(new) -> 'facts' <> to_jsonb(old) -> 'facts') then
    raise exception 'the inputs of a management review that was held do not change';
  end if;
  if review.signed_at is not null and (tg_table_name <> 'review_decision' or tg_op <> 'UPDATE'
     or (to_jsonb(new) - after_signing) <> (to_jsonb(old) - after_signing)) then
    raise exception 'the minutes of a signed management review do not change';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_signed before insert or update or delete on review_input for each row execute function keep_review_part();
create trigger keep_signed before insert or update or delete on review_participant for each row execute function keep_review_part();
create trigger keep_signed before insert or update or delete on review_decision for each row execute function keep_review_part();
