-- As before, but for the table's name as text: a name is of another collation than the index of entries, which found them the long way.
create or replace function write_revision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tab text := tg_table_name;
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
      where organization_id = org and entity = tab and entity_id = this_id and upper_inf(validity);
    written_at := coalesce(written_at, ledger_time());
    update revision set validity = tstzrange(lower(validity), written_at)
      where organization_id = org and entity = tab and entity_id = this_id and upper_inf(validity);
  end if;
  insert into revision (organization_id, entity, entity_id, version, operation, at, actor_kind, actor_id, actor_name,
                        request_id, reason, row, validity)
  values (org, tab, this_id,
          coalesce((this ->> 'version')::int, 1) + case when tg_op = 'DELETE' then 1 else 0 end, lower(tg_op), written_at,
          current_setting('app.actor_kind'), current_setting('app.actor_id'), current_setting('app.actor_name'),
          current_setting('app.request_id')::uuid, coalesce(current_setting('app.reason', true), ''), this,
          case when tg_op = 'DELETE' then 'empty'::tstzrange else tstzrange(written_at, null) end);
  return null;
end $$;

-- What is derived is written some hundred rows at a time: they enter the ledger in one statement, with the very entries that
-- `write_revision` would write of each.
create function write_revisions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  request text := nullif(current_setting('app.request_id', true), '');
  tab text := tg_table_name;
  written_at timestamptz;
begin
  if not exists (select from written) then return null; end if;
  if request is null then raise exception 'a write to % outside of a recorded change', tg_table_name; end if;
  written_at := ledger_time();
  with begun as (
    select r.organization_id, r.seq, r.entity_id, lower(r.validity) as since, greatest(written_at, lower(r.validity)) as until
    from written w join revision r
      on r.organization_id = w.organization_id and r.entity = tab and r.entity_id = w.id and upper_inf(r.validity)
    where tg_op = 'UPDATE'
  ), ended as (
    update revision r set validity = tstzrange(b.since, b.until) from begun b
    where r.organization_id = b.organization_id and r.seq = b.seq
  )
  insert into revision (organization_id, entity, entity_id, version, operation, at, actor_kind, actor_id, actor_name,
                        request_id, reason, row, validity)
  select w.organization_id, tab, w.id, w.version, lower(tg_op), coalesce(b.until, written_at),
         current_setting('app.actor_kind'), current_setting('app.actor_id'), current_setting('app.actor_name'),
         request::uuid, coalesce(current_setting('app.reason', true), ''), to_jsonb(w),
         tstzrange(coalesce(b.until, written_at), null)
  from written w left join begun b on b.organization_id = w.organization_id and b.entity_id = w.id;
  return null;
end $$;

-- For a tracked table of many rows a statement; deletions, which come with what is deleted, stay one by one.
create function track_together(tab regclass) returns void language plpgsql as $$
begin
  execute format('drop trigger write_revision on %s', tab);
  execute format('create trigger write_revision after delete on %s for each row execute function write_revision()', tab);
  execute format('create trigger write_inserted after insert on %s referencing new table as written for each statement execute function write_revisions()', tab);
  execute format('create trigger write_updated after update on %s referencing new table as written for each statement execute function write_revisions()', tab);
end $$;

select track_together('control_state');
select track_together('risk_state');
select track_together('movement');
