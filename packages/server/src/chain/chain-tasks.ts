import type { TaskList } from 'graphile-worker'
import { Kysely, PostgresDialect } from 'kysely'
import type { Database } from '../db/database.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import type { Services } from '../services.ts'
import { recompute } from './recompute.ts'

/** When the passing of time is looked at, and when what was left waiting is (crontab of graphile-worker, UTC). */
export const chainSchedule = ['0 * * * * tick', '* * * * * sweep ?max=1 {waitingSeconds:60}'].join('\n')

/**
 * `recompute` works out one organisation and seals its ledger; `tick` has every organisation looked at again, since time has passed; `sweep` finds
 * those whose changes wait without a job, because a worker died or a job failed too often.
 */
export function chainTasks(services: Services): TaskList {
  const { pools, log } = services
  const jobs = new Kysely<Database>({ dialect: new PostgresDialect({ pool: pools.jobs }) })
  return {
    recompute: async (payload) => {
      const { organizationId, always } = readPayload(payload)
      const startedAt = performance.now()
      const done = await recompute(services, organizationId, { onlyWaiting: !always })
      await sealLedger(jobs, organizationId)
      if (done === null) return
      const ms = Math.round(performance.now() - startedAt)
      log.info({ organizationId, ...done, ms }, 'consequences worked out')
    },
    tick: async (_, { addJob }) => {
      const { rows } = await pools.owner.query<{ id: string }>('select list_organization_ids() as id')
      for (const { id } of rows) {
        await addJob('recompute', { organizationId: id, always: true }, { jobKey: `tick-${id}`, maxAttempts: 5 })
      }
    },
    sweep: async (payload, { addJob }) => {
      const seconds = Number((payload as { waitingSeconds?: unknown }).waitingSeconds ?? 0)
      const { rows } = await pools.owner.query<{ id: string }>(
        'select list_waiting_organization_ids(make_interval(secs => $1)) as id',
        [seconds],
      )
      for (const { id } of rows) {
        log.warn({ organizationId: id }, 'changes were waiting for their consequences; asking again')
        await addJob('recompute', { organizationId: id }, { jobKey: `waiting-${id}`, maxAttempts: 5 })
      }
    },
  }
}

function readPayload(payload: unknown): { readonly organizationId: string; readonly always: boolean } {
  const { organizationId, always } = (payload ?? {}) as Record<string, unknown>
  if (typeof organizationId !== 'string') throw new Error('A recompute job names no organisation.')
  return { organizationId, always: always === true }
}
