import type {
  Calibration,
  CalibrationAnswer,
  CalibrationRound,
} from '@sinew/contract/calibration/calibration-contract.ts'
import { findCalibrationQuestion } from '@sinew/core/calibration/calibration-questions.ts'
import { calibrationVerdict } from '@sinew/core/calibration/calibration-verdict.ts'
import { calibrationWeight } from '@sinew/core/calibration/calibration-weight.ts'
import { hitRateInterval } from '@sinew/core/calibration/hit-rate.ts'
import { intervalScore, isHit, neededWidening } from '@sinew/core/calibration/interval-score.ts'
import { wideningFor } from '@sinew/core/calibration/widening-for.ts'
import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import type { CalibrationAnswerTable, CalibrationRoundTable } from '../db/database.ts'
import { notFound } from '../errors.ts'

type AnswerRow = Selectable<CalibrationAnswerTable>
type RoundRow = Selectable<CalibrationRoundTable>
/** A question that the person has answered, with the truth as it was then. */
type Answered = {
  readonly low: number
  readonly high: number
  readonly truth: number
  readonly scale: 'log' | 'linear'
  readonly spread?: number
}

/** Rounds belong to one person; everybody else's are not there. */
function ownRounds({ db, actor }: Context) {
  return db.selectFrom('calibration_round').selectAll().where('user_id', '=', actor.id)
}

export async function getRound(ctx: Context, roundId: string): Promise<CalibrationRound> {
  const row = await ownRounds(ctx).where('id', '=', roundId).executeTakeFirst()
  if (!row) throw notFound('calibration round')
  const answers = await ctx.db
    .selectFrom('calibration_answer')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute()
  const round = toRound(row, answers)
  return { ...round, answers: answers.map(toAnswer), sentence: calibrationVerdict(round).sentence }
}

export async function getCalibration(ctx: Context): Promise<Calibration> {
  const rows = await ownRounds(ctx).orderBy('started_at', 'desc').orderBy('id').execute()
  const answers = await ctx.db
    .selectFrom('calibration_answer')
    .selectAll()
    .where('user_id', '=', ctx.actor.id)
    .execute()
  const answered = answers.flatMap(answeredOf)
  const count = { answered: answered.length, hits: answered.filter((one) => isHit(one, one.truth)).length }
  const widening = wideningFor(answered.map((one) => neededWidening(one, one)))
  return {
    ...count,
    ...calibrationVerdict(count),
    hitRate: hitRateInterval(count),
    wideningFactor: widening !== null && Number.isFinite(widening) ? widening : null,
    meanScore: meanScore(answered),
    weight: calibrationWeight(count),
    rounds: rows.map((row) =>
      toRound(
        row,
        answers.filter((answer) => answer.round_id === row.id),
      ),
    ),
    openRoundId: rows.find((row) => row.finished_at === null)?.id ?? null,
  }
}

function toRound(row: RoundRow, answers: readonly AnswerRow[]) {
  const answered = answers.flatMap(answeredOf)
  return {
    id: row.id,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    answered: answered.length,
    hits: answered.filter((one) => isHit(one, one.truth)).length,
    meanScore: meanScore(answered),
  }
}

function meanScore(answered: readonly Answered[]): number | null {
  if (answered.length === 0) return null
  return answered.reduce((sum, one) => sum + intervalScore(one, one), 0) / answered.length
}

function answeredOf(row: AnswerRow): readonly Answered[] {
  const { low, high, truth } = row
  if (low === null || high === null || truth === null) return []
  const question = findCalibrationQuestion(row.question_id)
  return [{ low, high, truth, scale: question?.scale ?? 'log', spread: question?.spread }]
}

/** The truth is read from the answer, where there is none before it was given. */
function toAnswer(row: AnswerRow): CalibrationAnswer {
  const question = findCalibrationQuestion(row.question_id)
  const [answered] = answeredOf(row)
  return {
    position: row.position,
    text: question?.text ?? 'A question that is no longer asked.',
    unit: question?.unit ?? '',
    scale: question?.scale ?? 'log',
    low: row.low,
    high: row.high,
    truth: row.truth,
    source: answered ? (question?.source ?? '') : null,
    isHit: answered ? isHit(answered, answered.truth) : null,
    score: answered ? intervalScore(answered, answered) : null,
  }
}
