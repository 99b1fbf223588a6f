import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { type AheadPoint, provenAhead } from './between-states.ts'
import { furthestDays, mostAtHand } from './loss-limits.ts'
import type { LossAnswer } from './loss-messages.ts'
import type { SampledYear } from './sample-year.ts'
import type { TailDrivers } from './tail-drivers.ts'
import { isTrying, nothingTried, type Trial } from './trial.ts'
import { type LossWorker, openYearWorker, type YearWorker } from './year-worker.ts'

/** Everything the page shows of the year's loss. Parts that did not change stay the same object. */
export type DeskView = {
  readonly phase: 'pricing' | 'ready' | 'stopped' | 'failed'
  /** Of the pricing, 0 to 1. */
  readonly share: number
  readonly problem: string | null
  /** As it is; null before the first price. */
  readonly today: SampledYear | null
  readonly trial: Trial
  /** With the trial, frame by frame; null while nothing is tried. */
  readonly tried: SampledYear | null
  /** The same, only when the hand pauses: for tables, which nobody reads while something moves. */
  readonly rested: SampledYear | null
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
  /** Re-prices at once, and finely once it rests; pricing that was stopped begins again. */
  readonly tryOut: (change: Partial<Trial>) => void
  readonly reset: () => void
  /** Gives up pricing a large portfolio. */
  readonly stop: () => void
  readonly close: () => void
}

const restMs = 160

/**
 * The year's loss of the organisation on screen and what is tried with it, all of it priced beside the page so that the page has its frames to itself.
 * A portfolio of up to `mostAtHand` risks has two workers: one follows the hand on coarse lattices, one prices finely once it rests. A larger
 * one has the second alone, which follows as fast as it can.
 */
export function openLossDesk(snapshot: ChainSnapshot, at: number, newWorker: () => LossWorker): LossDesk {
  const limits = snapshot.methodology.appetite.points
  const listeners = new Set<() => void>()
  const isSmall = snapshot.risks.length <= mostAtHand
  let view: DeskView = {
    phase: 'pricing',
    share: 0,
    problem: null,
    today: null,
    trial: nothingTried(at),
    tried: null,
    rested: null,
    isSettled: true,
    drivers: null,
    isAheadPriced: false,
  }
  let fine: YearWorker | null = null
  let quick: YearWorker | null = null
  let ahead: readonly AheadPoint[] = []
  let rest: ReturnType<typeof setTimeout> | undefined
  let isMoving = false
  /** Whether what is tried is read between days that are priced already. */
  let isRead = false

  function show(change: Partial<DeskView>): void {
    view = { ...view, ...change }
    for (const changed of listeners) changed()
  }

  const isTried = () => isTrying(view.trial, at)

  function closeWorkers(): void {
    clearTimeout(rest)
    fine?.close()
    quick?.close()
    fine = null
    quick = null
  }

  function start(): void {
    closeWorkers()
    ahead = []
    show({ phase: 'pricing', share: 0, problem: null, isAheadPriced: false })
    const opening = { snapshot, at, limits }
    fine = openYearWorker(newWorker(), { ...opening, lattices: 'fine' }, takeFine)
    // Without it the other one follows.
    if (isSmall) quick = openYearWorker(newWorker(), { ...opening, lattices: 'coarse' }, takeQuick)
  }

  function takeFine(answer: LossAnswer, year: SampledYear | null, asked: Trial | null): void {
    if (answer.kind === 'progress') show({ share: answer.share })
    else if (answer.kind === 'drivers') show({ drivers: answer.drivers })
    else if (answer.kind === 'ahead') {
      ahead = [...ahead, answer.point]
      if (answer.point.at >= at + furthestDays * dayMs) show({ isAheadPriced: true })
    } else if (answer.kind === 'failed') show({ phase: 'failed', problem: answer.message })
    else if (asked === null) show({ today: year, phase: 'ready', share: 1 })
    else if (asked === view.trial && !isMoving) show({ tried: year, rested: year, isSettled: true })
    else if (quick === null && isFollowed(asked)) show({ tried: year })
  }

  function takeQuick(answer: LossAnswer, year: SampledYear | null, asked: Trial | null): void {
    if (answer.kind === 'failed') {
      quick?.close()
      quick = null
      if (isTried()) follow()
    } else if (answer.kind !== 'year') return
    // Shown until the other one has the fine one.
    else if (asked === null) show(view.today === null ? { today: year } : {})
    else if (isFollowed(asked) && !view.isSettled) show({ tried: year })
  }

  /** Whether an answer may be shown: what comes late shows where the hand has been, unless the page is there already by itself. */
  const isFollowed = (asked: Trial) => isTried() && (asked === view.trial || !isRead)

  function tryOut(change: Partial<Trial>): void {
    const trial = { ...view.trial, ...change }
    clearTimeout(rest)
    if (!isTrying(trial, at)) {
      isMoving = false
      show({ trial, tried: null, rested: null, isSettled: true })
      return
    }
    if (view.phase === 'stopped') start()
    isMoving = true
    rest = setTimeout(settle, restMs)
    const isDateAlone = !isTrying({ ...trial, at }, at)
    const proven = isDateAlone && view.today !== null ? provenAhead(ahead, trial.at) : null
    const tried = proven !== null && view.today !== null ? { ...view.today, proven } : null
    isRead = tried !== null
    show({ trial, isSettled: false, ...(tried === null ? {} : { tried }) })
    if (!isRead) follow()
  }

  function follow(): void {
    const follower = quick ?? fine
    follower?.price(view.trial)
  }

  function settle(): void {
    isMoving = false
    show({ rested: view.tried })
    fine?.price(view.trial)
    // So that what is pulled on next, at another date, follows at once.
    quick?.price(view.trial)
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
      closeWorkers()
      show({ phase: 'stopped' })
    },
    close: closeWorkers,
  }
}
