import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Answering, saveAnswers as route } from '@sinew/contract/supplier/supplier-contract.ts'
import { organizationOfToken } from '@sinew/contract/token/token-text.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { type AskedQuestion, type GivenAnswers, submitRefusals } from '@sinew/core/supplier/questionnaire.ts'
import type { Transaction } from 'kysely'
import { appDatabase } from '../account/session-store.ts'
import { consumePublicTry } from '../account/sign-in-limits.ts'
import type { Actor, PublicContext } from '../context.ts'
import type { Database } from '../db/database.ts'
import { AppError, assertAllowed } from '../errors.ts'
import { hashToken } from '../http/authenticate.ts'
import { inOrganization } from '../ledger/settings.ts'
import { linkEnds } from './send-questionnaire.ts'

export async function readQuestionnaire(ctx: PublicContext, token: string): Promise<Answering> {
  return withQuestionnaire(ctx, token, async (tx, { id }) => getAnswering(tx, id))
}

/** Answers are kept as often as the supplier likes, and frozen once they are submitted. */
export async function saveAnswers(
  ctx: PublicContext,
  token: string,
  { answers, name, submit }: ParsedBody<typeof route>,
): Promise<Answering> {
  return withQuestionnaire(ctx, token, async (tx, { id, state, questions }) => {
    if (state === 'submitted')
      assertAllowed(
        refuse('submitted', 'These answers were submitted: they stay as they are. Ask for a new link to answer again.'),
      )
    const known = Object.fromEntries(
      questions.flatMap((question) => {
        const given = answers[question.id]
        return given === undefined ? [] : [[question.id, given] as const]
      }),
    )
    if (submit) assertAllowed(submitRefusals(questions, known, name))
    await tx
      .updateTable('supplier_questionnaire')
      .set({
        answers: JSON.stringify(known),
        updated_at: ctx.now,
        submitted_by_name: name,
        ...(submit ? { state: 'submitted', submitted_at: ctx.now } : {}),
      })
      .where('id', '=', id)
      .execute()
    return getAnswering(tx, id)
  })
}

type Sent = { readonly id: string; readonly state: string; readonly questions: readonly AskedQuestion[] }

async function withQuestionnaire<T>(
  ctx: PublicContext,
  token: string,
  work: (tx: Transaction<Database>, sent: Sent) => Promise<T>,
): Promise<T> {
  await consumePublicTry(ctx.services.pools.auth, ctx.address)
  const gone = new AppError(
    404,
    'This link does not work: it was replaced, withdrawn or has run out. Ask for a new one.',
  )
  const organizationId = organizationOfToken(token)
  if (organizationId === null) throw gone
  const actor: Actor = { kind: 'system', id: 'supplier', name: 'Supplier, by link' }
  const settings = { organizationId, actor, requestId: ctx.requestId, at: ctx.told }
  return inOrganization(appDatabase(ctx.services), settings, async (tx) => {
    const sent = await tx
      .selectFrom('supplier_questionnaire')
      .select(['id', 'state', 'due_at', 'questions'])
      .where('token_hash', '=', hashToken(token))
      .where('state', 'in', ['sent', 'submitted'])
      .forUpdate()
      .executeTakeFirst()
    if (!sent || linkEnds(sent.due_at) <= ctx.now) throw gone
    return work(tx, { id: sent.id, state: sent.state, questions: sent.questions as AskedQuestion[] })
  })
}

async function getAnswering(tx: Transaction<Database>, id: string): Promise<Answering> {
  const { name } = await tx.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  const row = await tx
    .selectFrom('supplier_questionnaire as sent')
    .innerJoin('questionnaire', 'questionnaire.id', 'sent.questionnaire_id')
    .selectAll('sent')
    .select('questionnaire.introduction')
    .where('sent.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    organizationName: name,
    title: row.title,
    introduction: row.introduction,
    dueAt: row.due_at.toISOString(),
    isSubmitted: row.state === 'submitted',
    submittedByName: row.submitted_by_name,
    questions: (row.questions as AskedQuestion[]).map(({ wanted: _, reference = '', ...question }) => ({
      ...question,
      reference,
    })),
    answers: row.answers as GivenAnswers,
  }
}
