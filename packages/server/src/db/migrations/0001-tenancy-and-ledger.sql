-- The ground every business table stands on: who is asking, organisation isolation, and the ledger.

create extension if not exists btree_gist;

create function current_organization() returns uuid language sql stable
  as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

create function current_user_id() returns text language sql stable
  as $$ select nullif(current_setting('app.user_id', true), '') $$;

create table organization (
  organization_id uuid primary key,
  id uuid generated always as (organization_id) stored,
  version int not null default 1,
  name text not null,
  slug text not null,
  sector text not null,
  headcount int not null check (headcount > 0),
  yearly_revenue_minor bigint check (yearly_revenue_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'UTC',
  scope text not null default '',
  is_example boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Only an example organisation may be written with past times; everybody else's ledger runs on the database's clock.
create function ledger_time(for_example boolean default null) returns timestamptz
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  told timestamptz := nullif(current_setting('app.at', true), '')::timestamptz;
begin
  if told is null then return now(); end if;
  if told > now() then raise exception 'the ledger cannot be written in the future'; end if;
  if not coalesce(for_example, (select is_example from organization where organization_id = current_organization()), false) then
    raise exception 'only an example organisation may be written with past times';
  end if;
  return told;
end $$;

-- True while an example organisation is being removed whole, which no other ever is: what keeps decisions and the ledger from
-- being deleted lets go of this one.
create function removing_example(org uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.removing_example', true) is distinct from org::text then return false; end if;
  return exists (select from organization where organization_id = org and is_example);
end $$;

create table revision (
  organization_id uuid not null,
  seq bigint generated always as identity,
  entity text not null,
  entity_id uuid not null,
  version int not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  request_id uuid not null,
  reason text not null default '',
  row jsonb not null,
  validity tstzrange not null,
  -- The transaction that wrote it: what a reader cannot see yet is written by one that was not over when it began to read.
  written_by xid8 not null default pg_current_xact_id(),
  primary key (organization_id, seq)
);
create index revision_by_writer on revision (organization_id, written_by desc);
-- What was and is no more; what still is, is the row in its own table.
create index revision_closed on revision using gist (organization_id, entity, validity)
  where not upper_inf(validity) and not isempty(validity);
create index revision_of_entity on revision (organization_id, entity, entity_id, seq desc);
create index revision_open on revision (organization_id, entity, entity_id) where upper_inf(validity);
create index revision_begun on revision (organization_id, entity, entity_id, lower(validity) desc) where not isempty(validity);
create index revision_by_request on revision (organization_id, request_id);
create index revision_deleted on revision (organization_id, entity, seq desc) where operation = 'delete';
create index revision_of_deletion on revision (organization_id, entity, entity_id) where operation = 'delete';

create function stamp_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz := ledger_time(case when tg_table_name = 'organization' then (to_jsonb(new) ->> 'is_example')::boolean end);
begin
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := at;
    -- A row that is restored goes on where it was deleted, so that a version seen before never comes again.
    if current_setting('app.restoring', true) = 'on' then
      select r.version + 1, (r.row ->> 'created_at')::timestamptz into strict new.version, new.created_at from revision r
        where r.organization_id = new.organization_id and r.organization_id = current_organization()
          and r.entity = tg_table_name and r.entity_id = (to_jsonb(new) ->> 'id')::uuid
        order by r.seq desc limit 1;
    end if;
  else
    if new.organization_id <> old.organization_id then raise exception 'a row cannot move to another organisation'; end if;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    -- A transaction that began earlier may write later: the row is as it is now from the later of the two on, as its revision says.
    at := greatest(at, old.updated_at);
  end if;
  new.updated_at := at;
  return new;
end $$;

create function write_revision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  org uuid := (this ->> 'organization_id')::uuid;
  this_id uuid := coalesce(this ->> 'id', this ->> 'organization_id')::uuid;
  written_at timestamptz := ledger_time(case when tg_table_name = 'organization' then (this ->> 'is_example')::boolean end);
begin
  if current_setting('app.request_id', true) is null or current_setting('app.request_id', true) = '' then
    raise exception 'a write to % outside of a recorded change', tg_table_name;
  end if;
  if tg_op = 'DELETE' and removing_example(org) then return null; end if;
  if tg_op <> 'INSERT' then
    select greatest(written_at, lower(validity)) into written_at from revision
      where organization_id = org and entity = tg_table_name and entity_id = this_id and upper_inf(validity);
    written_at := coalesce(written_at, ledger_time());
    update revision set validity = tstzrange(lower(validity), written_at)
      where organization_id = org and entity = tg_table_name and entity_id = this_id and upper_inf(validity);
  end if;
  insert into revision (organization_id, entity, entity_id, version, operation, at, actor_kind, actor_id, actor_name,
                        request_id, reason, row, validity)
  values (org, tg_table_name, this_id,
          coalesce((this ->> 'version')::int, 1) + case when tg_op = 'DELETE' then 1 else 0 end, lower(tg_op), written_at,
          current_setting('app.actor_kind'), current_setting('app.actor_id'), current_setting('app.actor_name'),
          current_setting('app.request_id')::uuid, coalesce(current_setting('app.reason', true), ''), this,
          case when tg_op = 'DELETE' then 'empty'::tstzrange else tstzrange(written_at, null) end);
  return null;
end $$;

-- Isolates a table by organisation, for every command and even for its owner. Asked for by a subquery, the organisation is
-- found once a query; by itself, the function would be called for every row that is looked at.
create function isolate_table(tab regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format('create policy organization_isolation on %s using (organization_id = (select current_organization())) with check (organization_id = current_organization())', tab);
end $$;

-- Isolates a business table, stamps its rows and writes every change of them to the ledger.
create function track_table(tab regclass) returns void language plpgsql as $$
begin
  perform isolate_table(tab);
  execute format('create trigger stamp_row before insert or update on %s for each row execute function stamp_row()', tab);
  execute format('create trigger write_revision after insert or update or delete on %s for each row execute function write_revision()', tab);
end $$;

select isolate_table('revision');

-- The versions of one table of this organisation that were valid at an instant and were replaced or deleted since; those that
-- still are stand in the table itself. A function of the owner's, because no index serves a condition on a range (or any other
-- operator that PostgreSQL does not hold leakproof) behind row-level security. It names the organisation itself, and nobody but
-- the serving role may call it: migrating grants that.
create policy owner_reads_all on revision for select to current_user using (true);
create function past(table_name text, instant timestamptz) returns table (entity_id uuid, "row" jsonb)
language sql stable rows 2000 security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.entity_id, r."row" from public.revision r
  where r.organization_id = public.current_organization() and r.entity = table_name and r.validity @> instant
    and not upper_inf(r.validity) and not isempty(r.validity)
$$;
-- The same of the rows that are named: of each the version that began last by then, whatever came before and after.
create function past(table_name text, instant timestamptz, ids uuid[]) returns table (entity_id uuid, "row" jsonb)
language sql stable rows 100 security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.entity_id, r."row" from (select distinct id from unnest(ids) id) named cross join lateral (
    select v.entity_id, v."row", v.validity from public.revision v
    where v.organization_id = public.current_organization() and v.entity = table_name and v.entity_id = named.id
      and lower(v.validity) <= instant and not isempty(v.validity)
    order by lower(v.validity) desc limit 1) r
  where upper(r.validity) > instant
$$;
revoke execute on function past(text, timestamptz), past(text, timestamptz, uuid[]) from public;
select track_table('organization');

-- The scheduler has to know which organisations exist; it reads them through a function of the owner's, and nothing else.
create policy owner_reads_all on organization for select to current_user using (true);
create function list_organization_ids() returns setof uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select organization_id from organization order by organization_id $$;

create function forbid_example_change() returns trigger language plpgsql as $$
begin
  if new.is_example <> old.is_example then raise exception 'an example organisation stays one, and no other becomes one'; end if;
  return new;
end $$;
create trigger forbid_example_change before update on organization for each row execute function forbid_example_change();

-- People-facing numbers (R-12) without gaps that confuse: one counter a noun and organisation.
create table reference_counter (
  organization_id uuid not null references organization,
  noun text not null,
  last_number int not null,
  primary key (organization_id, noun)
);
select isolate_table('reference_counter');

create function next_reference(noun_name text) returns int language sql as $$
  insert into reference_counter (organization_id, noun, last_number) values (current_organization(), noun_name, 1)
  on conflict (organization_id, noun) do update set last_number = reference_counter.last_number + 1
  returning last_number
$$;

-- A job is enqueued in the transaction of the change that needs it. No queue and, for changes, no key: a keyed job that starts
-- while it is being enqueued again swallows the second call, and a named queue stays locked for hours after its worker died.
create function enqueue_job(task text, payload json, key text default null, run_at timestamptz default null)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (payload ->> 'organizationId')::uuid is distinct from current_organization() then
    raise exception 'a job belongs to the organisation that enqueues it';
  end if;
  perform graphile_worker.add_job(task, payload := payload, job_key := key, run_at := run_at, max_attempts := 5);
end $$;
