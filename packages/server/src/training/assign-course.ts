import type { ParsedBody } from '@sinew/contract/route.ts'
import type { assignCourse as route } from '@sinew/contract/training/training-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'

/** Everybody who is still here, of those named and of the units; who has it open already is left out. */
export async function assignCourse(ctx: Context, courseId: string, input: ParsedBody<typeof route>) {
  return ctx.recorded({ derives: false }, async (tx) => {
    const course = await tx.selectFrom('course').select('title').where('id', '=', courseId).executeTakeFirst()
    if (!course) throw notFound('course')
    await assertKnown(tx, 'unit', input.unitIds)
    await assertKnown(tx, 'person', input.personIds)
    const people = await peopleOf(tx, input)
    assertAllowed(people.length === 0 ? refuse('nobody', 'Choose people or units: nobody would have to do it.') : [])
    const open = await tx
      .selectFrom('course_assignment')
      .select('person_id')
      .where('course_id', '=', courseId)
      .where('completed_at', 'is', null)
      .where('is_exempt', '=', false)
      .execute()
    const busy = new Set(open.map(({ person_id }) => person_id))
    const wanted = people.filter((id) => !busy.has(id))
    for (const personId of wanted) {
      await tx
        .insertInto('course_assignment')
        .values({
          organization_id: ctx.organizationId,
          id: newId(),
          number: await nextNumber(tx, 'course_assignment'),
          course_id: courseId,
          person_id: personId,
          title: course.title,
          due_at: new Date(input.dueAt),
        })
        .execute()
    }
    return { assigned: wanted.length, leftOut: people.length - wanted.length }
  })
}

async function assertKnown(tx: Writer, table: 'unit' | 'person', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  // Both tables have an id; the compiler gives up on the union.
  const rows = await tx
    .selectFrom(table as 'person')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  if (rows.length < new Set(ids).size) throw notFound(table)
}

async function peopleOf(
  tx: Writer,
  { personIds, unitIds, everybody }: Pick<ParsedBody<typeof route>, 'personIds' | 'unitIds' | 'everybody'>,
): Promise<string[]> {
  let people = tx.selectFrom('person').select('id').where('active', '=', true).orderBy('number')
  if (!everybody) {
    if (personIds.length + unitIds.length === 0) return []
    people = people.where((where) =>
      where.or([
        ...(personIds.length > 0 ? [where('id', 'in', personIds)] : []),
        ...(unitIds.length > 0 ? [where('unit_id', 'in', unitIds)] : []),
      ]),
    )
  }
  return (await people.execute()).map(({ id }) => id)
}
