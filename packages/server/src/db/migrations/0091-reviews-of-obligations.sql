-- How often an obligation is looked at again.
alter table obligation add column review_every_months int check (review_every_months between 1 and 120);

-- When somebody looked whether an obligation is met, and what came out. Written once; it counts until a day.
create table obligation_review (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  obligation_id uuid not null,
  at timestamptz not null,
  conclusion text not null check (conclusion in ('compliant', 'partly', 'not_compliant')),
  title text not null,
  seen text not null default '',
  evidence_id uuid,
  mend_at timestamptz,
  next_review_at timestamptz,
  holds_until timestamptz not null,
  reviewed_by_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, obligation_id) references obligation (organization_id, id) on delete cascade,
  foreign key (organization_id, evidence_id) references evidence (organization_id, id) on delete set null (evidence_id)
);
create index obligation_review_newest on obligation_review (organization_id, obligation_id, at desc, number desc);
select track_table('obligation_review');
select link_table('obligation_review');

create function keep_obligation_review() returns trigger language plpgsql as $$
begin
  if (new.obligation_id, new.at, new.conclusion, new.title, new.seen, new.mend_at, new.next_review_at, new.holds_until, new.reviewed_by_name)
    is distinct from
    (old.obligation_id, old.at, old.conclusion, old.title, old.seen, old.mend_at, old.next_review_at, old.holds_until, old.reviewed_by_name) then
    raise exception 'a review of an obligation is written once; a correction is a review of its own';
  end if;
  return new;
end $$;
create trigger keep_obligation_review before update on obligation_review for each row execute function keep_obligation_review();
