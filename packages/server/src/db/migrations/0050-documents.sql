-- Documented information: documents and their versions, documents of others, how long what is kept, and what documents promise.

create table retention_rule (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  applies_to text[] not null default '{}',
  keep_years double precision not null check (keep_years > 0 and keep_years <= 100),
  begins text not null default 'superseded' check (begins in ('created', 'superseded', 'ended')),
  afterwards text not null default 'destroy' check (afterwards in ('destroy', 'anonymise', 'archive', 'review')),
  basis text not null default '',
  owner_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('retention_rule');
select link_table('retention_rule');

create table document (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  kind text not null default 'policy',
  item text not null default 'other',
  owner_id uuid,
  classification text not null default 'internal' check (classification in ('public', 'internal', 'confidential', 'restricted')),
  distribution text not null default '',
  retention_rule_id uuid,
  clauses text[] not null default '{}',
  controls text[] not null default '{}',
  cadence_days int not null default 365 check (cadence_days between 1 and 1830),
  reviewed_at timestamptz,
  review_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, retention_rule_id) references retention_rule (organization_id, id) on delete set null (retention_rule_id)
);
create index document_by_item on document (organization_id, item);
select track_table('document');
select link_table('document');

create table document_version (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  document_id uuid not null,
  version_number int not null,
  status text not null default 'draft' check (status in ('draft', 'in_review', 'approved', 'published', 'superseded', 'retired')),
  -- As it is printed: the title at the time, and the text in Markdown.
  title text not null,
  content text not null default '',
  change_note text not null default '',
  -- Whoever wrote any of it, as users: none of them approves it while somebody else could.
  authors text[] not null,
  author_name text not null,
  submitted_at timestamptz,
  approved_by text,
  approved_by_name text,
  approved_at timestamptz,
  approval_note text not null default '',
  approved_alone boolean not null default false,
  -- Title, number, text, note and the bytes of its images; and who owned the document when it was approved.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  owner_name text not null default '',
  effective_at timestamptz,
  published_by_name text,
  published_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, document_id, version_number),
  foreign key (organization_id, document_id) references document (organization_id, id) on delete cascade,
  check ((status in ('draft', 'in_review')) = (approved_at is null)),
  check ((approved_at is null) = (content_hash is null) and (approved_at is null) = (approved_by is null)),
  check (status <> 'published' or (published_at is not null and effective_at is not null))
);
create unique index document_version_published on document_version (organization_id, document_id) where status = 'published';
create unique index document_version_in_work on document_version (organization_id, document_id)
  where status in ('draft', 'in_review', 'approved');
select track_table('document_version');
select link_table('document_version');

-- What was approved stays what it was; afterwards a version is published, makes room for the next, or is retired.
create function keep_document_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if removing_example(old.organization_id) or old.approved_at is null then return old; end if;
    raise exception 'an approved version of a document is never deleted';
  end if;
  if old.approved_at is null then
    if new.status in ('published', 'superseded', 'retired') then raise exception 'a version is published after it was approved'; end if;
    if old.status = 'draft' and new.status = 'approved' then raise exception 'a version is approved after it was submitted'; end if;
    if old.status = 'in_review' and (new.title, new.content, new.change_note, new.authors)
       is distinct from (old.title, old.content, old.change_note, old.authors) then
      raise exception 'a version in review does not change';
    end if;
    return new;
  end if;
  if (new.document_id, new.version_number, new.title, new.content, new.change_note, new.authors, new.author_name, new.submitted_at,
      new.approved_by, new.approved_by_name, new.approved_at, new.approval_note, new.approved_alone, new.content_hash, new.owner_name)
     is distinct from (old.document_id, old.version_number, old.title, old.content, old.change_note, old.authors, old.author_name,
      old.submitted_at, old.approved_by, old.approved_by_name, old.approved_at, old.approval_note, old.approved_alone,
      old.content_hash, old.owner_name) then
    raise exception 'an approved version of a document does not change; start the next one';
  end if;
  if old.published_at is not null and (new.published_at, new.effective_at, new.published_by_name)
     is distinct from (old.published_at, old.effective_at, old.published_by_name) then
    raise exception 'when a version was published does not change';
  end if;
  if not (new.status = old.status or (old.status = 'approved' and new.status in ('published', 'retired'))
          or (old.status = 'published' and new.status in ('superseded', 'retired'))) then
    raise exception 'a version goes from % to % never', old.status, new.status;
  end if;
  return new;
end $$;
create trigger keep_document_version before update or delete on document_version for each row execute function keep_document_version();

create table external_document (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  source text not null,
  edition text not null default '',
  url text not null default '',
  used_for text not null default '',
  owner_id uuid,
  cadence_days int not null default 365 check (cadence_days between 1 and 1830),
  checked_at timestamptz,
  next_check_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('external_document');
select link_table('external_document');

create table document_promise (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  document_id uuid not null,
  need_id uuid,
  control_id uuid,
  cadence_days int check (cadence_days between 1 and 1830),
  owner_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, document_id) references document (organization_id, id) on delete cascade,
  foreign key (organization_id, need_id) references evidence_need (organization_id, id) on delete set null (need_id),
  foreign key (organization_id, control_id) references control (organization_id, id),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
create index document_promise_by_document on document_promise (organization_id, document_id);
create index document_promise_by_need on document_promise (organization_id, need_id);
create index document_promise_by_control on document_promise (organization_id, control_id);
select track_table('document_promise');
select link_table('document_promise');
