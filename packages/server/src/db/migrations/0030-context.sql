-- Context of the organisation: where it works, who has a stake, and what they require.

create table site (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  kind text not null default 'office',
  address text not null default '',
  owner_id uuid,
  in_scope boolean not null default true,
  reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('site');

create table interested_party (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  name text not null,
  kind text not null default 'customer',
  relevance text not null default '',
  owner_id uuid,
  review_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, owner_id) references person (organization_id, id)
);
select track_table('interested_party');

create table party_requirement (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  party_id uuid not null,
  title text not null,
  source text not null default '',
  is_addressed text not null default 'undecided' check (is_addressed in ('undecided', 'addressed', 'not_addressed')),
  answer text not null default '',
  obligation_id uuid,
  is_climate text not null default 'no' check (is_climate in ('no', 'yes')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, party_id) references interested_party (organization_id, id) on delete cascade,
  foreign key (organization_id, obligation_id) references obligation (organization_id, id) on delete set null (obligation_id)
);
create index party_requirement_by_party on party_requirement (organization_id, party_id);
select track_table('party_requirement');
