import type { LossAnswer, LossRequest } from './loss-messages.ts'
import type { SampledYear } from './sample-year.ts'
import type { Trial } from './trial.ts'

export type LossWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<LossAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** A worker that has an organisation's year and prices trials of it, one at a time and the newest first. */
export type YearWorker = {
  /** Asked for at once, or as soon as the one before is priced; of several that wait the last one. */
  readonly price: (trial: Trial) => void
  readonly close: () => void
}

/**
 * @param take every answer; with a year, the whole of it and the trial that it was asked for, null for the year as it is
 */
export function openYearWorker(
  worker: LossWorker,
  opening: Omit<Extract<LossRequest, { kind: 'open' }>, 'kind'>,
  take: (answer: LossAnswer, year: SampledYear | null, asked: Trial | null) => void,
): YearWorker {
  let isOpen = false
  let asked: { readonly trial: Trial; readonly from: number } | null = null
  let waiting: Trial | null = null
  let known: SampledYear | null = null

  function ask(request: LossRequest): void {
    worker.postMessage(request)
  }

  function next(): void {
    if (!isOpen || asked !== null || waiting === null) return
    asked = { trial: waiting, from: performance.now() }
    waiting = null
    ask({ kind: 'price', trial: asked.trial })
  }

  worker.onerror = (event) => take({ kind: 'failed', message: event.message ?? '' }, null, null)
  worker.onmessage = ({ data }) => {
    if (data.kind !== 'year') {
      if (data.kind === 'failed') asked = null
      take(data, null, null)
      return
    }
    known = { ...known, ...data.year } as SampledYear
    const { trial = null, from = 0 } = asked ?? {}
    // For whoever looks at how long it takes, in the browser's own tools.
    if (trial !== null && opening.lattices === 'coarse') performance.measure('loss re-price', { start: from })
    isOpen = true
    asked = null
    next()
    take(data, known, trial)
  }
  ask({ kind: 'open', ...opening })

  return {
    price: (trial) => {
      waiting = trial
      next()
    },
    close: () => worker.terminate(),
  }
}
