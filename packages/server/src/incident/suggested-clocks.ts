import type { SuggestedClock } from '@sinew/contract/incident/incident-contract.ts'
import { dueOf, regimes, suggestedClocks } from '@sinew/core/incident/notification-clock.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { clockStart } from './due-times.ts'

/** Notifications that nobody has decided on, each with when it would be due. */
export async function findSuggestedClocks({ db }: Context, incidentId: string): Promise<SuggestedClock[]> {
  const incident = await db
    .selectFrom('incident')
    .select(['severity', 'personal_data', 'state'])
    .where('id', '=', incidentId)
    .executeTakeFirst()
  if (!incident) throw notFound('incident')
  // What was sorted out as an event has nobody to tell of.
  if (incident.state === 'event') return []
  const decided = await db
    .selectFrom('incident_notification')
    .select(['regime', 'obligation_id'])
    .where('incident_id', '=', incidentId)
    .execute()
  const obligations = await db
    .selectFrom('obligation')
    .select(['id', 'title', 'party', 'notify_hours'])
    .where('notify_hours', 'is not', null)
    .orderBy('number')
    .execute()
  const start = await clockStart(db, incidentId)
  const parties = new Map(obligations.map(({ id, party, title }) => [id, party || title]))
  return suggestedClocks(
    { severity: incident.severity, personalData: incident.personal_data },
    obligations.map(({ id, title, notify_hours }) => ({ id, title, notifyHours: notify_hours })),
    decided.map(({ regime, obligation_id }) => ({ regime, obligationId: obligation_id })),
  ).map(({ regime, why, obligationId, hours }) => {
    const due = dueOf(regime, start, hours ?? null)
    return {
      regime,
      why,
      title: (obligationId === undefined ? undefined : parties.get(obligationId)) ?? regimes[regime].to,
      obligationId: obligationId ?? null,
      hours: hours ?? null,
      dueAt: new Date(due.at).toISOString(),
      source: due.why,
    }
  })
}
