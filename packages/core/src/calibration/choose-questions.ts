import { hashText } from '../loss/elementary/hash.ts'
import type { CalibrationQuestion } from './calibration-questions.ts'

/** Questions of one round. */
export const roundLength = 10

/**
 * The questions of a new round: those answered least often first, among equals in an order that the seed decides, half of them
 * on security and IT and half on the world as long as there are enough.
 * @param answered how often the person has answered each question
 * @param seed the round's id
 */
export function chooseQuestions(
  questions: readonly CalibrationQuestion[],
  answered: ReadonlyMap<string, number>,
  seed: string,
): readonly CalibrationQuestion[] {
  const order = (one: CalibrationQuestion) => hashText(`${seed} ${one.id}`)
  const sorted = questions.toSorted(
    (a, b) => (answered.get(a.id) ?? 0) - (answered.get(b.id) ?? 0) || order(a) - order(b) || (a.id < b.id ? -1 : 1),
  )
  const half = roundLength / 2
  const world = sorted.filter(({ topic }) => topic === 'world').slice(0, half)
  const own = sorted.filter(({ topic }) => topic !== 'world').slice(0, roundLength - world.length)
  return [...own, ...world].toSorted((a, b) => order(a) - order(b))
}
