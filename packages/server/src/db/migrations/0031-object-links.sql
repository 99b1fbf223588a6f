-- Any object may be linked to any other: a finding to the control it is about, an incident to the risk that came true. A link
-- lives as long as both its ends.

create table object_link (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  from_entity text not null,
  from_id uuid not null,
  to_entity text not null,
  to_id uuid not null,
  relation text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, from_entity, from_id, to_entity, to_id)
);
create index object_link_to on object_link (organization_id, to_entity, to_id);
select track_table('object_link');

create function drop_links_of_deleted() returns trigger language plpgsql as $$
begin
  if removing_example(old.organization_id) then return null; end if;
  delete from object_link where organization_id = old.organization_id
    and ((from_entity = tg_table_name and from_id = old.id) or (to_entity = tg_table_name and to_id = old.id));
  return null;
end $$;

-- A business table whose rows others may link to.
create function link_table(tab regclass) returns void language plpgsql as $$
begin
  execute format('create trigger drop_links after delete on %s for each row execute function drop_links_of_deleted()', tab);
end $$;

select link_table(tab::regclass) from unnest(array['risk', 'control', 'evidence', 'asset', 'obligation', 'person', 'treatment_action',
  'risk_occurrence', 'collector', 'insurance_policy', 'site', 'interested_party', 'party_requirement']) tab;
