import type { TaskList } from 'graphile-worker'
import { Kysely, PostgresDialect } from 'kysely'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import type { Services } from '../services.ts'
import { takeMeasurements } from './take-measurements.ts'

/** When metrics are looked at (crontab of graphile-worker, UTC): a few minutes after consequences were worked out. */
export const objectiveSchedule = '10 * * * * measure-all'

const worker = { kind: 'system', id: 'measure', name: 'Sinew' } as const

/** `measure` takes what is due in one organisation; `measure-all` asks for every organisation. */
export function objectiveTasks(services: Pick<Services, 'pools' | 'log'>): TaskList {
  return {
    measure: async (payload) => {
      const { organizationId } = payload as { readonly organizationId: string }
      const taken = await measureDue(services, organizationId)
      if (taken > 0) services.log.info({ organizationId, taken }, 'metrics measured')
    },
    'measure-all': async (_, { addJob }) => {
      const { rows } = await services.pools.owner.query<{ id: string }>('select list_organization_ids() as id')
      for (const { id } of rows)
        await addJob('measure', { organizationId: id }, { jobKey: `measure-${id}`, maxAttempts: 5 })
    },
  }
}

/** Takes every computed metric that is due; how many. An example's story says itself when it measures. */
export async function measureDue(
  { pools }: Pick<Services, 'pools'>,
  organizationId: string,
  now?: Date,
): Promise<number> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: pools.jobs }) })
  const settings = { organizationId, actor: worker, requestId: newId() }
  return inOrganization(db, settings, async (tx) => {
    const story = await tx.selectFrom('example_progress').select('state').executeTakeFirst()
    if (story?.state === 'telling') return 0
    const { taken } = await takeMeasurements(tx, { organizationId, at: now ?? new Date(), metricIds: null })
    return taken.length
  })
}
