import { countGivenCommon } from '../../frequency/count-given-factor.ts'
import type { OuterPoint } from '../../model/outer-points.ts'
import type { ControlEffect } from '../../model/portfolio.ts'
import type { ResolvedScenario } from '../../model/resolve-portfolio.ts'
import { type CountSlopes, countSlopes } from './count-slopes.ts'
import { type EffectSlopes, effectSlopes } from './effect-slopes.ts'

/** Everything that is uncertain in a scenario's year, given what it shares with others, on few points, with its slopes. */
export type ScenarioSlopes = {
  readonly keep: EffectSlopes
  readonly scale: EffectSlopes
  /** What the controls that detect, or answer, miss. */
  readonly missed: EffectSlopes
  readonly unanswered: EffectSlopes
  readonly counts: CountSlopes
  /** Chance that an event is noticed without any control that detects. */
  readonly noticed: number
}

export function scenarioSlopes(
  scenario: ResolvedScenario,
  point: OuterPoint,
  rho: number,
  ratePoints: number,
  isMeanOnly = false,
): ScenarioSlopes {
  const fixed = (control: ResolvedScenario['links'][number]['control']) => point.strengths.get(control)
  const whole = point.factor === 1 ? scenario.count : (scenario.count.multiplied(point.factor) ?? scenario.count)
  const count = point.common === null ? whole : countGivenCommon(whole, rho, point.common)
  const effect = (kind: ControlEffect, points: number) => effectSlopes(scenario, kind, fixed, isMeanOnly ? 1 : points)
  const keep = effect('frequency', 6)
  return {
    keep,
    scale: effect('severity', 4),
    missed: effect('detect', 2),
    unanswered: effect('respond', 2),
    noticed: scenario.event.noticed,
    counts: isMeanOnly ? { nodes: [], links: [] } : countSlopes(count, keep, ratePoints),
  }
}

/** One of the combinations of what controls leave of an event. */
export type EventNode = {
  readonly weight: number
  readonly scale: number
  readonly detected: number
  readonly answered: number
  /** How much the chance of containing falls with what the controls miss. */
  readonly byMissed: number
  /** Places in `scale`, `missed` and `unanswered`. */
  readonly at: readonly [number, number, number]
}

export function eventNodes({ scale, missed, unanswered, noticed }: ScenarioSlopes): readonly EventNode[] {
  return Array.from(scale.nodes.values, (value, s) =>
    Array.from(missed.nodes.values, (miss, d) =>
      Array.from(unanswered.nodes.values, (wait, r): EventNode => {
        const weight =
          (scale.nodes.weights[s] ?? 0) * (missed.nodes.weights[d] ?? 0) * (unanswered.nodes.weights[r] ?? 0)
        const [detected, answered] = [1 - miss * (1 - noticed), 1 - wait]
        return { weight, scale: value, detected, answered, byMissed: (1 - noticed) * answered, at: [s, d, r] }
      }),
    ).flat(),
  ).flat()
}
