import { Kysely, PostgresDialect, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { inOrganization } from '../ledger/settings.ts'
import { seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import { asOf } from './time-travel.ts'

let server: TestServer
let db: Kysely<Database>
beforeAll(async () => {
  server = await startTestServer()
  db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: server.services.pools.app }) })
})

type Work<T> = Parameters<typeof inOrganization<T>>[2]

const within = <T>(organizationId: string, work: Work<T>) =>
  inOrganization(db, { organizationId, actor: { kind: 'system', id: 'test', name: 'Test' }, requestId: newId() }, work)

/** The rows of a table at an instant: as a store reads them, and as every version in the ledger tells. */
async function bothPasts(organizationId: string, table: keyof Database, instant: Date) {
  return within(organizationId, async (tx) => {
    const then = asOf(tx, server.services.timeTravelTables, instant)
    const read = await then
      .selectFrom(table as 'asset')
      .select(sql<string>`to_jsonb(${sql.table(table)})`.as('row'))
      .execute()
    const { rows: told } = await sql<{
      row: unknown
    }>`select row from revision where entity = ${table} and operation <> 'delete'
      and lower(validity) <= ${instant}::timestamptz and (upper(validity) is null or upper(validity) > ${instant}::timestamptz)`.execute(
      tx,
    )
    return { read: inOrder(read), told: inOrder(told) }
  })
}

const inOrder = (rows: readonly { readonly row: unknown }[]) =>
  rows.map(({ row }) => JSON.stringify(sorted(row))).sort()

function sorted(row: unknown): unknown {
  return Object.entries(row as Record<string, unknown>).sort(([a], [b]) => a.localeCompare(b))
}

async function clock(): Promise<Date> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  await new Promise((resolve) => setTimeout(resolve, 5))
  return rows[0]?.now ?? new Date(0)
}

const asset = (organizationId: string, number: number) =>
  ({ organization_id: organizationId, id: newId(), number, title: `Asset ${number}`, kind: 'site' }) as const

describe('the past', () => {
  it('is what the ledger tells, for every ledgered table, at any instant', async () => {
    const { organizationId, userId } = await server.createOrganization()
    const start = await clock()
    await seedRows(server.services.pools.app, organizationId, userId)
    const seeded = await clock()
    for (const table of server.services.timeTravelTables.keys()) {
      for (const instant of [start, seeded]) {
        const { read, told } = await bothPasts(organizationId, table as keyof Database, instant)
        expect(read, `${table} at ${instant.toISOString()}`).toEqual(told)
      }
    }
  })

  it('holds what was changed, deleted and brought back since, once each', async () => {
    const { organizationId } = await server.createOrganization()
    const [changed, deleted, untouched, returned] = [1, 2, 3, 4].map((n) => asset(organizationId, n + 100))
    if (!changed || !deleted || !untouched || !returned) throw new Error('no assets')
    const instants = [await clock()]
    const step = async (work: Work<unknown>) => {
      await within(organizationId, work)
      instants.push(await clock())
    }
    await step((tx) => tx.insertInto('asset').values([changed, deleted, untouched, returned]).execute())
    await step((tx) => tx.updateTable('asset').set({ title: 'Once' }).where('id', '=', changed.id).execute())
    await step((tx) => tx.deleteFrom('asset').where('id', 'in', [deleted.id, returned.id]).execute())
    await step(async (tx) => {
      await sql`select set_config('app.restoring', 'on', true)`.execute(tx)
      await tx.insertInto('asset').values(returned).execute()
    })
    await step(async (tx) => {
      await tx.updateTable('asset').set({ title: 'Twice' }).where('id', '=', changed.id).execute()
      await tx.updateTable('asset').set({ title: 'Thrice' }).where('id', '=', changed.id).execute()
    })
    const counts: number[] = []
    for (const instant of instants) {
      const { read, told } = await bothPasts(organizationId, 'asset', instant)
      expect(read).toEqual(told)
      counts.push(read.length)
    }
    expect(counts).toEqual([0, 4, 4, 2, 3, 3])
  })

  it('shows a row once, though the transaction that changed it last began before the one that changed it first', async () => {
    const { organizationId } = await server.createOrganization()
    const row = asset(organizationId, 1)
    await within(organizationId, (tx) => tx.insertInto('asset').values(row).execute())
    const began = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const early = within(organizationId, async (tx) => {
      began.resolve()
      await go.promise
      await tx.updateTable('asset').set({ title: 'Early, and last' }).where('id', '=', row.id).execute()
    })
    await began.promise
    const between = await clock()
    await within(organizationId, (tx) =>
      tx.updateTable('asset').set({ title: 'Late' }).where('id', '=', row.id).execute(),
    )
    go.resolve()
    await early
    for (const instant of [between, await clock()]) {
      const { read, told } = await bothPasts(organizationId, 'asset', instant)
      expect(read).toHaveLength(1)
      expect(read).toEqual(told)
    }
  })

  it('can be asked for by id, by what it belongs to and in joins, and never holds another organisation’s rows', async () => {
    const [ours, theirs] = [await server.createOrganization(), await server.createOrganization()]
    const [row, foreign] = [asset(ours.organizationId, 1), asset(theirs.organizationId, 1)]
    await within(ours.organizationId, (tx) => tx.insertInto('asset').values(row).execute())
    await within(theirs.organizationId, (tx) => tx.insertInto('asset').values(foreign).execute())
    const instant = await clock()
    await within(ours.organizationId, (tx) => tx.updateTable('asset').set({ title: 'Now' }).execute())
    await within(theirs.organizationId, (tx) => tx.updateTable('asset').set({ title: 'Now' }).execute())
    await within(ours.organizationId, async (tx) => {
      const then = asOf(tx, server.services.timeTravelTables, instant)
      const titles = async (ids: readonly string[]) =>
        (await then.selectFrom('asset').select('title').where('id', 'in', ids).execute()).map(({ title }) => title)
      expect(await titles([row.id])).toEqual(['Asset 1'])
      expect(await titles([foreign.id])).toEqual([])
      const joined = await then
        .selectFrom('asset')
        .innerJoin('organization', 'organization.organization_id', 'asset.organization_id')
        .leftJoin('person as owner', 'owner.id', 'asset.owner_id')
        .select(['asset.title', 'asset.version', 'owner.name'])
        .where('organization.id', '=', ours.organizationId)
        .execute()
      expect(joined).toEqual([{ title: 'Asset 1', version: 1, name: null }])
    })
  })
})
