import { type ClockStart, dueOf, type RegimeName } from '@sinew/core/incident/notification-clock.ts'
import type { Reader, Writer } from '../context.ts'

/** From when the clocks of an incident run. */
export async function clockStart(db: Reader, incidentId: string): Promise<ClockStart> {
  const incident = await db
    .selectFrom('incident')
    .select(['noticed_at', 'triaged_at'])
    .where('id', '=', incidentId)
    .executeTakeFirstOrThrow()
  const told = await db
    .selectFrom('incident_notification')
    .select(['regime', 'told_at'])
    .where('incident_id', '=', incidentId)
    .where('told_at', 'is not', null)
    .execute()
  return {
    awareAt: incident.noticed_at.getTime(),
    classifiedAt: incident.triaged_at?.getTime() ?? null,
    earlier: Object.fromEntries(told.map(({ regime, told_at }) => [regime, told_at?.getTime()])),
  }
}

/** Works out anew when each notification of an incident is due: one that was made can start the clock of the next. */
export async function setDueTimes(tx: Writer, incidentId: string): Promise<void> {
  const start = await clockStart(tx, incidentId)
  const clocks = await tx
    .selectFrom('incident_notification')
    .select(['id', 'regime', 'hours', 'due_at'])
    .where('incident_id', '=', incidentId)
    .execute()
  for (const { id, regime, hours, due_at } of clocks) {
    const due = new Date(dueOf(regime as RegimeName, start, hours).at)
    if (due.getTime() === due_at.getTime()) continue
    await tx.updateTable('incident_notification').set({ due_at: due }).where('id', '=', id).execute()
  }
}
