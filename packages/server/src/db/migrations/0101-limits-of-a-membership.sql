-- A membership may end on a day, and an auditor's may be limited to a period and to areas of rights (null: all of them).
-- Days are kept as their first instant in UTC.
alter table member
  add column access_until timestamptz,
  add column read_from timestamptz,
  add column read_until timestamptz,
  add column read_areas text[],
  add constraint owners_stay check (role <> 'owner' or access_until is null),
  add constraint only_auditors_are_limited
    check (role = 'auditor' or (read_from is null and read_until is null and read_areas is null)),
  add constraint period_runs_forward check (read_from <= read_until);
alter table invitation
  add column access_until timestamptz,
  add column read_from timestamptz,
  add column read_until timestamptz,
  add column read_areas text[],
  add constraint owners_stay check (role <> 'owner' or access_until is null),
  add constraint only_auditors_are_limited
    check (role = 'auditor' or (read_from is null and read_until is null and read_areas is null)),
  add constraint period_runs_forward check (read_from <= read_until);
