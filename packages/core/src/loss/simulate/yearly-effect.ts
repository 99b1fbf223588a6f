import type { ControlEffect } from '../model/portfolio.ts'
import { atPlace, uniformWithin } from './random-stream.ts'
import { blockYears, type SimulatedControl, type SimulatedScenario, type SimulationModel } from './simulation-model.ts'

/** What the controls of a scenario leave in every year alike. */
export type SteadyEffect = { readonly keep: number; readonly scale: number; readonly contained: number }

/** The same year by year, in one block; null where it is 1 (kept, scaled) or 0 (contained) in all of them. */
export type YearlyEffect = {
  readonly keep: Float64Array | null
  readonly scale: Float64Array | null
  readonly contained: Float64Array | null
}

/** Strength of every control before coverage: one number where it is the same in every year, else one for each year of the block. */
export function strengthsIn({ controls }: SimulationModel, block: number): readonly Float64Array[] {
  const first = block * blockYears
  return controls.map((control) => {
    const strengths = new Float64Array(varies(control) ? blockYears : 1)
    const { key, draw, source } = control
    const { effectiveness, assurance, onOff } = source
    const certain = effectiveness.type === 'constant' ? effectiveness.value : 0
    const isOnOff = onOff === true
    for (let at = 0; at < strengths.length; at++) {
      const placed = atPlace(key, first + at)
      const working = draw === null ? certain : draw(uniformWithin(key, placed, 0))
      strengths[at] = isOnOff ? (uniformWithin(key, placed, 1) < assurance ? working : 0) : assurance * working
    }
    return strengths
  })
}

function varies({ draw, source }: SimulatedControl): boolean {
  return draw !== null || source.onOff === true
}

/** Whether the effect is the same in every year. */
export function isSteady({ links }: SimulatedScenario, { controls }: SimulationModel): boolean {
  return links.every(({ control }) => {
    const one = controls[control]
    return one === undefined || !varies(one)
  })
}

export function steadyEffect(
  scenario: SimulatedScenario,
  model: SimulationModel,
  strengths: readonly Float64Array[],
): SteadyEffect {
  const { keep, scale, contained } = yearlyEffect(scenario, model, strengths, 1)
  return { keep: keep?.[0] ?? 1, scale: scale?.[0] ?? 1, contained: contained?.[0] ?? 0 }
}

export function yearlyEffect(
  scenario: SimulatedScenario,
  model: SimulationModel,
  strengths: readonly Float64Array[],
  years = blockYears,
): YearlyEffect {
  const left = (effect: ControlEffect, most: number) => remaining(scenario, model, strengths, effect, most, years)
  const most = scenario.resolved.maxReduction
  const missed = left('detect', 1)
  const unanswered = left('respond', 1)
  return {
    keep: left('frequency', most),
    scale: left('severity', most),
    contained: missed && unanswered && missed.map((value, at) => (1 - value) * (1 - (unanswered[at] ?? 1))),
  }
}

/** Π(1 − coverage·strength), groups as their best member plus a part of the rest, no less than 1 − most; null without such a control. */
function remaining(
  { links, resolved }: SimulatedScenario,
  { controls }: SimulationModel,
  strengths: readonly Float64Array[],
  effect: ControlEffect,
  most: number,
  years: number,
): Float64Array | null {
  const own = links.filter(({ control }) => controls[control]?.source.effect === effect)
  if (own.length === 0) return null
  const left = new Float64Array(years).fill(1)
  const groups = new Map<string, { best: Float64Array; left: Float64Array }>()
  for (const { control, coverage } of own) {
    const strength = strengths[control] ?? new Float64Array(1)
    const name = controls[control]?.source.group
    const group =
      name === undefined
        ? null
        : (groups.get(name) ?? { best: new Float64Array(years), left: new Float64Array(years).fill(1) })
    if (name !== undefined && group !== null) groups.set(name, group)
    multiply(group?.left ?? left, group?.best ?? null, strength, coverage)
  }
  for (const [name, group] of groups) {
    const independence = resolved.independence.get(name) ?? 0
    for (let at = 0; at < years; at++) {
      const best = group.best[at] ?? 0
      left[at] = (left[at] ?? 0) * (1 - (best + independence * (1 - (group.left[at] ?? 1) - best)))
    }
  }
  for (let at = 0; at < years; at++) left[at] = Math.max(left[at] ?? 0, 1 - most)
  return left
}

/** left ← left·(1 − coverage·strength), and the best reduction so far where that is asked for. */
function multiply(left: Float64Array, best: Float64Array | null, strength: Float64Array, coverage: number): void {
  const step = strength.length === 1 ? 0 : 1
  for (let at = 0; at < left.length; at++) {
    const r = coverage * (strength[step * at] ?? 0)
    left[at] = (left[at] ?? 0) * (1 - r)
    if (best !== null) best[at] = Math.max(best[at] ?? 0, r)
  }
}
