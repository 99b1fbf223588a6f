-- Versions of the Statement of Applicability: proposed, approved, and then never changed.

create table soa_version (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  version_number int not null,
  status text not null check (status in ('proposed', 'approved', 'rejected', 'superseded')),
  content jsonb not null,
  content_hash text not null,
  scope text not null,
  methodology_version int not null,
  note text not null default '',
  proposed_by text not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, version_number)
);
select track_table('soa_version');
create unique index soa_version_in_force on soa_version (organization_id) where status = 'approved';
create unique index soa_version_one_proposal on soa_version (organization_id) where status = 'proposed';

create function keep_soa_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a version of the statement of applicability is never deleted'; end if;
  if (new.content, new.content_hash, new.scope, new.methodology_version, new.version_number, new.proposed_by, new.proposed_at)
     is distinct from (old.content, old.content_hash, old.scope, old.methodology_version, old.version_number, old.proposed_by, old.proposed_at)
     or (old.decided_at is not null and (new.decided_at, new.decided_by) is distinct from (old.decided_at, old.decided_by)) then
    raise exception 'a version of the statement of applicability does not change; propose a new one';
  end if;
  return new;
end $$;
create trigger keep_soa_version before update or delete on soa_version for each row execute function keep_soa_version();
