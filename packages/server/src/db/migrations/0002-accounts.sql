-- Sign-in lives in a schema of its own, reached by a role of its own; who belongs to which organisation is business data.

create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  "userId" text not null references auth."user" on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_by_user on auth.session ("userId");
create table auth.account (
  id text primary key,
  "userId" text not null references auth."user" on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);
create table auth.attempt (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);

create table member (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  user_id text not null,
  role text not null check (role in ('owner', 'manager', 'contributor', 'auditor', 'reader')),
  name text not null,
  email text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, user_id)
);
select track_table('member');
create index member_by_user on member (user_id);
-- A signed-in person sees which organisations they belong to before choosing one.
create policy own_memberships on member for select using (user_id = current_user_id());
create policy own_organizations on organization for select
  using (organization_id in (select m.organization_id from member m where m.user_id = current_user_id()));

create table invitation (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  email text not null,
  role text not null check (role in ('owner', 'manager', 'contributor', 'auditor', 'reader')),
  token_hash text not null,
  invited_by text not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
select track_table('invitation');

create table api_token (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  member_id uuid not null,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references member (organization_id, id) on delete cascade
);
select track_table('api_token');

-- When a token was last used is not a change anybody makes, so it is kept out of the ledger.
create table api_token_use (
  organization_id uuid not null,
  token_id uuid not null,
  last_used_at timestamptz not null,
  primary key (organization_id, token_id),
  foreign key (organization_id, token_id) references api_token (organization_id, id) on delete cascade
);
select isolate_table('api_token_use');
