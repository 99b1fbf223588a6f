import type { ParsedBody } from '@sinew/contract/route.ts'
import type { takeOverAnswers as route } from '@sinew/contract/supplier/supplier-contract.ts'
import {
  type AskedQuestion,
  type GivenAnswer,
  type GivenAnswers,
  isAnswered,
  submitRefusals,
} from '@sinew/core/supplier/questionnaire.ts'
import type { Context } from '../context.ts'
import { assertAllowed, type FieldError } from '../errors.ts'
import { readGivenTable, type TableRow, tableProblem } from '../file/read-table.ts'
import { lockOpenQuestionnaire } from './lock-open-questionnaire.ts'
import { askedQuestions } from './send-questionnaire.ts'

const names = {
  answer: ['answer', 'response', 'reply'],
  reference: ['reference', 'ref', 'id', 'questionid', 'no', 'number'],
  question: ['question', 'questions', 'text', 'title'],
  explanation: ['explanation', 'comment', 'comments', 'remark', 'remarks', 'note'],
} as const
type Row = TableRow<keyof typeof names>

const choices: Readonly<Record<string, GivenAnswer['choice']>> = {
  yes: 'yes',
  y: 'yes',
  true: 'yes',
  no: 'no',
  n: 'no',
  false: 'no',
  na: 'not_applicable',
  notapplicable: 'not_applicable',
  doesnotapply: 'not_applicable',
}
const mostText = 5_000

/** Takes over what a supplier filled into the table: all rows or none. A row without an answer changes nothing. */
export async function takeOverAnswers(
  ctx: Context,
  id: string,
  ifMatch: number,
  { name, submit, ...table }: ParsedBody<typeof route>,
): Promise<{ taken: number; open: number }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    const { sent, refusals } = await lockOpenQuestionnaire(tx, id, ifMatch)
    assertAllowed(refusals)
    const questions = await askedQuestions(tx, sent)
    const given = answersIn(readGivenTable(table, names), questions)
    const answers: GivenAnswers = { ...(sent.answers as GivenAnswers), ...given }
    if (submit) assertAllowed(submitRefusals(questions, answers, name))
    await tx
      .updateTable('supplier_questionnaire')
      .set({
        questions: JSON.stringify(questions),
        answers: JSON.stringify(answers),
        updated_at: ctx.now,
        ...(submit ? { state: 'submitted', submitted_at: ctx.now, submitted_by_name: name } : {}),
      })
      .where('id', '=', id)
      .execute()
    const open = questions.filter((question) => !isAnswered(question, answers[question.id])).length
    return { taken: Object.keys(given).length, open }
  })
}

/** @throws AppError 422 that says on which line what is wrong */
function answersIn(rows: readonly Row[], questions: readonly AskedQuestion[]): GivenAnswers {
  const errors: FieldError[] = []
  const answers: Record<string, GivenAnswer> = {}
  const lines = new Map<string, number>()
  for (const { line, cells } of rows) {
    const wrong = (message: string) => errors.push({ path: `line ${line}`, message })
    const { answer, explanation } = cells
    if (answer === '' && explanation === '') continue
    const question = questionOf(cells, questions)
    if (question === undefined) {
      wrong(`No question is called “${(cells.reference || cells.question).slice(0, 80)}”.`)
      continue
    }
    const before = lines.get(question.id)
    if (before !== undefined) wrong(`This question is answered on line ${before} already.`)
    lines.set(question.id, line)
    const isText = question.answer === 'text'
    const text = isText ? [answer, explanation].filter((part) => part !== '').join('\n') : explanation
    const choice = isText ? '' : choices[answer.toLowerCase().replace(/[^a-z]/g, '')]
    if (choice === undefined) wrong(`“${answer.slice(0, 40)}” is no answer to it: yes, no or n/a.`)
    if (text.length > mostText) wrong('The answer is longer than 5,000 characters.')
    answers[question.id] = { choice: choice ?? '', text }
  }
  if (errors.length > 0) throw tableProblem(errors)
  return answers
}

/** By its reference where the table has one, else by its words. */
function questionOf({ reference, question }: Row['cells'], questions: readonly AskedQuestion[]) {
  const byReference = reference === '' ? [] : questions.filter((one) => one.reference === reference)
  if (byReference.length === 1) return byReference[0]
  const words = plain(question)
  const byWords = questions.filter((one) => plain(one.title) === words)
  return byWords.length === 1 ? byWords[0] : undefined
}

/** A spreadsheet may have put an apostrophe before what looked like a formula. */
function plain(text: string): string {
  return text.replace(/^'/, '').replace(/\s+/g, ' ').trim().toLowerCase()
}
