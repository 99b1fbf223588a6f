-- Comments on any object, and the lists people save for themselves.

create table comment (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  entity text not null,
  entity_id uuid not null,
  author_user_id text not null,
  author_name text not null,
  body text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index comment_by_entity on comment (organization_id, entity, entity_id, created_at);
select track_table('comment');

create table saved_view (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  user_id text not null,
  screen text not null,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id, screen, name)
);
select track_table('saved_view');
