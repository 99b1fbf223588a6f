import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { asOf } from '../db/time-travel.ts'
import { inOrganization, setLedger } from '../ledger/settings.ts'
import { change, foundExample, insertEvidence, type TestChain, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { keptChain, pastChain } from './kept-chain.ts'
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

describe('a chain of the past that is kept', () => {
  const readPast = (organizationId: string, instant: Date) =>
    inOrganization(db, { organizationId, actor, requestId: newId() }, (tx) =>
      pastChain(asOf(tx, server.services.timeTravelTables, instant), instant),
    )
  const later = () => new Promise<Date>((resolve) => setTimeout(() => resolve(new Date()), 10))

  it('is loaded once for each instant, by whichever page asks first', async () => {
    const { organizationId } = await startChain()
    const instant = await later()
    // It is kept once whatever any organisation was writing while it was loaded is over.
    await vi.waitFor(async () => {
      const first = await readPast(organizationId, instant)
      expect((await readPast(organizationId, instant)).chain()).toBe(first.chain())
      expect(await readPast(organizationId, await later())).not.toBe(first)
    }, 30_000)
  })

  it('is loaded again once anything was written, and the same unless that was about the past', async () => {
    const chain = await startChain()
    const instant = await later()
    const first = await readPast(chain.organizationId, instant)
    await later()
    await prove(chain)
    const second = await readPast(chain.organizationId, instant)
    expect(second).not.toBe(first)
    expect(second).toMatchObject({ at: first.at, snapshot: first.snapshot })
  })

  it('takes in what an example’s story tells of a time that was looked at already', async () => {
    const day = (n: number) => new Date(Date.now() + (n - 200) * 86_400_000)
    const organizationId = await foundExample(server.services, day(0))
    const chain = await writeTestChain(server.services, organizationId, day(0))
    const newest = (kept: Awaited<ReturnType<typeof readPast>>) =>
      kept.snapshot.controls.flatMap((control) => control.needs).filter((need) => need.newest !== null).length
    const instant = day(50)
    expect(newest(await readPast(organizationId, instant))).toBe(0)
    await change(server.services, organizationId, { at: day(40) }, (tx) =>
      insertEvidence(tx, chain, { collectedAt: day(40) }),
    )
    expect(newest(await readPast(organizationId, instant))).toBe(1)
  })

  it('is loaded again for what was being written while it was loaded, though others finished first', async () => {
    const chain = await startChain()
    const { organizationId } = chain
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    // It takes its places in the ledger and its time now, and is seen only when it is over.
    const writing = change(server.services, organizationId, {}, async (tx) => {
      await insertEvidence(tx, chain, { collectedAt: new Date() })
      begun.resolve()
      await gate.promise
    })
    await begun.promise
    await change(server.services, organizationId, {}, (tx) =>
      tx.updateTable('organization').set({ scope: 'Wider' }).execute(),
    )
    const instant = await later()
    const newest = (kept: Awaited<ReturnType<typeof readPast>>) =>
      kept.snapshot.controls.flatMap((control) => control.needs).filter((need) => need.newest !== null).length
    expect(newest(await readPast(organizationId, instant))).toBe(0)
    gate.resolve()
    await writing
    expect(newest(await readPast(organizationId, instant))).toBe(1)
  })

  it('is never that of another organisation', async () => {
    const [ours, theirs] = [await startChain(), await startChain()]
    const instant = await later()
    for (const { organizationId } of [ours, theirs, ours]) {
      expect((await readPast(organizationId, instant)).snapshot.organizationId).toBe(organizationId)
    }
  })
})
