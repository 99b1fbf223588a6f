-- Versions of the Statement of Applicability: proposed, approved, and then never changed.

create table soa_version (
  organization_id uuid not null references organization,
  id uuid not null,
  version int not null default 1,
  version_number int not null,
  status text not null check (status in ('proposed', 'approved', 'rejected', 'withdrawn', 'superseded')),
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
  -- Approved by the one who proposed it, because there was nobody else.
  approved_alone boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, version_number)
);
select track_table('soa_version');
create unique index soa_version_in_force on soa_version (organization_id) where status = 'approved';
create unique index soa_version_one_proposal on soa_version (organization_id) where status = 'proposed';

-- What was proposed is what is decided on, once; afterwards a version only makes room for the next.
create function keep_soa_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  if tg_op = 'DELETE' then raise exception 'a version of the statement of applicability is never deleted'; end if;
  if (new.content, new.content_hash, new.scope, new.methodology_version, new.version_number, new.note,
      new.proposed_by, new.proposed_by_name, new.proposed_at)
     is distinct from (old.content, old.content_hash, old.scope, old.methodology_version, old.version_number, old.note,
      old.proposed_by, old.proposed_by_name, old.proposed_at) then
    raise exception 'a version of the statement of applicability does not change; propose a new one';
  end if;
  if old.status <> 'proposed' and ((new.decided_at, new.decided_by, new.decided_by_name, new.decision_note, new.approved_alone)
     is distinct from (old.decided_at, old.decided_by, old.decided_by_name, old.decision_note, old.approved_alone)
     or not (new.status = old.status or (old.status = 'approved' and new.status = 'superseded'))) then
    raise exception 'what was decided on a version of the statement of applicability does not change';
  end if;
  if new.status in ('approved', 'rejected', 'withdrawn') and (new.decided_at is null or new.decided_by is null) then
    raise exception 'a decision on a version of the statement of applicability names who and when';
  end if;
  if old.status = 'proposed' and new.status = 'superseded' then raise exception 'only an approved version is superseded'; end if;
  return new;
end $$;
create trigger keep_soa_version before update or delete on soa_version for each row execute function keep_soa_version();
