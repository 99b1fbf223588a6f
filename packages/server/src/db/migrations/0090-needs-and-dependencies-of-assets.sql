-- What an asset needs of each property, and why; how long it may be away, where it is, who looks after it.
alter table asset
  add column confidentiality text check (confidentiality in ('low', 'medium', 'high', 'very_high')),
  add column confidentiality_reason text not null default '',
  add column integrity text check (integrity in ('low', 'medium', 'high', 'very_high')),
  add column integrity_reason text not null default '',
  add column availability text check (availability in ('low', 'medium', 'high', 'very_high')),
  add column availability_reason text not null default '',
  add column rto_hours double precision check (rto_hours >= 0),
  add column rpo_hours double precision check (rpo_hours >= 0),
  add column site_id uuid,
  add column custodian_id uuid,
  add foreign key (organization_id, site_id) references site (organization_id, id) on delete set null (site_id),
  add foreign key (organization_id, custodian_id) references person (organization_id, id);
create index asset_by_site on asset (organization_id, site_id);
create index asset_by_custodian on asset (organization_id, custodian_id);

-- One asset rests on another. What others rest on is not deleted under them.
create table asset_dependency (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  number int not null,
  asset_id uuid not null,
  on_asset_id uuid not null,
  kind text not null default 'needs' check (kind in ('runs_on', 'kept_in', 'fed_by', 'signs_in', 'run_by', 'needs')),
  any_of text not null default '',
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, asset_id, on_asset_id),
  foreign key (organization_id, asset_id) references asset (organization_id, id) on delete cascade,
  foreign key (organization_id, on_asset_id) references asset (organization_id, id)
);
create index asset_dependency_below on asset_dependency (organization_id, on_asset_id);
select track_table('asset_dependency');
select link_table('asset_dependency');
