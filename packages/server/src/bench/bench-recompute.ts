import type { Client } from '@sinew/contract/client.ts'
import { createEvidence, getEvidence, listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { Kysely, PostgresDialect } from 'kysely'
import { loadSnapshot } from '../chain/load-snapshot.ts'
import { recompute } from '../chain/recompute.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import type { Services } from '../services.ts'
import type { Figure } from './bench-report.ts'
import { type Measured, measure } from './measure.ts'

const aimMs = 500

/** Works out the whole organisation: as time passes day by day until now, then at rest, then after one new piece each. */
export async function benchRecompute(
  services: Services,
  client: Client,
  organizationId: string,
  runs: number,
): Promise<readonly Figure[]> {
  const group = 'Recompute of the whole organisation'
  const from = Date.now() - (runs + 3) * dayMs
  const passed = await measure(
    'a day passed',
    (run) => recompute(services, organizationId, { at: new Date(from + (run + 1) * dayMs) }),
    { runs, warmUp: 2 },
  )
  await recompute(services, organizationId)
  const [loading, deriving] = await benchParts(services, organizationId, runs)
  const nothing = await measure('nothing changed', () => recompute(services, organizationId), { runs })
  const changed = await benchOneChange(services, client, organizationId, runs)
  const figure = (measured: Measured): Figure => ({ ...measured, group, aimMs, beside: deriving })
  return [
    figure(nothing),
    figure(changed),
    figure(passed),
    { ...loading, group, beside: deriving },
    { ...deriving, group },
  ]
}

async function benchParts(
  services: Services,
  organizationId: string,
  runs: number,
): Promise<readonly [Measured, Measured]> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: services.pools.app }) })
  const actor = { kind: 'system', id: 'bench', name: 'Bench' } as const
  const load = () =>
    inOrganization(db, { organizationId, actor, requestId: newId() }, (tx) => loadSnapshot({ db: tx, asOf: null }))
  const snapshot = await load()
  const now = Date.now()
  return [
    await measure('loading alone', load, { runs }),
    await measure('deriving alone', async () => deriveChain(snapshot, now), { runs }),
  ]
}

/** Times the recompute that follows each new piece, not the request that brings it. */
async function benchOneChange(
  services: Services,
  client: Client,
  organizationId: string,
  runs: number,
): Promise<Measured> {
  const params = { organizationId }
  const { items } = await client.call(listEvidence, { params, query: { pageSize: 30 } })
  const needIds: string[] = []
  for (const { id } of items) {
    const { needs } = await client.call(getEvidence, { params: { ...params, evidenceId: id } })
    needIds.push(...needs.map((need) => need.needId))
  }
  const add = (run: number) =>
    client.call(createEvidence, {
      params,
      body: {
        title: `Check ${run}`,
        kind: 'note',
        note: 'Seen.',
        nature: 'operation',
        result: { kind: run % 2 === 0 ? 'fail' : 'pass' },
        needIds: needIds.slice(run % needIds.length, (run % needIds.length) + 1),
      },
    })
  return measure('one piece of evidence changed', () => recomputeOnce(services, organizationId), {
    runs,
    before: add,
  })
}

async function recomputeOnce(services: Services, organizationId: string): Promise<void> {
  const done = await recompute(services, organizationId)
  if (done === null || done.changes === 0) throw new Error('The new piece was not waiting to be worked out')
}
