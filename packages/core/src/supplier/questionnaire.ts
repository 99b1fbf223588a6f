import { type Refusal, refuse } from '../refusal.ts'

/** A question as it was asked: kept with what was sent, so that answers stay answers to what was read. */
export type AskedQuestion = {
  readonly id: string
  /** What it is called where it comes from; absent in what was sent before references were. */
  readonly reference?: string
  readonly section: string
  readonly title: string
  readonly answer: 'yes_no' | 'text'
  readonly wanted: 'yes' | 'no' | 'any'
}

/** `choice` is empty for a free text and while nothing is chosen. */
export type GivenAnswer = { readonly choice: '' | 'yes' | 'no' | 'not_applicable'; readonly text: string }
export type GivenAnswers = Readonly<Record<string, GivenAnswer>>

export function isAnswered(question: Pick<AskedQuestion, 'answer'>, answer: GivenAnswer | undefined): boolean {
  if (answer === undefined) return false
  return question.answer === 'text' ? answer.text.trim() !== '' : answer.choice !== ''
}

/** Whether an answer is the one that is wanted; null where any is, or it does not apply. */
export function isGood(question: AskedQuestion, answer: GivenAnswer | undefined): boolean | null {
  if (question.answer === 'text' || question.wanted === 'any') return null
  if (answer === undefined || answer.choice === '') return false
  return answer.choice === 'not_applicable' ? null : answer.choice === question.wanted
}

/** Good answers of those that can be good or not. */
export function scoreOf(questions: readonly AskedQuestion[], answers: GivenAnswers) {
  const judged = questions.map((question) => isGood(question, answers[question.id])).filter((good) => good !== null)
  return { passed: judged.filter((good) => good).length, expected: judged.length }
}

/** Why answers cannot be submitted yet. A "no" that is not wanted, and "does not apply", say why. */
export function submitRefusals(
  questions: readonly AskedQuestion[],
  answers: GivenAnswers,
  name: string,
): readonly Refusal[] {
  const open = questions.filter((question) => !isAnswered(question, answers[question.id])).length
  if (open > 0) {
    return refuse('questions-open', `${open} ${open === 1 ? 'question is' : 'questions are'} not answered yet.`)
  }
  const unexplained = questions.filter((question) => {
    const given = answers[question.id]
    return (
      isGood(question, given) !== true &&
      question.answer === 'yes_no' &&
      question.wanted !== 'any' &&
      given?.text.trim() === ''
    )
  })
  if (unexplained.length > 0) {
    const which = unexplained.map((question) => question.reference || `${questions.indexOf(question) + 1}`).join(', ')
    return refuse(
      'answers-unexplained',
      `${unexplained.length === 1 ? `The answer to ${which} needs` : `The answers to ${which} need`} a sentence: say how it is handled instead, or why it does not apply.`,
    )
  }
  return name.trim() === '' ? refuse('no-name', 'Say who answered.') : []
}
