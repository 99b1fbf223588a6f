import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Writer } from '../context.ts'
import { newId, nextNumber } from './identity.ts'

type Started = {
  readonly organizationId: string
  readonly runId: string
  readonly checklistId: string
  readonly at: Date
}

/** The steps of a checklist as tasks of one run, each with its day. */
export async function addChecklistTasks(
  tx: Writer,
  { organizationId, runId, checklistId, at }: Started,
): Promise<void> {
  const items = await tx
    .selectFrom('checklist_item')
    .select(['title', 'days', 'owner_id'])
    .where('checklist_id', '=', checklistId)
    .orderBy('number')
    .execute()
  for (const { title, days, owner_id } of items) {
    await tx
      .insertInto('checklist_task')
      .values({
        organization_id: organizationId,
        id: newId(),
        number: await nextNumber(tx, 'checklist_task'),
        run_id: runId,
        title,
        due_at: new Date(at.getTime() + (days ?? 0) * dayMs),
        owner_id,
      })
      .execute()
  }
}

type Leaver = { readonly organizationId: string; readonly personId: string; readonly name: string; readonly at: Date }

/** Every checklist for leavers that is in use is started for somebody who left, unless it is under way. */
export async function startLeaverChecklists(
  tx: Writer,
  { organizationId, personId, name, at }: Leaver,
  ownerId: string | null,
): Promise<void> {
  const lists = await tx
    .selectFrom('checklist')
    .select(['id', 'title'])
    .where('occasion', '=', 'leaver')
    .where('is_used', '=', true)
    .orderBy('number')
    .execute()
  for (const list of lists) {
    const running = await tx
      .selectFrom('checklist_run')
      .select('id')
      .where('checklist_id', '=', list.id)
      .where('person_id', '=', personId)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (running !== undefined) continue
    const runId = newId()
    await tx
      .insertInto('checklist_run')
      .values({
        organization_id: organizationId,
        id: runId,
        number: await nextNumber(tx, 'checklist_run'),
        title: `${name}: ${list.title}`.slice(0, 200),
        checklist_id: list.id,
        person_id: personId,
        at,
        owner_id: ownerId,
      })
      .execute()
    await addChecklistTasks(tx, { organizationId, runId, checklistId: list.id, at })
  }
}
