import type { CalibrationRound } from '@sinew/contract/calibration/calibration-contract.ts'
import { answerRefusals } from '@sinew/core/calibration/answer-refusals.ts'
import { calibrationQuestions, findCalibrationQuestion } from '@sinew/core/calibration/calibration-questions.ts'
import { chooseQuestions } from '@sinew/core/calibration/choose-questions.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { getRound } from './calibration-store.ts'

/** A new round of ten, or the one that was begun and not finished. */
export async function startRound(ctx: Context): Promise<CalibrationRound> {
  const id = await ctx.recorded({ derives: false }, async (tx) => (await openRound(ctx, tx)) ?? newRound(ctx, tx))
  return getRound(ctx, id)
}

async function openRound(ctx: Context, tx: Writer): Promise<string | undefined> {
  // Two clicks at once would both find no open round: the second waits for the first here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calibration ${ctx.organizationId} ${ctx.actor.id}`}, 0))`.execute(
    tx,
  )
  const row = await tx
    .selectFrom('calibration_round')
    .select('id')
    .where('user_id', '=', ctx.actor.id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

async function newRound(ctx: Context, tx: Writer): Promise<string> {
  const id = newId()
  const asked = await tx
    .selectFrom('calibration_answer')
    .select(['question_id', sql<number>`count(*)::int`.as('n')])
    .where('user_id', '=', ctx.actor.id)
    .groupBy('question_id')
    .execute()
  const chosen = chooseQuestions(calibrationQuestions, new Map(asked.map((row) => [row.question_id, row.n])), id)
  const shared = { organization_id: ctx.organizationId, user_id: ctx.actor.id }
  await tx
    .insertInto('calibration_round')
    .values({ ...shared, id, started_at: ctx.now })
    .execute()
  const rows = chosen.map((question, index) => ({
    ...shared,
    id: newId(),
    round_id: id,
    position: index + 1,
    question_id: question.id,
  }))
  await tx.insertInto('calibration_answer').values(rows).execute()
  return id
}

/** One answer a question: whoever knows the truth has nothing to estimate any more. The last one closes the round. */
export async function answerQuestion(
  ctx: Context,
  roundId: string,
  position: number,
  range: Interval,
): Promise<CalibrationRound> {
  await getRound(ctx, roundId)
  await ctx.recorded({ derives: false }, async (tx) => {
    const row = await tx
      .selectFrom('calibration_answer')
      .select(['id', 'question_id', 'answered_at'])
      .where('round_id', '=', roundId)
      .where('position', '=', position)
      .forUpdate()
      .executeTakeFirst()
    const question = row && findCalibrationQuestion(row.question_id)
    if (!row || !question) throw notFound('question in this round')
    if (row.answered_at !== null) assertAllowed(refuse('already-answered', 'You have answered this question.'))
    assertAllowed(answerRefusals(range, question))
    await tx
      .updateTable('calibration_answer')
      .set({ low: range.low, high: range.high, truth: question.truth, answered_at: ctx.now })
      .where('id', '=', row.id)
      .execute()
    const left = await tx
      .selectFrom('calibration_answer')
      .select('id')
      .where('round_id', '=', roundId)
      .where('answered_at', 'is', null)
      .executeTakeFirst()
    if (left) return
    await tx.updateTable('calibration_round').set({ finished_at: ctx.now }).where('id', '=', roundId).execute()
  })
  return getRound(ctx, roundId)
}
