import type { Cover } from '../insurance/insured.ts'
import { insuredAgain } from '../insurance/insured-scenarios.ts'
import type { RiskScenarios } from '../loss/chain-portfolio.ts'
import type { ExactSettings } from '../loss/exact/price-exact.ts'
import type { LossCurve } from '../loss/loss-curve.ts'
import { type LossState, lossStates } from '../loss/loss-state.ts'
import type { Control, Scenario } from '../loss/model/portfolio.ts'
import { isSame } from '../movement/same.ts'
import { recordedSettings } from './recorded-settings.ts'
import { yearPricer } from './year-pricer.ts'

export type StateCurves = Readonly<Record<LossState, LossCurve>>

/** States after insurance: without any control nobody would insure. */
export const borneStates = ['claimed', 'proven', 'target'] as const
export type BorneState = (typeof borneStates)[number]
export type BorneCurves = Readonly<Record<BorneState, LossCurve>>

/**
 * Prices the year of all risks in the four states, again and again while a few of them change: what does not change is not done again, and
 * the result is bit for bit that of a new pricer. The one thing that is kept between derivations; worth keeping for an organisation.
 */
export type PortfolioPricer = {
  /** @param risks in the order of their ids */
  readonly price: (risks: readonly RiskScenarios[]) => StateCurves
  /** What of the same years is left to bear beside what these covers pay. */
  readonly priceBorne: (risks: readonly RiskScenarios[], covers: readonly Cover[]) => BorneCurves
}

/** @param settingsOf how finely so many risks are priced */
export function portfolioPricer(settingsOf: (risks: number) => ExactSettings = recordedSettings): PortfolioPricer {
  const byRisk = new Map<string, RiskScenarios>()
  const known = new WeakMap<RiskScenarios, RiskScenarios>()
  const pricers = inEachState(() => yearPricer(settingsOf))
  const borne = inEachBorneState(() => ({ price: yearPricer(settingsOf), cover: insuredAgain() }))
  return {
    price: (risks) => {
      const all = risks.map(kept)
      return inEachState((state) => pricers[state]({ scenarios: all.flatMap((risk) => risk[state] ?? []) }))
    },
    priceBorne: (risks, covers) => {
      const all = risks.map(kept)
      return inEachBorneState((state) => {
        const scenarios = all.flatMap((risk) => risk[state] ?? [])
        return borne[state].price(borne[state].cover({ scenarios }, covers))
      })
    },
  }

  function kept(risk: RiskScenarios): RiskScenarios {
    const found = known.get(risk)
    if (found !== undefined) return found
    const id = risk.inherent?.id ?? ''
    const before = byRisk.get(id)
    const same = inEachState((state) => sameOr(before?.[state] ?? null, risk[state]))
    if (before === undefined && byRisk.size > mostKept) byRisk.clear()
    byRisk.set(id, same)
    known.set(risk, same)
    return same
  }
}

const mostKept = 50_000

function inEachState<T>(make: (state: LossState) => T): Readonly<Record<LossState, T>> {
  const [inherent, claimed, proven, target] = lossStates.map(make) as [T, T, T, T]
  return { inherent, claimed, proven, target }
}

export function inEachBorneState<T>(make: (state: BorneState) => T): Readonly<Record<BorneState, T>> {
  const [claimed, proven, target] = borneStates.map(make) as [T, T, T]
  return { claimed, proven, target }
}

/** The scenario as it was if it says the same, so that the engine sees that nothing changed; its controls likewise. */
function sameOr(before: Scenario | null, now: Scenario | null): Scenario | null {
  if (before === null || now === null || before.id !== now.id) return now
  const controls = now.controls?.map((control, k) => sameControlOr(before.controls?.[k], control))
  const isUnchanged =
    isSame(before.frequency, now.frequency) &&
    isSame(before.severity, now.severity) &&
    before.eventCap === now.eventCap &&
    isSame(before.containment, now.containment) &&
    isSame(before.secondary, now.secondary) &&
    before.controls?.length === controls?.length &&
    (controls ?? []).every((control, k) => control === before.controls?.[k])
  if (isUnchanged) return before
  return {
    ...now,
    frequency: isSame(before.frequency, now.frequency) ? before.frequency : now.frequency,
    severity: isSame(before.severity, now.severity) ? before.severity : now.severity,
    ...sameParts(before, now),
    ...(controls === undefined ? {} : { controls }),
  }
}

/** What belongs to the event, as the same objects where they say the same. */
function sameParts(before: Scenario, now: Scenario): Pick<Scenario, 'containment' | 'secondary'> {
  const { containment, secondary } = now
  return {
    ...(containment === undefined
      ? {}
      : { containment: isSame(before.containment, containment) ? (before.containment ?? containment) : containment }),
    ...(secondary === undefined
      ? {}
      : { secondary: isSame(before.secondary, secondary) ? (before.secondary ?? secondary) : secondary }),
  }
}

type Link = NonNullable<Scenario['controls']>[number]

function sameControlOr(before: Link | undefined, now: Link): Link {
  const areWhole = before !== undefined && isControl(before) && isControl(now)
  if (!areWhole || before.id !== now.id || before.effect !== now.effect) return now
  const isAlike = before.assurance === now.assurance && before.coverage === now.coverage
  return isAlike && isSame(before.effectiveness, now.effectiveness) ? before : now
}

function isControl(link: Link): link is Control {
  return typeof link === 'object' && 'effect' in link
}
