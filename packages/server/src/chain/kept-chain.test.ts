import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization, setLedger } from '../ledger/settings.ts'
import { change, insertEvidence, type TestChain, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { keptChain } from './kept-chain.ts'
import { recompute } from './recompute.ts'

let server: TestServer
let db: Kysely<Database>
beforeAll(async () => {
  server = await startTestServer()
  db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: server.services.pools.app }) })
})

const actor = { kind: 'system', id: 'test', name: 'Test' } as const
const read = (organizationId: string) =>
  inOrganization(db, { organizationId, actor, requestId: newId() }, (tx) => keptChain(tx))

async function startChain(): Promise<TestChain> {
  const { organizationId } = await server.createOrganization()
  const chain = await writeTestChain(server.services, organizationId)
  await recompute(server.services, organizationId)
  return chain
}

async function prove(chain: TestChain): Promise<void> {
  await change(server.services, chain.organizationId, {}, (tx) =>
    insertEvidence(tx, chain, { collectedAt: new Date() }),
  )
  await recompute(server.services, chain.organizationId)
}

describe('the chain that is kept in memory', () => {
  it('is not there before anything was worked out', async () => {
    const { organizationId } = await server.createOrganization()
    expect(await read(organizationId)).toBeNull()
  })

  it('is derived once, until it is worked out again', async () => {
    const chain = await startChain()
    const first = await read(chain.organizationId)
    expect((await read(chain.organizationId))?.chain()).toBe(first?.chain())
    expect(first?.chain().portfolio.gapMinor).toBeGreaterThan(0)
    await prove(chain)
    const second = await read(chain.organizationId)
    expect(second?.chain().portfolio.gapMinor).toBe(0)
    await recompute(server.services, chain.organizationId)
    expect((await read(chain.organizationId))?.at).toBeGreaterThan(second?.at ?? 0)
  })

  it('is never that of another organisation, nor anybody’s where none is named', async () => {
    const [ours, theirs] = [await startChain(), await startChain()]
    for (const { organizationId } of [ours, theirs, ours]) {
      expect((await read(organizationId))?.snapshot.organizationId).toBe(organizationId)
    }
    expect(await keptChain(db)).toBeNull()
  })

  it('is what each transaction sees, while a newer one is there already', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const gap = async () => (await read(organizationId))?.chain().portfolio.gapMinor
    const before = await gap()
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        await setLedger(tx, { organizationId, actor, requestId: newId() })
        await tx.selectFrom('control').select('id').limit(1).execute()
        await prove(chain)
        expect(await gap()).toBe(0)
        expect((await keptChain(tx))?.chain().portfolio.gapMinor).toBe(before)
        expect(await gap()).toBe(0)
      })
  })
})
