import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { type AheadPoint, provenAhead } from './between-states.ts'
import type { LivePortfolio, PricedYear } from './live-portfolio.ts'
import { furthestDays, mostInPage } from './loss-limits.ts'
import type { LossAnswer, LossRequest } from './loss-messages.ts'
import { type SampledYear, sampleYear } from './sample-year.ts'
import type { TailDrivers } from './tail-drivers.ts'
import { isTrying, nothingTried, type Trial } from './trial.ts'

/** Everything the page shows of the year's loss. Parts that did not change stay the same object. */
export type DeskView = {
  readonly phase: 'pricing' | 'ready' | 'stopped' | 'failed'
  /** Of the pricing, 0 to 1. */
  readonly share: number
  readonly problem: string | null
  /** As it is; null before the first price. */
  readonly today: SampledYear | null
  readonly trial: Trial
  /** With the trial; null while nothing is tried. */
  readonly tried: SampledYear | null
  /** Whether the figures of the trial are those of the fine lattice. */
  readonly isSettled: boolean
  readonly drivers: TailDrivers | null
  /** Whether the year ahead is priced, so that the date can be dragged without waiting. */
  readonly isAheadPriced: boolean
}

export type LossDesk = {
  readonly subscribe: (changed: () => void) => () => void
  readonly view: () => DeskView
  readonly start: () => void
  /** Re-prices in the next frame, and finely once it rests. */
  readonly tryOut: (change: Partial<Trial>) => void
  readonly reset: () => void
  /** Gives up pricing a large portfolio. */
  readonly stop: () => void
  readonly close: () => void
}

export type LossWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<LossAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const restMs = 160

/**
 * The year's loss of the organisation on screen and what is tried with it: up to `mostInPage` risks are re-priced in the page within a frame,
 * more by the worker as fast as it can; the worker prices finely once the hand rests.
 */
export function openLossDesk(snapshot: ChainSnapshot, at: number, newWorker: () => LossWorker): LossDesk {
  const limits = snapshot.methodology.appetite.points
  const listeners = new Set<() => void>()
  const isInPage = snapshot.risks.length <= mostInPage
  let view: DeskView = {
    phase: 'pricing',
    share: 0,
    problem: null,
    today: null,
    trial: nothingTried(at),
    tried: null,
    isSettled: true,
    drivers: null,
    isAheadPriced: false,
  }
  let worker: LossWorker | null = null
  let live: LivePortfolio | null = null
  let last: { readonly year: PricedYear; readonly sampled: SampledYear } | undefined
  let ahead: readonly AheadPoint[] = []
  /** The instant that the page's own engines are at. */
  let liveAt = at
  let job = 0
  let openJob = 0
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  let preparing: ReturnType<typeof setTimeout> | undefined

  function show(change: Partial<DeskView>): void {
    view = { ...view, ...change }
    for (const changed of listeners) changed()
  }

  const ask = (request: LossRequest) => worker?.postMessage(request)

  function start(): void {
    worker?.terminate()
    worker = newWorker()
    worker.onmessage = ({ data }) => take(data)
    worker.onerror = (event) => show({ phase: 'failed', problem: event.message ?? '' })
    openJob = ++job
    show({ phase: 'pricing', share: 0, problem: null })
    ask({ kind: 'open', job: openJob, snapshot, at, limits })
    if (isInPage && live === null) void prepare()
  }

  /** Makes the page's own engines a little at a time, so that nothing on the page waits for them. */
  async function prepare(): Promise<void> {
    const [{ livePortfolioInSteps }, { inPage }] = await Promise.all([
      import('./live-portfolio.ts'),
      import('./loss-settings.ts'),
    ])
    const steps = livePortfolioInSteps(snapshot, at, inPage)
    const go = () => {
      if (worker === null) return
      const until = performance.now() + 6
      while (performance.now() < until) {
        const step = steps.next()
        if (step.done !== true) continue
        live = step.value
        const year = live.current()
        last = { year, sampled: sampleYear(year, limits) }
        // Shown until the worker has the fine one.
        if (view.today === null) show({ today: last.sampled })
        return
      }
      preparing = setTimeout(go, 0)
    }
    preparing = setTimeout(go, 0)
  }

  function take(answer: LossAnswer): void {
    if (answer.kind === 'progress') {
      if (answer.job === openJob) show({ share: answer.share })
    } else if (answer.kind === 'drivers') {
      if (answer.job === openJob) show({ drivers: answer.drivers })
    } else if (answer.kind === 'ahead') {
      if (answer.job !== openJob) return
      ahead = [...ahead, answer.point]
      if (answer.point.at >= at + furthestDays * dayMs) show({ isAheadPriced: true })
    } else if (answer.kind === 'failed') {
      show({ phase: 'failed', problem: answer.message })
    } else if (answer.job === openJob) show({ today: answer.year, phase: 'ready', share: 1 })
    else if (answer.job === job) show({ tried: isTrying(view.trial, at) ? answer.year : null, isSettled: true })
    // What comes late shows where the hand has been, as long as it still moves.
    else if (isTrying(view.trial, at) && !view.isSettled && !isLive()) show({ tried: answer.year })
  }

  /** Whether the page's own engines can follow: they are there, and the date stands still. */
  const isLive = () => live !== null && view.trial.at === liveAt

  function tryOut(change: Partial<Trial>): void {
    show({ trial: { ...view.trial, ...change }, isSettled: false })
    if (frame === 0) frame = requestAnimationFrame(redraw)
    clearTimeout(rest)
    rest = setTimeout(settle, restMs)
  }

  function redraw(): void {
    frame = 0
    const { trial, today } = view
    if (!isTrying(trial, at)) {
      show({ tried: null })
      return
    }
    if (live !== null && isLive()) {
      const start = performance.now()
      const year = live.change(trial)
      last = { year, sampled: sampleYear(year, limits, last) }
      // For whoever looks at how long it takes, in the browser's own tools.
      performance.measure('loss re-price', { start })
      show({ tried: last.sampled })
      return
    }
    const isDateAlone = !isTrying({ ...trial, at }, at)
    const proven = isDateAlone && today !== null ? provenAhead(ahead, trial.at) : null
    if (proven !== null && today !== null) show({ tried: { ...today, proven } })
    else ask({ kind: 'price', job: ++job, trial })
  }

  function settle(): void {
    performance.clearMeasures('loss re-price')
    if (live !== null && view.trial.at !== liveAt) {
      // A longer frame while nothing moves, so that what is pulled on next follows at once.
      liveAt = view.trial.at
      live.change(view.trial)
    }
    if (isTrying(view.trial, at)) ask({ kind: 'price', job: ++job, trial: view.trial })
    else {
      job++
      show({ tried: null, isSettled: true })
    }
  }

  return {
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    view: () => view,
    start,
    tryOut,
    reset: () => tryOut(nothingTried(at)),
    stop: () => {
      ask({ kind: 'cancel' })
      show({ phase: 'stopped' })
    },
    close: () => {
      clearTimeout(rest)
      clearTimeout(preparing)
      cancelAnimationFrame(frame)
      worker?.terminate()
      worker = null
    },
  }
}
