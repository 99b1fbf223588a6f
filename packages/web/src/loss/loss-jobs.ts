import type { Steps } from '@sinew/core/loss/exact/in-steps.ts'
import { lossStates } from '@sinew/core/loss/loss-state.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { livePortfolioInSteps, type PricedYear } from './live-portfolio.ts'
import { daysBetweenAhead, furthestDays, mostExplained } from './loss-limits.ts'
import type { LossAnswer, LossRequest } from './loss-messages.ts'
import { atHand, atRest } from './loss-settings.ts'
import { type SampledYear, sampleState, sampleYear } from './sample-year.ts'
import { tailDriversInSteps } from './tail-drivers.ts'
import { nothingTried, type Trial } from './trial.ts'

type Open = Extract<LossRequest, { kind: 'open' }>

/** Between two looks at what was asked meanwhile. */
const sliceMs = 25

/**
 * The worker's side: opens a portfolio in slices, then prices trials in between whatever else it does. Apart from the worker itself so that
 * it runs in tests too.
 * @param isWanted false ends what it does in slices
 */
export function openLossJobs(
  answer: (message: LossAnswer) => void,
  isWanted: () => boolean = () => true,
): { readonly take: (request: LossRequest) => void } {
  let price: ((trial: Trial) => void) | null = null

  function take(request: LossRequest): void {
    if (request.kind === 'open') void open(request)
    else price?.(request.trial)
  }

  async function open(request: Open): Promise<void> {
    const { snapshot, at, limits, lattices } = request
    try {
      const settings = lattices === 'coarse' ? atHand : atRest(snapshot.risks.length)
      const tell = (share: number) => answer({ kind: 'progress', share })
      const live = await inSlices(livePortfolioInSteps(snapshot, at, settings), isWanted, tell)
      if (live === null) return
      let last: { readonly year: PricedYear; readonly sampled: SampledYear } | undefined
      const tellYear = (year: PricedYear) => {
        const sampled = sampleYear(year, limits, last)
        const changed = lossStates.filter((state) => sampled[state] !== last?.sampled[state])
        last = { year, sampled }
        answer({ kind: 'year', year: Object.fromEntries(changed.map((state) => [state, sampled[state]])) })
      }
      price = (trial) => orFailed(() => tellYear(live.change(trial)))
      tellYear(live.current())
      if (lattices === 'fine') await goOn(request)
    } catch (error) {
      if (isWanted()) answer({ kind: 'failed', message: messageOf(error) })
    }
  }

  /** What drives the year, then the year ahead at a few instants: on coarse lattices, a little at a time. */
  async function goOn({ snapshot, at, limits }: Open): Promise<void> {
    if (snapshot.risks.length > mostExplained) return
    const live = await inSlices(livePortfolioInSteps(snapshot, at, atHand), isWanted, () => undefined)
    if (live === null) return
    const drivers = await inSlices(tailDriversInSteps(live, snapshot, at), isWanted, () => undefined)
    if (drivers === null) return
    answer({ kind: 'drivers', drivers })
    const days = daysBetweenAhead(snapshot.risks.length)
    for (let day = 0; day < furthestDays + days; day += days) {
      const instant = at + Math.min(day, furthestDays) * dayMs
      const { proven } = live.change(nothingTried(instant))
      answer({ kind: 'ahead', point: { at: instant, proven: sampleState(proven, limits) } })
      await turn()
      if (!isWanted()) return
    }
  }

  function orFailed(act: () => void): void {
    try {
      act()
    } catch (error) {
      answer({ kind: 'failed', message: messageOf(error) })
    }
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
