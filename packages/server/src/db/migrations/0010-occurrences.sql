-- What happened on risks, the time in which everything that happens is recorded, and what was decided on the estimates it speaks for or against.

create table risk_occurrence (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  risk_id uuid not null,
  kind text not null check (kind in ('loss', 'near_miss')),
  title text not null,
  note text not null default '',
  -- Days, kept as their noon in UTC.
  occurred_at timestamptz not null,
  discovered_at timestamptz not null,
  -- Null for a near miss, and while it is not known.
  loss_minor bigint check (loss_minor > 0),
  source text not null default '',
  -- The object in another register (of incidents) that this was taken over from.
  external_ref text,
  reported_by text not null,
  reported_by_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  check (kind = 'loss' or loss_minor is null),
  check (discovered_at >= occurred_at)
);
create index risk_occurrence_by_risk on risk_occurrence (organization_id, risk_id, occurred_at);
create index risk_occurrence_by_time on risk_occurrence (organization_id, occurred_at desc, id);
create unique index risk_occurrence_taken_over on risk_occurrence (organization_id, risk_id, external_ref) where external_ref is not null;
select track_table('risk_occurrence');

-- Somebody vouches that everything that happened in this time is recorded: on one risk, or on all. It ends where it was last
-- vouched for, so that time passing in silence counts for nothing.
create table occurrence_watch (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  risk_id uuid,
  watched_from timestamptz not null,
  watched_until timestamptz not null,
  reason text not null,
  vouched_by text not null,
  vouched_by_name text not null,
  vouched_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade,
  check (watched_from < watched_until)
);
create index occurrence_watch_by_risk on occurrence_watch (organization_id, risk_id);
select track_table('occurrence_watch');

-- An update of a risk's frequency by what happened, accepted or dismissed, with all that it rested on.
create table rate_update (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  risk_id uuid not null,
  decision text not null check (decision in ('accepted', 'dismissed')),
  proposal_fingerprint text not null,
  pinned jsonb not null,
  reason text not null,
  decided_by text not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, risk_id) references risk (organization_id, id) on delete cascade
);
create index rate_update_by_risk on rate_update (organization_id, risk_id, decided_at desc);
create unique index rate_update_accepted_once on rate_update (organization_id, risk_id, proposal_fingerprint) where decision = 'accepted';
select track_table('rate_update');

create function keep_rate_update() returns trigger language plpgsql as $$
begin
  if (new.pinned, new.decision, new.proposal_fingerprint, new.risk_id, new.decided_at, new.decided_by, new.reason)
     is distinct from (old.pinned, old.decision, old.proposal_fingerprint, old.risk_id, old.decided_at, old.decided_by, old.reason) then
    raise exception 'a decision on an estimate is pinned to what was decided on';
  end if;
  return new;
end $$;
create trigger keep_rate_update before update on rate_update for each row execute function keep_rate_update();
