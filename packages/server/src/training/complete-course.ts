import type { ParsedBody } from '@sinew/contract/route.ts'
import type { completeCourse as route } from '@sinew/contract/training/training-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { actingPerson } from '../register/write-record.ts'

/** Whoever has to do a course says that they did, once. Whether it worked, somebody else judges. */
export async function completeCourse(
  ctx: Context,
  courseAssignmentId: string,
  { proof, score }: ParsedBody<typeof route>,
): Promise<{ completedAt: string }> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const found = await tx
      .selectFrom('course_assignment')
      .select(['person_id', 'completed_at', 'is_exempt'])
      .where('id', '=', courseAssignmentId)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw notFound('assignment of a course')
    assertAllowed([
      ...((await actingPerson(ctx, tx)) === found.person_id
        ? []
        : refuse('course_not_yours', 'Somebody else has to do this course. Each says it for themselves.')),
      ...(found.completed_at !== null || found.is_exempt
        ? refuse('course_not_open', 'It is not open any more: it was completed, or you are exempt.')
        : []),
    ])
    await tx
      .updateTable('course_assignment')
      .set({ completed_at: ctx.now, proof, score })
      .where('id', '=', courseAssignmentId)
      .execute()
  })
  return { completedAt: ctx.now.toISOString() }
}
