import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { type FieldError, notFound } from '../errors.ts'
import { type GivenTable, readGivenTable, tableProblem } from '../file/read-table.ts'

const most = 500
const names = {
  question: ['question', 'questions', 'text', 'title'],
  reference: ['reference', 'ref', 'id', 'questionid', 'no', 'number'],
  section: ['section', 'topic', 'domain', 'category'],
  answer: ['answer', 'answeredby', 'type'],
  wanted: ['goodanswer', 'wanted', 'expected'],
} as const

/** All rows or none: a wrong one refuses the table and says on which line. */
export async function takeOverQuestions(
  ctx: Context,
  questionnaireId: string,
  table: GivenTable,
): Promise<{ added: number }> {
  const known = await ctx.db
    .selectFrom('questionnaire')
    .select('id')
    .where('id', '=', questionnaireId)
    .executeTakeFirst()
  if (!known) throw notFound('questionnaire')
  const rows = readGivenTable(table, names)
  const errors: FieldError[] = []
  if (rows.length > most) errors.push({ path: 'line 1', message: `At most ${most} questions at once.` })
  const references = new Map<string, number>()
  const questions = rows.map(({ line, cells }) => {
    const answer = cells.answer.toLowerCase().replaceAll(/[^a-z]/g, '') || 'yesno'
    const wanted = cells.wanted.toLowerCase() || 'yes'
    const wrong = (message: string) => errors.push({ path: `line ${line}`, message })
    if (cells.question === '') wrong('The question is empty.')
    const { reference } = cells
    if (reference.length > 100) wrong('The reference is longer than 100 characters.')
    const twin = reference === '' ? undefined : references.get(reference)
    if (twin !== undefined) wrong(`The reference “${reference}” stands on line ${twin} already.`)
    else references.set(reference, line)
    if (cells.question.length > 1_000) wrong('The question is longer than 1,000 characters.')
    if (!['yesno', 'text'].includes(answer)) wrong(`“${answer}” is no kind of answer: yes_no or text.`)
    if (!['yes', 'no', 'any'].includes(wanted)) wrong(`“${wanted}” is no good answer: yes, no or any.`)
    return {
      title: cells.question,
      reference,
      section: cells.section.slice(0, 200),
      answer: answer === 'text' ? 'text' : 'yes_no',
      wanted,
    }
  })
  if (errors.length > 0) throw tableProblem(errors)
  await ctx.recorded({ derives: false }, async (tx) => {
    const { last } = await tx
      .selectFrom('question')
      .select((select) => select.fn.max('position').as('last'))
      .where('questionnaire_id', '=', questionnaireId)
      .executeTakeFirstOrThrow()
    for (const [index, question] of questions.entries()) {
      await tx
        .insertInto('question')
        .values({
          organization_id: ctx.organizationId,
          id: newId(),
          number: await nextNumber(tx, 'question'),
          questionnaire_id: questionnaireId,
          position: (last ?? 0) + index + 1,
          ...question,
        })
        .execute()
    }
  })
  return { added: questions.length }
}
