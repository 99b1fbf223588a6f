-- Who is mentioned in a comment, mail that waits to be sent, what each person wants to be told, and secret calendar addresses.

create table comment_mention (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  comment_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  person_id uuid not null,
  dismissed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, comment_id, person_id),
  foreign key (organization_id, comment_id) references comment (organization_id, id) on delete cascade,
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index comment_mention_open on comment_mention (organization_id, person_id) where dismissed_at is null;
select track_table('comment_mention');

create function keep_mention() returns trigger language plpgsql as $$
begin
  if (new.comment_id, new.entity, new.entity_id, new.person_id) is distinct from (old.comment_id, old.entity, old.entity_id, old.person_id)
     or old.dismissed_at is not null then
    raise exception 'a mention is written once and can only be dismissed';
  end if;
  return new;
end $$;
create trigger keep_mention before update on comment_mention for each row execute function keep_mention();

create table mail_preference (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  person_id uuid not null,
  reminders boolean not null default true,
  digest text not null default 'weekly' check (digest in ('daily', 'weekly', 'never')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select track_table('mail_preference');

create table calendar_feed (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  user_id text not null,
  token_hash text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id)
);
create index calendar_feed_by_hash on calendar_feed (organization_id, token_hash);
select track_table('calendar_feed');

-- Not in the ledger: mail says what other rows say, to one person, and fades.
create table mail_outbox (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid,
  recipient text not null,
  kind text not null check (kind in ('reminder', 'digest', 'mention', 'test')),
  -- What it is about and when: the same is never written twice.
  key text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  state text not null check (state in ('held', 'waiting', 'sent', 'failed')),
  tries int not null default 0,
  error text not null default '',
  next_try_at timestamptz not null default now(),
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index mail_outbox_waiting on mail_outbox (organization_id, next_try_at) where state = 'waiting';
create index mail_outbox_newest on mail_outbox (organization_id, created_at desc);
select isolate_table('mail_outbox');
