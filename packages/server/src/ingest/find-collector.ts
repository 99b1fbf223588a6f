import type { pushReport as route } from '@sinew/contract/ingest/ingest-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Observation } from '@sinew/core/ingest/observation.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, invalidField, notFound, RefusalError } from '../errors.ts'

type Query = Pick<ParsedQuery<typeof route>, 'collectorId' | 'cadenceDays'>

/**
 * The collector a report belongs to, locked, so that its reports are taken one after the other. Without a name the report's
 * tool and account decide, and the first report registers it.
 */
export async function lockCollectorOf(ctx: Context, tx: Writer, query: Query, observations: readonly Observation[]) {
  const tool = observations[0]?.tool.toLowerCase() ?? ''
  const collectorId = query.collectorId ?? (await collectorFor(ctx, tx, tool, query.cadenceDays, observations))
  const row = await tx.selectFrom('collector').selectAll().where('id', '=', collectorId).forUpdate().executeTakeFirst()
  if (!row) throw notFound('collector')
  if (row.tool !== tool) {
    const message = `${row.name} takes reports of ${row.tool}; this one is by ${tool}.`
    throw new RefusalError([{ code: 'collector-of-other-tool', message }])
  }
  assertAllowed(
    row.active
      ? []
      : [{ code: 'collector-disabled', message: `${row.name} is switched off. Switch it on before it reports.` }],
  )
  return row
}

async function collectorFor(
  ctx: Context,
  tx: Writer,
  tool: string,
  cadenceDays: number,
  observations: readonly Observation[],
): Promise<string> {
  const scope = scopeOf(observations)
  const find = () =>
    tx.selectFrom('collector').select('id').where('tool', '=', tool).where('scope', '=', scope).executeTakeFirst()
  const existing = await find()
  if (existing) return existing.id
  const name = `${observations[0]?.tool ?? tool} on ${scope}`
  await tx
    .insertInto('collector')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      number: await nextNumber(tx, 'collector'),
      name: name.slice(0, 200),
      tool,
      scope,
      cadence_days: cadenceDays,
    })
    // Another push may have registered it this moment.
    .onConflict((conflict) => conflict.columns(['organization_id', 'tool', 'scope']).doNothing())
    .execute()
  const registered = await find()
  if (!registered) throw new Error('A collector that was registered cannot be found.')
  return registered.id
}

/** What the report is about: its one account, or the platform where no account is named. */
function scopeOf(observations: readonly Observation[]): string {
  const accounts = [...new Set(observations.map((one) => one.subject.account))].sort()
  if (accounts.length > 1) {
    const some = accounts
      .slice(0, 3)
      .map((account) => account || 'an unnamed one')
      .join(', ')
    const message = `The report covers ${accounts.length} accounts (${some}${accounts.length > 3 ? ', …' : ''}). Say which collector it belongs to.`
    throw invalidField('collectorId', message)
  }
  return (accounts[0] || observations[0]?.platform || 'an unnamed account').slice(0, 200)
}
