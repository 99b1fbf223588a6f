-- How far the telling of an example company's story has come; nobody's change, so it is kept out of the ledger.

create table example_progress (
  organization_id uuid primary key references organization,
  state text not null check (state in ('telling', 'told', 'failed')),
  done int not null,
  total int not null,
  -- The day of the story that is being told.
  told_until timestamptz,
  started_at timestamptz,
  -- Each note of progress is a sign of life: a story without one for a minute was interrupted.
  updated_at timestamptz not null default now()
);
select isolate_table('example_progress');

-- Removes the chosen organisation with everything in it, if it is an example. Tables that others still point at wait for the
-- next round. One line stays in the ledger: that it was removed, when and by whom.
create function remove_example() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  org uuid := current_organization();
  waiting text[];
  refused text[];
  tab text;
begin
  if not exists (select from organization where organization_id = org and is_example) then
    raise exception 'only an example organisation is ever removed';
  end if;
  perform set_config('app.removing_example', org::text, true);
  select array_agg(c.relname::text) into waiting from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'organization';
  while cardinality(waiting) > 0 loop
    refused := '{}';
    foreach tab in array waiting loop
      begin
        execute format('delete from %I where organization_id = $1', tab) using org;
      exception when foreign_key_violation then
        refused := refused || tab;
      end;
    end loop;
    if cardinality(refused) = cardinality(waiting) then raise exception 'nothing lets go of %', refused; end if;
    waiting := refused;
  end loop;
  delete from organization where organization_id = org;
  perform set_config('app.removing_example', '', true);
end $$;
