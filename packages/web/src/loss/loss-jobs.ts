import type { Steps } from '@sinew/core/loss/exact/in-steps.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { AppetitePoint } from '../ui/chart/loss-curve-points.ts'
import { type LivePortfolio, livePortfolioInSteps, type PricedYear } from './live-portfolio.ts'
import { daysBetweenAhead, furthestDays, mostExplained } from './loss-limits.ts'
import type { LossAnswer, LossRequest } from './loss-messages.ts'
import { atRest, inPage } from './loss-settings.ts'
import { type SampledYear, sampleState, sampleYear } from './sample-year.ts'
import { tailDriversInSteps } from './tail-drivers.ts'
import { nothingTried } from './trial.ts'

type Open = Extract<LossRequest, { kind: 'open' }>
type Price = Extract<LossRequest, { kind: 'price' }>

/** Between two looks at what was asked meanwhile. */
const sliceMs = 25

/**
 * The worker's side: opens a portfolio in slices, so that it can be told to stop, then prices trials, the newest first. Apart from the
 * worker itself so that it runs in tests too.
 */
export function openLossJobs(answer: (message: LossAnswer) => void): { readonly take: (request: LossRequest) => void } {
  let opening: Open | null = null
  let opened: { readonly live: LivePortfolio; readonly limits: readonly AppetitePoint[] } | null = null
  let last: { readonly year: PricedYear; readonly sampled: SampledYear } | undefined
  let waiting: Price | null = null
  let isPricing = false

  function take(request: LossRequest): void {
    if (request.kind === 'cancel') {
      opening = null
      return
    }
    if (request.kind === 'price') {
      waiting = request
      void price()
      return
    }
    opening = request
    opened = null
    void open(request)
  }

  async function open(request: Open): Promise<void> {
    const { job, snapshot, at, limits } = request
    const isWanted = () => opening === request
    const tell = (from: number, to: number) => (share: number) =>
      answer({ kind: 'progress', job, share: from + share * (to - from) })
    try {
      const settings = atRest(snapshot.risks.length)
      const live = await inSlices(livePortfolioInSteps(snapshot, at, settings), isWanted, tell(0, 1))
      if (live === null) return
      opened = { live, limits }
      last = undefined
      answer({ kind: 'year', job, year: sampled(live.current(), limits) })
      void price()
      await goOn(request, isWanted)
    } catch (error) {
      if (isWanted()) answer({ kind: 'failed', job, message: messageOf(error) })
    }
  }

  /** What drives the year, then the year ahead at a few instants: on coarse lattices, a little at a time. */
  async function goOn({ job, snapshot, at, limits }: Open, isWanted: () => boolean): Promise<void> {
    if (snapshot.risks.length > mostExplained) return
    const live = await inSlices(livePortfolioInSteps(snapshot, at, inPage), isWanted, () => undefined)
    if (live === null) return
    const drivers = await inSlices(tailDriversInSteps(live, snapshot, at), isWanted, () => undefined)
    if (drivers === null) return
    answer({ kind: 'drivers', job, drivers })
    const days = daysBetweenAhead(snapshot.risks.length)
    for (let day = 0; day < furthestDays + days; day += days) {
      const instant = at + Math.min(day, furthestDays) * dayMs
      const { proven } = live.change(nothingTried(instant))
      answer({ kind: 'ahead', job, point: { at: instant, proven: sampleState(proven, limits) } })
      await turn()
      if (!isWanted()) return
    }
  }

  async function price(): Promise<void> {
    if (isPricing) return
    isPricing = true
    while (waiting !== null && opened !== null) {
      const { job, trial } = waiting
      waiting = null
      try {
        answer({ kind: 'year', job, year: sampled(opened.live.change(trial), opened.limits) })
      } catch (error) {
        answer({ kind: 'failed', job, message: messageOf(error) })
      }
      // A newer wish may stand in line behind this one.
      await turn()
    }
    isPricing = false
  }

  function sampled(year: PricedYear, limits: readonly AppetitePoint[]): SampledYear {
    const made = sampleYear(year, limits, last)
    last = { year, sampled: made }
    return made
  }

  return { take }
}

/** Does work in slices, with a look at what came in between; null once it is not wanted any more. */
async function inSlices<T>(
  steps: Steps<T>,
  isWanted: () => boolean,
  onShare: (share: number) => void,
): Promise<T | null> {
  let until = performance.now() + sliceMs
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (performance.now() < until) continue
    onShare(step.value)
    await turn()
    if (!isWanted()) return null
    until = performance.now() + sliceMs
  }
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
