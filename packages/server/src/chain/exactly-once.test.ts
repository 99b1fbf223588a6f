import type { Effect } from '@sinew/core/movement/movement.ts'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { listFailedJobs } from '../jobs/failed-jobs.ts'
import { startWorker, type Worker } from '../jobs/start-worker.ts'
import { listTasks } from '../tasks.ts'
import { change, insertEvidence, rowsOf, type TestChain, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { recompute } from './recompute.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const workers: Worker[] = []
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

async function startWorkers(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) workers.push(await startWorker(server.services, listTasks(server.services)))
}

/** The chain, and `count` further controls like its first, each with a need of its own and a hand in the same risk. */
async function startWideChain(count: number): Promise<readonly TestChain[]> {
  const { organizationId } = await server.createOrganization()
  const chain = await writeTestChain(server.services, organizationId)
  const more = await change(server.services, organizationId, {}, (tx) => insertControls(tx, chain, count))
  return [chain, ...more]
}

async function insertControls(tx: Writer, chain: TestChain, count: number): Promise<readonly TestChain[]> {
  const { organizationId, riskId } = chain
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const [controlId, needId] = [newId(), newId()]
      const about = { source: 'own', theme: 'people', implementation: 'implemented' }
      const named = { ref: `C-${n + 1}`, sort_key: 1000 + n, title: `Own ${n + 1}` }
      await tx
        .insertInto('control')
        .values({ organization_id: organizationId, id: controlId, ...named, ...about })
        .execute()
      const need = { control_id: controlId, title: 'Check', cadence_days: 90, nature: 'operation' }
      await tx
        .insertInto('evidence_need')
        .values({ organization_id: organizationId, id: needId, ...need })
        .execute()
      const link = { risk_id: riskId, control_id: controlId, effect: 'frequency' }
      await tx
        .insertInto('risk_control')
        .values({ organization_id: organizationId, id: newId(), ...link, reduction_low: 0.1, reduction_high: 0.2 })
        .execute()
      return { ...chain, controlId, needId }
    }),
  )
}

const query = <T>(organizationId: string, text: string) => rowsOf<T>(server.services, organizationId, text)

