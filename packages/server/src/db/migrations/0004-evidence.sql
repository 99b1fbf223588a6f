-- Evidence needs, collectors, files and evidence.

create table collector (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  tool text not null,
  scope text not null default '',
  cadence_days int not null check (cadence_days between 1 and 730),
  owner_id uuid,
  active boolean not null default true,
  disabled_reason text not null default '',
  last_report_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, tool, scope),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('collector');

create table evidence_need (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  control_id uuid not null,
  position int not null default 0,
  title text not null,
  cadence_days int not null check (cadence_days between 1 and 730),
  weight double precision not null default 1 check (weight >= 0 and weight <= 100),
  nature text not null check (nature in ('design', 'operation')),
  collector_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, control_id) references control (organization_id, id) on delete cascade,
  foreign key (organization_id, collector_id) references collector (organization_id, id)
);
create index evidence_need_by_control on evidence_need (organization_id, control_id, position);
create unique index evidence_need_of_collector on evidence_need (organization_id, control_id, collector_id) where collector_id is not null;
select track_table('evidence_need');

create table file (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index file_by_hash on file (organization_id, sha256);
select track_table('file');

create table ingest_run (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  collector_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  format text not null,
  tool text not null,
  tool_version text not null default '',
  -- The report speaks of this time; the evidence made of it is as old as its oldest observation.
  observed_at timestamptz not null,
  observed_to timestamptz not null,
  -- A newer report had come before: kept for the record, it decides nothing.
  outdated boolean not null default false,
  counts jsonb not null,
  report jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, collector_id, sha256),
  check (observed_at <= observed_to),
  foreign key (organization_id, collector_id) references collector (organization_id, id),
  foreign key (organization_id, file_id) references file (organization_id, id)
);
select track_table('ingest_run');

create table evidence (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null check (kind in ('file', 'link', 'note')),
  file_id uuid,
  url text,
  note text not null default '',
  nature text not null check (nature in ('design', 'operation')),
  provenance text not null check (provenance in ('observed', 'attested', 'declared', 'generated')),
  result text not null check (result in ('pass', 'fail', 'k_of_n')),
  passed int,
  expected int,
  period_from timestamptz,
  period_to timestamptz,
  collected_at timestamptz not null,
  valid_until timestamptz,
  state text not null default 'active' check (state in ('active', 'withdrawn', 'rejected')),
  state_reason text not null default '',
  review_result text not null default 'pending' check (review_result in ('pending', 'accepted', 'rejected')),
  reviewed_by text,
  reviewed_by_name text,
  reviewed_at timestamptz,
  review_note text not null default '',
  submitted_by text not null,
  submitted_by_name text not null,
  supersedes_id uuid,
  collector_id uuid,
  ingest_run_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, file_id) references file (organization_id, id),
  foreign key (organization_id, supersedes_id) references evidence (organization_id, id),
  foreign key (organization_id, collector_id) references collector (organization_id, id),
  foreign key (organization_id, ingest_run_id) references ingest_run (organization_id, id),
  check ((result = 'k_of_n') = (passed is not null and expected is not null)),
  check (passed is null or (passed >= 0 and passed <= expected)),
  check ((kind = 'file') = (file_id is not null)),
  check ((kind = 'link') = (url is not null))
);
create index evidence_by_collected on evidence (organization_id, collected_at desc nulls last, number desc);
create index evidence_inbox on evidence (organization_id, collected_at)
  where review_result = 'pending' and state = 'active' and provenance <> 'observed';
create index evidence_by_run on evidence (organization_id, ingest_run_id);
select track_table('evidence');

-- Which needs a piece serves. The collection time is repeated here so that the newest piece of a need is one index look-up.
create table evidence_serves (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  evidence_id uuid not null,
  need_id uuid not null,
  collected_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, need_id, evidence_id),
  foreign key (organization_id, evidence_id) references evidence (organization_id, id),
  foreign key (organization_id, need_id) references evidence_need (organization_id, id) on delete cascade
);
create index evidence_serves_newest on evidence_serves (organization_id, need_id, collected_at desc, evidence_id desc);
create index evidence_serves_by_evidence on evidence_serves (organization_id, evidence_id);
select track_table('evidence_serves');

-- Every check on every resource a collector ever reported for a control: the population that k of n is judged against.
create table observed_subject (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  collector_id uuid not null,
  control_id uuid not null,
  check_id text not null,
  subject_uid text not null,
  -- Set while the newest report does not mention it: it counts as not passing until a named person retires it.
  missing_since timestamptz,
  retired_at timestamptz,
  retired_by text,
  retired_reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, collector_id, control_id, check_id, subject_uid),
  foreign key (organization_id, collector_id) references collector (organization_id, id),
  foreign key (organization_id, control_id) references control (organization_id, id)
);
create index observed_subject_missing on observed_subject (organization_id, collector_id)
  where missing_since is not null and retired_at is null;
select track_table('observed_subject');

create function keep_evidence() returns trigger language plpgsql as $$
begin
  if (new.number, new.kind, new.file_id, new.url, new.provenance, new.result, new.passed, new.expected, new.collected_at, new.submitted_by, new.nature)
     is distinct from (old.number, old.kind, old.file_id, old.url, old.provenance, old.result, old.passed, old.expected, old.collected_at, old.submitted_by, old.nature) then
    raise exception 'what a piece of evidence proves does not change; supersede it with a new piece';
  end if;
  return new;
end $$;
create trigger keep_evidence before update on evidence for each row execute function keep_evidence();
