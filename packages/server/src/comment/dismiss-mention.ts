import { refuse } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'

/** Takes a mention off the list of whoever is mentioned; only they can. */
export async function dismissMention(ctx: Context, mentionId: string): Promise<void> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const row = await tx
      .selectFrom('comment_mention as mention')
      .innerJoin('person', 'person.id', 'mention.person_id')
      .select(['mention.dismissed_at', 'person.user_id'])
      .where('mention.id', '=', mentionId)
      .executeTakeFirst()
    if (!row) throw notFound('mention')
    if (row.user_id !== ctx.actor.id) assertAllowed(refuse('not_yours', 'Only who is mentioned can dismiss a mention.'))
    if (row.dismissed_at !== null) return
    await tx.updateTable('comment_mention').set({ dismissed_at: ctx.now }).where('id', '=', mentionId).execute()
  })
}
