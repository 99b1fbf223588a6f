import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { asOf as readAsOf } from '../db/time-travel.ts'
import { inOrganization } from '../ledger/settings.ts'
import {
  change,
  foundExample,
  insertAcceptance,
  insertEvidence,
  rowsOf,
  type TestChain,
  writeTestChain,
} from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { recompute } from './recompute.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
/** The story starts 400 days ago. */
const start = Date.now() - 400 * dayMs
const day = (days: number) => new Date(start + days * dayMs)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

/** A chain proven since day 1, its risk accepted on day 2. */
async function startStory(): Promise<TestChain> {
  const { services } = server
  const organizationId = await foundExample(services, day(0))
  const chain = await writeTestChain(services, organizationId, day(0))
  await recompute(services, organizationId, { at: day(0) })
  await change(services, organizationId, { at: day(1) }, (tx) => insertEvidence(tx, chain, { collectedAt: day(1) }))
  await recompute(services, organizationId, { at: day(1) })
  await change(services, organizationId, { at: day(2), by: 'J. Doe' }, (tx) => insertAcceptance(tx, chain, day(2)))
  await recompute(services, organizationId, { at: day(2) })
  return chain
}

type Moved = { readonly kind: string; readonly sentence: string; readonly episode_key: string; readonly at: Date }

const movementsSince = async (chain: TestChain, number: number) =>
  rowsOf<Moved>(
    server.services,
    chain.organizationId,
    `select kind, sentence, episode_key, at from movement where number > ${number} order by number`,
  )

async function countMovements(chain: TestChain): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    server.services,
    chain.organizationId,
    'select coalesce(max(number), 0) as n from movement',
  )
  return row?.n ?? 0
}

describe('as time passes', () => {
  it('a piece goes stale on its day, fades once a day, and takes the acceptance with it', async () => {
    const chain = await startStory()
    const { organizationId } = chain
    const known = await countMovements(chain)
    const at = (days: number) => recompute(server.services, organizationId, { at: day(days) })

    expect(await at(180.9)).toMatchObject({ movements: 0 })
    expect(await at(181.05)).toMatchObject({ movements: 1 })
    expect(await at(181.9)).toMatchObject({ movements: 0, states: 0 })
    expect(await at(182.05)).toMatchObject({ movements: 1 })
    const [first, second] = await movementsSince(chain, known)
    expect(first).toMatchObject({ kind: 'time', sentence: expect.stringContaining('Restore test 1 day late') })
    expect(first?.sentence).toContain('SoA A.8.13 proven → stale')
    expect(second?.sentence).toContain('Restore test 2 days late')
    expect(second?.episode_key).toBe(first?.episode_key)
    expect(first?.at).toEqual(day(181.05))

    const late = await at(260)
    expect(late).toMatchObject({ movements: 1, reopened: 1 })
    const [last] = await movementsSince(chain, known + 2)
    expect(last?.sentence).toMatch(/Restore test 79 days late.*acceptance by J\. Doe of .* reopened/)
    // Written at the instant the story tells, by the system, for that reason.
    const [revision] = await rowsOf(
      server.services,
      organizationId,
      `select at, actor_kind, reason from revision where entity = 'risk_acceptance' and operation = 'update'`,
    )
    expect(revision).toEqual({ at: day(260), actor_kind: 'system', reason: last?.sentence })
  })

  it('a piece dated a little ahead starts to count at its time', async () => {
    const { services } = server
    const { organizationId } = await server.createOrganization()
    const chain = await writeTestChain(services, organizationId)
    const soon = new Date(Date.now() + hourMs / 2)
    await change(services, organizationId, {}, (tx) => insertEvidence(tx, chain, { collectedAt: soon }))
    await recompute(services, organizationId)
    const { rows } = await services.pools.owner.query(
      `select run_at from graphile_worker.jobs where key = 'later-${organizationId}'`,
    )
    expect(rows).toEqual([{ run_at: soon }])
  })

  it('is told by a story only in an example; every other organisation lives now', async () => {
    const { organizationId } = await server.createOrganization()
    await expect(recompute(server.services, organizationId, { at: day(1) })).rejects.toThrow('only an example')
    const live = await recompute(server.services, organizationId)
    expect(Math.abs((live?.at.getTime() ?? 0) - Date.now())).toBeLessThan(hourMs)
  })

  it('never runs backwards', async () => {
    const chain = await startStory()
    const back = await recompute(server.services, chain.organizationId, { at: day(1) })
    expect(back).toMatchObject({ at: day(2), movements: 0, states: 0 })
  })
})

