import type { incidentRiskRegister } from '@sinew/core/incident/incident-parts.ts'
import { sharedLossRefusals, totalLoss } from '@sinew/core/incident/incident-rules.ts'
import { noonOf } from '@sinew/core/occurrence/occurrence-rules.ts'
import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import type { GivenOf, RecordOf } from '@sinew/core/register/register.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'

type Given = GivenOf<typeof incidentRiskRegister>
type Confirmed = RecordOf<typeof incidentRiskRegister>

/** A near miss cost nothing, and no risk carries what another one carries already. */
export async function refuseConfirmation(
  tx: Writer,
  given: Given,
  before: Confirmed | null,
): Promise<readonly Refusal[]> {
  if (before !== null && before.riskId !== given.riskId) {
    return refuse('another-risk', 'It is confirmed against this risk: remove it and confirm the other one.')
  }
  if (given.lossMinor === null) return []
  if (given.kind === 'near_miss')
    return refuse('near-miss-with-loss', 'A near miss cost nothing: leave the loss empty.')
  if (given.lossMinor === 0)
    return refuse('loss-not-positive', 'What cost nothing is a near miss; what is not known stays empty.')
  const incident = await tx
    .selectFrom('incident')
    .select(['direct_loss_minor', 'response_cost_minor', 'fines_minor', 'other_loss_minor'])
    .where('id', '=', given.incidentId)
    .executeTakeFirst()
  const others = await tx
    .selectFrom('incident_risk')
    .select((select) => select.fn.sum<number | null>('loss_minor').as('sum'))
    .where('incident_id', '=', given.incidentId)
    .where('risk_id', '!=', given.riskId)
    .executeTakeFirstOrThrow()
  if (incident === undefined) return []
  const { direct_loss_minor, response_cost_minor, fines_minor, other_loss_minor } = incident
  const total = totalLoss([direct_loss_minor, response_cost_minor, fines_minor, other_loss_minor])
  return sharedLossRefusals(total, Number(others.sum ?? 0) + given.lossMinor)
}

/** The occurrence on the risk: made once, kept in step afterwards. */
export async function writeOccurrence(ctx: Context, tx: Writer, confirmed: Confirmed): Promise<void> {
  const incident = await tx
    .selectFrom('incident')
    .select(['number', 'noticed_at', 'occurred_at'])
    .where('id', '=', confirmed.incidentId)
    .executeTakeFirstOrThrow()
  const ref = `IN-${incident.number}`
  const noticed = noonOf(incident.noticed_at.getTime())
  const occurred = Math.min(noticed, noonOf((incident.occurred_at ?? incident.noticed_at).getTime()))
  const told = {
    kind: confirmed.kind,
    title: confirmed.title.slice(0, 200),
    occurred_at: new Date(occurred),
    discovered_at: new Date(noticed),
    loss_minor: confirmed.lossMinor,
  }
  if (confirmed.occurrenceId !== null) {
    await sql`select set_config('app.reason', ${`Corrected in ${ref}`}, true)`.execute(tx)
    await tx.updateTable('risk_occurrence').set(told).where('id', '=', confirmed.occurrenceId).execute()
    return
  }
  const known = await tx
    .selectFrom('risk_occurrence')
    .select('id')
    .where('risk_id', '=', confirmed.riskId)
    .where('external_ref', '=', ref)
    .executeTakeFirst()
  const id = known?.id ?? newId()
  if (known === undefined) {
    await tx
      .insertInto('risk_occurrence')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'risk_occurrence'),
        risk_id: confirmed.riskId,
        ...told,
        source: ref,
        external_ref: ref,
        reported_by: ctx.actor.id,
        reported_by_name: ctx.actor.name,
      })
      .execute()
  } else await tx.updateTable('risk_occurrence').set(told).where('id', '=', id).execute()
  await tx.updateTable('incident_risk').set({ occurrence_id: id }).where('id', '=', confirmed.id).execute()
}

/** It was none on this risk after all: its occurrence goes too, and the ledger says why. */
export async function takeOccurrenceBack(tx: Writer, { occurrenceId, incidentId }: Confirmed): Promise<void> {
  if (occurrenceId === null) return
  const { number } = await tx
    .selectFrom('incident')
    .select('number')
    .where('id', '=', incidentId)
    .executeTakeFirstOrThrow()
  await sql`select set_config('app.reason', ${`Not on this risk after all, says IN-${number}`}, true)`.execute(tx)
  await tx.deleteFrom('risk_occurrence').where('id', '=', occurrenceId).execute()
}

/** Times of an incident that were corrected hold for its occurrences too. */
export async function correctOccurrences(ctx: Context, tx: Writer, incidentId: string): Promise<void> {
  const confirmed = await tx.selectFrom('incident_risk').selectAll().where('incident_id', '=', incidentId).execute()
  for (const one of confirmed) {
    await writeOccurrence(ctx, tx, {
      id: one.id,
      incidentId,
      riskId: one.risk_id,
      title: one.title,
      kind: one.kind as Confirmed['kind'],
      lossMinor: one.loss_minor,
      occurrenceId: one.occurrence_id,
    } as Confirmed)
  }
}
