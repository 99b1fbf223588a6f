import data from '../catalogue/data/calibration-questions.json' with { type: 'json' }

export const questionTopics = ['security', 'it', 'world'] as const
export type QuestionTopic = (typeof questionTopics)[number]

/** A question whose answer is one number. */
export type CalibrationQuestion = {
  readonly id: string
  readonly topic: QuestionTopic
  readonly text: string
  /** Of the answer, as it is written behind it; may be empty. */
  readonly unit: string
  readonly truth: number
  /** `log`: above zero, orders of magnitude count; `linear`: a year. */
  readonly scale: 'log' | 'linear'
  /** Only linear: how far apart the ends of a fair range may be, in the unit. */
  readonly spread?: number
  readonly source: string
}

/** The cast holds because calibration-questions.test.ts checks every row. Stays on the server: whoever answers must not have the truth. */
export const calibrationQuestions = data.questions as readonly CalibrationQuestion[]

const byId = new Map(calibrationQuestions.map((question) => [question.id, question]))

/** Undefined for a question that was answered once and is shipped no more. */
export function findCalibrationQuestion(id: string): CalibrationQuestion | undefined {
  return byId.get(id)
}
