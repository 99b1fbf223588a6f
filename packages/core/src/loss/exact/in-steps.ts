/** Work that can be done a piece at a time: yields the share that is done, from 0 to 1, and returns its result. */
export type Steps<T> = Generator<number, T>

/** Does all of the work at once. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** The same work as a part of more: its shares lead from one share of the whole to another. */
export function* asPart<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  let step = steps.next()
  while (step.done !== true) {
    yield from + step.value * (to - from)
    step = steps.next()
  }
  return step.value
}
