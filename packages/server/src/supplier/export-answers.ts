import type { ExportFormat } from '@sinew/contract/export/export-format.ts'
import { type AskedQuestion, type GivenAnswers, isGood } from '@sinew/core/supplier/questionnaire.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { exportTable } from '../export/export-table.ts'
import { askedQuestions } from './send-questionnaire.ts'

const choices = { yes: 'Yes', no: 'No', not_applicable: 'Does not apply', '': '' } as const

/** A table to fill in while it is open, and to keep when it is answered; only then it says which answers are as wanted. */
export async function exportAnswers(ctx: Context, id: string, format: ExportFormat): Promise<Response> {
  const sent = await ctx.db
    .selectFrom('supplier_questionnaire')
    .select(['number', 'state', 'questionnaire_id', 'questions', 'answers'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!sent) throw notFound('questionnaire')
  const answers = sent.answers as GivenAnswers
  const given = ({ id }: AskedQuestion) => answers[id]
  const isText = (question: AskedQuestion) => question.answer === 'text'
  const good = (question: AskedQuestion) => isGood(question, given(question))
  return exportTable<AskedQuestion>(
    {
      name: `questionnaire-${sent.number}`,
      rows: await askedQuestions(ctx.db, sent),
      columns: [
        { header: 'Reference', value: ({ reference }) => reference ?? '', width: 14 },
        { header: 'Section', value: ({ section }) => section, width: 20 },
        { header: 'Question', value: ({ title }) => title, width: 60 },
        { header: 'Answered by', value: (one) => (isText(one) ? 'text' : 'yes, no or n/a'), width: 16 },
        {
          header: 'Answer',
          value: (one) => (isText(one) ? (given(one)?.text ?? '') : choices[given(one)?.choice ?? '']),
          width: 24,
        },
        { header: 'Explanation', value: (one) => (isText(one) ? '' : (given(one)?.text ?? '')), width: 60 },
        ...(sent.state === 'submitted' ? [{ header: 'As wanted', value: good, width: 12 }] : []),
      ],
    },
    format,
  )
}
