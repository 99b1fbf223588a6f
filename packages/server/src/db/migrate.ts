import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations as migrateJobs } from 'graphile-worker'
import type pg from 'pg'
import { type RoleNames, rolePassword } from './pools.ts'

const folder = new URL('./migrations/', import.meta.url)

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export async function listMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database to this release, forward only, one process at a time, each migration in a transaction of its own;
 * then gives the two serving roles exactly what they need.
 * @throws when the database was written by a newer release, or an applied migration was changed afterwards.
 */
export async function migrate(
  owner: pg.Pool,
  options: { readonly secret: string; readonly roles: RoleNames; readonly progress?: (name: string) => void },
): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['sinew-migrate'])
    await client.query('set client_min_messages = warning')
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const migrations = await listMigrations()
    const applied = new Map<string, string>(
      (await client.query('select name, hash from migration')).rows.map((row) => [row.name, row.hash]),
    )
    for (const name of applied.keys()) {
      if (!migrations.some((migration) => migration.name === name)) {
        throw new Error(
          `The database was written by a newer release (it has ${name}). Start that release or a later one.`,
        )
      }
    }
    for (const migration of migrations) {
      const hash = applied.get(migration.name)
      if (hash === migration.hash) continue
      if (hash !== undefined) throw new Error(`The migration ${migration.name} was changed after it had been applied.`)
      options.progress?.(migration.name)
      await client.query('begin')
      try {
        await client.query(migration.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`The migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
      }
    }
    await ensureRoles(client, options.roles, options.secret)
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => {})
    client.release()
  }
  await migrateJobs({ pgPool: owner })
}

/** Tables a serving role may only read and add to. */
const appendOnly = ['movement', 'movement_subject', 'file', 'ingest_run']
/** Tables in which nothing is ever deleted. */
const neverDeleted = ['evidence', 'observed_subject', 'soa_version', 'risk_acceptance', 'organization', 'collector']

async function ensureRoles(client: pg.PoolClient, roles: RoleNames, secret: string): Promise<void> {
  const database = client.escapeIdentifier((await client.query('select current_database() as name')).rows[0].name)
  for (const role of [roles.app, roles.auth]) {
    const exists = (await client.query('select 1 from pg_roles where rolname = $1', [role])).rowCount === 1
    const password = client.escapeLiteral(rolePassword(secret, role))
    const name = client.escapeIdentifier(role)
    if (!exists) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`)
    await client.query(`alter role ${name} password ${password}`)
    await client.query(`grant connect on database ${database} to ${name}`)
  }
  const app = client.escapeIdentifier(roles.app)
  const auth = client.escapeIdentifier(roles.auth)
  await client.query(`
    revoke create on schema public from public;
    revoke all on all tables in schema public from ${app}, ${auth};
    grant usage on schema public to ${app};
    grant select, insert, update, delete on all tables in schema public to ${app};
    revoke all on migration from ${app};
    revoke insert, update, delete on revision, ledger_seal from ${app};
    revoke update, delete on ${appendOnly.join(', ')} from ${app};
    revoke delete on ${neverDeleted.join(', ')} from ${app};
    grant usage on schema auth to ${auth};
    grant select, insert, update, delete on all tables in schema auth to ${auth};
    grant select on migration to ${app};
    revoke all on function past(text, timestamptz), past(text, timestamptz, uuid[]), seal_ledger() from public, ${auth};
    grant execute on function past(text, timestamptz), past(text, timestamptz, uuid[]), seal_ledger() to ${app};
  `)
}
