-- What auditors opened: one row for each object, or page without one, and hour. It is only ever added to, and names people
-- itself, so that it outlives their membership.
create table access_log (
  organization_id uuid not null references organization,
  id uuid not null,
  hour timestamptz not null,
  at timestamptz not null,
  member_id uuid not null,
  member_name text not null,
  member_email text not null,
  by_token boolean not null,
  route text not null,
  object_id uuid,
  primary key (organization_id, id),
  unique nulls not distinct (organization_id, hour, member_id, route, object_id, by_token)
);
create index access_log_by_time on access_log (organization_id, at desc, id);
select isolate_table('access_log');

create function keep_access_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and removing_example(old.organization_id) then return old; end if;
  raise exception 'the access log is only ever added to';
end $$;
create trigger keep_access_log before update or delete on access_log for each row execute function keep_access_log();
