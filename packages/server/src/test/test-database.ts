import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { openPools, type Pools } from '../db/pools.ts'

export const testSecret = 'the secret of every test installation'

/** A database of its own for each test file, copied from one that the run migrated once. */
export async function openTestDatabase(): Promise<{ readonly pools: Pools; readonly drop: () => Promise<void> }> {
  const admin = inject('postgresUrl')
  const template = await templateDatabase(admin)
  const name = `sinew_test_${randomBytes(6).toString('hex')}`
  await run(admin, `create database ${name} template ${template}`)
  const pools = openPools(withDatabase(admin, name), testSecret)
  return {
    pools,
    drop: async () => {
      await pools.end()
      await run(admin, `drop database ${name} with (force)`)
    },
  }
}

/** Migrated once a run, whichever worker comes first. */
async function templateDatabase(admin: string): Promise<string> {
  const name = 'sinew_test_template'
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4711)')
    const exists = await client.query('select 1 from pg_database where datname = $1', [name])
    if (exists.rowCount === 0) {
      await client.query(`create database ${name}_making`)
      const pools = openPools(withDatabase(admin, `${name}_making`), testSecret)
      await migrate(pools.owner, { secret: testSecret, roles: pools.roles })
      await pools.end()
      await client.query(`alter database ${name}_making rename to ${name}`)
    }
  } finally {
    await client.end()
  }
  return name
}

function withDatabase(url: string, name: string): string {
  const copy = new URL(url)
  copy.pathname = `/${name}`
  return copy.toString()
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