/** Until all is worked out; what a killed worker left is asked for again, as the sweep does once a minute. */
async function untilNothingWaits(organizationId: string): Promise<void> {
  for (let n = 0; n < 1200; n += 1) {
    if ((await query(organizationId, 'select 1 from pending_change')).length === 0) return
    if (n % 40 === 39) {
      await server.services.pools.owner.query(`select graphile_worker.add_job('sweep', '{"waitingSeconds":0}')`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`changes still wait: ${JSON.stringify(await listFailedJobs(server.services.pools.owner))}`)
}

type MovementRow = { readonly cause: { readonly id: string }; readonly chain: readonly Effect[] }

const movementsOf = (organizationId: string) =>
  query<MovementRow>(organizationId, 'select cause, chain from movement order by number')

/** Each piece has one movement, and the portfolio goes from nothing to where it stands without a gap or a step twice. */
async function expectToldOnce(organizationId: string, evidenceIds: readonly string[]): Promise<void> {
  const movements = await movementsOf(organizationId)
  const told = movements.map((movement) => movement.cause.id)
  for (const id of evidenceIds) expect(told.filter((one) => one === id)).toEqual([id])
  let value = 0
  for (const effect of movements.flatMap((movement) => movement.chain)) {
    if (effect.entity !== 'portfolio' || effect.quantity !== 'provenLoss') continue
    expect(Number(effect.before ?? 0)).toBeCloseTo(value, 3)
    value = Number(effect.after ?? 0)
  }
  const [state] = await query<{ proven_minor: number }>(organizationId, 'select proven_minor from portfolio_state')
  expect(Math.round(value)).toBe(state?.proven_minor)
}

// A killed job comes back when its time is up, or the sweep finds it: neither is quick on a busy machine.
describe('exactly once', { timeout: 120_000 }, () => {
  it('however many workers run while changes come in', async () => {
    const chains = await startWideChain(15)
    const organizationId = chains[0]?.organizationId ?? ''
    await recompute(server.services, organizationId)
    await startWorkers(3)
    const evidence = await Promise.all(
      chains.map((chain) =>
        change(server.services, organizationId, {}, (tx) => insertEvidence(tx, chain, { collectedAt: new Date() })),
      ),
    )
    await untilNothingWaits(organizationId)
    await expectToldOnce(organizationId, evidence)
    const [state] = await query<{ n: number }>(
      organizationId,
      'select count(*)::int as n from control_state where assurance = 1',
    )
    expect(state?.n).toBe(chains.length)
  })

  it('when connections are killed in the middle of it', async () => {
    const chains = await startWideChain(15)
    const organizationId = chains[0]?.organizationId ?? ''
    await recompute(server.services, organizationId)
    await startWorkers(2)
    let kills = 0
    let done = false
    // Only who works out consequences holds or awaits such a lock, on connections that are for jobs alone.
    const kill = async () => {
      const { rows } = await server.services.pools.owner.query(
        `select pg_terminate_backend(pid) as killed from pg_locks
         where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      )
      kills += rows.length
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    const killer = (async () => {
      while (!done) await kill()
    })()
    const evidence: string[] = []
    try {
      for (const chain of chains) {
        evidence.push(
          await change(server.services, organizationId, {}, (tx) =>
            insertEvidence(tx, chain, { collectedAt: new Date() }),
          ),
        )
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
      // However the workers and the killer fall in with each other, one of them is met holding the lock.
      while (kills === 0) {
        evidence.push(
          await change(server.services, organizationId, {}, (tx) =>
            insertEvidence(tx, chains[0] as TestChain, { collectedAt: new Date() }),
          ),
        )
      }
    } finally {
      done = true
      await killer
    }
    await untilNothingWaits(organizationId)
    await expectToldOnce(organizationId, evidence)
  })

  it('when several work out the same organisation at once, by hand', async () => {
    const chains = await startWideChain(5)
    const organizationId = chains[0]?.organizationId ?? ''
    const runs = await Promise.all(Array.from({ length: 5 }, () => recompute(server.services, organizationId)))
    expect(runs.map((run) => run?.movements ?? 0).filter((n) => n > 0)).toHaveLength(1)
    expect(runs.reduce((sum, run) => sum + (run?.changes ?? 0), 0)).toBe(3)
    await expectToldOnce(organizationId, [])
  })

  it('for a change that commits while an earlier one is being worked out', async () => {
    const chains = await startWideChain(2)
    const [first, second] = chains
    if (first === undefined || second === undefined) throw new Error('no chains')
    const { organizationId } = first
    await recompute(server.services, organizationId)
    // The second change begins before the run and commits after it: the run cannot see it, the next one must.
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const late = change(server.services, organizationId, {}, async (tx) => {
      const id = await insertEvidence(tx, second, { collectedAt: new Date() })
      begun.resolve()
      await gate.promise
      return id
    })
    await begun.promise
    expect(await recompute(server.services, organizationId)).toMatchObject({ changes: 0, movements: 0 })
    gate.resolve()
    const evidenceId = await late
    expect(await recompute(server.services, organizationId)).toMatchObject({ changes: 1, movements: 1 })
    await expectToldOnce(organizationId, [evidenceId])
  })
})

describe('a worker that starts', { timeout: 120_000 }, () => {
  it('finds changes whose job was lost, and shows jobs that fail', async () => {
    const chains = await startWideChain(1)
    const organizationId = chains[0]?.organizationId ?? ''
    await server.services.pools.owner.query('delete from graphile_worker._private_jobs')
    await server.services.pools.owner.query(
      `select graphile_worker.add_job('recompute', '{"organizationId":"${newId()}"}', max_attempts := 1)`,
    )
    await startWorkers(1)
    await untilNothingWaits(organizationId)
    await expectToldOnce(organizationId, [])
    await server.services.pools.owner.query(
      `select graphile_worker.add_job('recompute', '{"nothing":1}', max_attempts := 1)`,
    )
    for (let n = 0; n < 400 && (await listFailedJobs(server.services.pools.owner)).length === 0; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(await listFailedJobs(server.services.pools.owner)).toMatchObject([
      { task: 'recompute', error: expect.stringContaining('names no organisation'), retries: false },
    ])
  })
})
