-- How far the telling of an example company's story has come; nobody's change, so it is kept out of the ledger.

create table example_progress (
  organization_id uuid primary key references organization,
  state text not null check (state in ('telling', 'told', 'failed')),
  done int not null,
  total int not null,
  updated_at timestamptz not null default now()
);
select isolate_table('example_progress');
