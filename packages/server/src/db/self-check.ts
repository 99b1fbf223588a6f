import type pg from 'pg'

/**
 * What would let a serving role see or write another organisation's rows. Empty means safe to serve.
 * Source: PostgreSQL documentation, "Row Security Policies": superusers, BYPASSRLS roles and unforced owners ignore policies.
 */
export async function findIsolationHoles(app: pg.Pool): Promise<readonly string[]> {
  const holes: string[] = []
  const role = (
    await app.query(
      `select current_user as name, rolsuper, rolbypassrls,
         exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')) as owns,
         exists (select 1 from pg_roles o where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member') and not o.rolname like 'pg\\_%') as inherits
       from pg_roles r where rolname = current_user`,
    )
  ).rows[0]
  if (role.rolsuper) holes.push(`The role ${role.name} is a superuser.`)
  if (role.rolbypassrls) holes.push(`The role ${role.name} may bypass row-level security.`)
  if (role.owns) holes.push(`The role ${role.name} owns tables.`)
  if (role.inherits) holes.push(`The role ${role.name} is a member of another role.`)
  const open = await app.query(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migration'
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  for (const row of open.rows) holes.push(`Row-level security is not forced on ${row.name}.`)
  const visible = await app.query('select count(*)::int as n from organization')
  if (visible.rows[0].n > 0) holes.push('Rows are visible without naming an organisation.')
  return holes
}
