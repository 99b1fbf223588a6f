-- People are asked to read a version of a document, and say that they did: once and for all.

create table acknowledgement_campaign (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  title text not null,
  document_id uuid not null,
  -- Pinned when the campaign begins.
  document_version_id uuid,
  version_number int,
  audience text not null default 'everyone' check (audience in ('everyone', 'chosen')),
  due_at timestamptz not null,
  message text not null default '',
  asks_again boolean not null default true,
  status text not null default 'open' check (status in ('open', 'closed')),
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, document_id) references document (organization_id, id),
  foreign key (organization_id, document_version_id) references document_version (organization_id, id)
);
create index acknowledgement_campaign_by_document on acknowledgement_campaign (organization_id, document_id);
select track_table('acknowledgement_campaign');
select link_table('acknowledgement_campaign');

create table acknowledgement_request (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  acknowledgement_campaign_id uuid not null,
  person_id uuid not null,
  reminded_at timestamptz,
  reminders int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, acknowledgement_campaign_id, person_id),
  foreign key (organization_id, acknowledgement_campaign_id) references acknowledgement_campaign (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index acknowledgement_request_by_person on acknowledgement_request (organization_id, person_id);
select track_table('acknowledgement_request');

create table acknowledgement (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  person_id uuid not null,
  person_name text not null,
  document_id uuid not null,
  document_version_id uuid not null,
  content_hash text not null,
  acknowledged_by text not null,
  acknowledged_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, document_version_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, document_id) references document (organization_id, id),
  foreign key (organization_id, document_version_id) references document_version (organization_id, id)
);
create index acknowledgement_by_person on acknowledgement (organization_id, person_id);
select track_table('acknowledgement');

create function keep_acknowledgement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  raise exception 'an acknowledgement stays as it was given';
end $$;
create trigger keep_acknowledgement before update or delete on acknowledgement for each row execute function keep_acknowledgement();