describe('a snapshot of the past', () => {
  it('is the snapshot that was', async () => {
    const chain = await startStory()
    const then = await snapshotOf(chain.organizationId, null)
    await change(server.services, chain.organizationId, { at: day(30) }, async (tx) => {
      await insertEvidence(tx, chain, { collectedAt: day(30), result: 'fail' })
      await tx.updateTable('control').set({ applicable: false }).where('id', '=', chain.controlId).execute()
      await tx.deleteFrom('risk_control').execute()
      await tx.insertInto('collector').values(collectorOf(chain)).execute()
      await tx.deleteFrom('evidence_need').where('control_id', '<>', chain.controlId).execute()
    })
    await change(server.services, chain.organizationId, { at: day(40) }, (tx) =>
      tx.deleteFrom('evidence_serves').execute(),
    )
    const now = await snapshotOf(chain.organizationId, null)
    expect(now).not.toEqual(then)
    expect(await snapshotOf(chain.organizationId, day(29))).toEqual(then)
    expect(await snapshotOf(chain.organizationId, day(50))).toEqual(now)
    const need = now.controls.find((control) => control.id === chain.controlId)?.needs[0]
    expect(need?.newest).toMatchObject({ state: 'withdrawn', result: { kind: 'fail' } })
  })

  it('names the decisions that are still in force, by whom and why', async () => {
    const { services } = server
    const { organizationId } = await server.createOrganization()
    const chain = await writeTestChain(services, organizationId)
    const weaken = (days: number, reason: string) =>
      change(services, organizationId, { by: 'Bo', reason }, (tx) =>
        tx.updateTable('evidence_need').set({ cadence_days: days }).where('id', '=', chain.needId).execute(),
      )
    await weaken(365, 'Too much work')
    const [decision] = await decisionsOn(chain)
    expect(decision).toMatchObject({ kind: 'need_weakened', actorName: 'Bo', reason: 'Too much work' })
    expect(decision?.sentence).toContain('every 180 → 365 days')
    await weaken(180, 'Back')
    expect(await decisionsOn(chain)).toEqual([])
    await change(services, organizationId, { by: 'Bo', reason: 'No servers' }, (tx) =>
      tx.updateTable('control').set({ applicable: false }).where('id', '=', chain.controlId).execute(),
    )
    await change(services, organizationId, { by: 'Cy', reason: 'Not needed' }, (tx) =>
      tx.deleteFrom('evidence_need').where('id', '=', chain.needId).execute(),
    )
    expect((await decisionsOn(chain)).map((one) => one.kind)).toEqual(['control_excluded', 'need_removed'])
  })
})

async function decisionsOn({ organizationId, controlId }: TestChain) {
  // The chain's own set-up took the shipped needs of its control away; those are not looked at here.
  const { decisions } = await snapshotOf(organizationId, null)
  return decisions.filter((one) => one.controlId === controlId && one.actorName !== 'Ada Admin')
}

function collectorOf({ organizationId }: TestChain) {
  return { organization_id: organizationId, id: newId(), number: 1, name: 'Scanner', tool: 'scanner', cadence_days: 7 }
}

async function snapshotOf(organizationId: string, asOf: Date | null): Promise<ChainSnapshot> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: server.services.pools.app }) })
  const actor = { kind: 'system', id: 'test', name: 'Test' } as const
  return inOrganization(db, { organizationId, actor, requestId: newId() }, (tx) =>
    loadSnapshot({ db: asOf === null ? tx : readAsOf(tx, server.services.timeTravelTables, asOf), asOf }),
  )
}
