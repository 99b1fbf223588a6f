import { type AskedQuestion, type GivenAnswers, scoreOf } from '@sinew/core/supplier/questionnaire.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'

export async function getAnswers({ db }: Context, id: string) {
  const row = await db
    .selectFrom('supplier_questionnaire')
    .select(['questions', 'answers'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('questionnaire')
  const questions = (row.questions as AskedQuestion[]).map((one) => ({ reference: '', ...one }))
  const answers = row.answers as GivenAnswers
  return { questions, answers, ...scoreOf(questions, answers) }
}
