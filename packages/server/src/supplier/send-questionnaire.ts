import { randomBytes } from 'node:crypto'
import { formatToken } from '@sinew/contract/token/token-text.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { AskedQuestion } from '@sinew/core/supplier/questionnaire.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context, Reader } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { hashToken } from '../http/authenticate.ts'
import { lockOpenQuestionnaire } from './lock-open-questionnaire.ts'

/** Answers may come a while after they were due; then the link has run out. */
export const graceDays = 30

export const linkEnds = (dueAt: Date): Date => new Date(dueAt.getTime() + graceDays * dayMs)

/** Keeps the questions as they are now and makes the link. What was answered so far stays. */
export async function sendQuestionnaire(ctx: Context, id: string, ifMatch: number) {
  const token = formatToken(ctx.organizationId, randomBytes(32).toString('base64url'))
  const expiresAt = await ctx.recorded({ derives: false }, async (tx) => {
    const { sent, refusals } = await lockOpenQuestionnaire(tx, id, ifMatch)
    const questions = await questionsOf(tx, sent.questionnaire_id)
    assertAllowed([
      ...refusals,
      ...(questions.length === 0 ? refuse('no-questions', 'The questionnaire has no question yet.') : []),
      ...(linkEnds(sent.due_at) <= ctx.now ? refuse('due-passed', 'Answers were due long ago: give a later day.') : []),
    ])
    await tx
      .updateTable('supplier_questionnaire')
      .set({
        state: 'sent',
        sent_at: ctx.now,
        token_hash: hashToken(token),
        // Once sent, the same questions are asked until they are answered.
        ...(sent.state === 'draft' ? { questions: JSON.stringify(questions) } : {}),
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    return linkEnds(sent.due_at)
  })
  return { link: `${ctx.services.publicUrl}/questionnaire/${token}`, expiresAt: expiresAt.toISOString() }
}

/** The questions of a questionnaire as they are now, in their order. */
async function questionsOf(db: Reader, questionnaireId: string): Promise<readonly AskedQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .select(['id', 'reference', 'section', 'title', 'answer', 'wanted'])
    .where('questionnaire_id', '=', questionnaireId)
    .orderBy('position')
    .orderBy('number')
    .execute()
  // The database checks both choices.
  return rows as readonly AskedQuestion[]
}

/** What is asked: as it was sent, or while it was not, as the questionnaire is now. */
export async function askedQuestions(
  db: Reader,
  sent: { readonly state: string; readonly questionnaire_id: string; readonly questions: unknown },
): Promise<readonly AskedQuestion[]> {
  // Written by sendQuestionnaire and takeOverAnswers alone.
  const kept = sent.questions as readonly AskedQuestion[]
  return kept.length === 0 && sent.state === 'draft' ? questionsOf(db, sent.questionnaire_id) : kept
}
