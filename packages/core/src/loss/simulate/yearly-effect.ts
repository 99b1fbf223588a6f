import type { ControlEffect } from '../model/portfolio.ts'
import { uniform } from './random-stream.ts'
import type { SimulatedControl, SimulatedScenario, SimulationModel } from './simulation-model.ts'

/** What the controls of a scenario leave in one year. */
export type YearlyEffect = { readonly keep: number; readonly scale: number; readonly contained: number }

/** How strong a control is in one year, before coverage. */
export function strengthIn({ key, draw, source }: SimulatedControl, year: number): number {
  const { effectiveness, assurance, onOff } = source
  const working =
    draw === null ? (effectiveness.type === 'constant' ? effectiveness.value : 0) : draw(uniform(key, year, 0))
  if (onOff !== true) return assurance * working
  return uniform(key, year, 1) < assurance ? working : 0
}

/** Whether the effect is the same in every year. */
export function isConstant({ links }: SimulatedScenario, { controls }: SimulationModel): boolean {
  return links.every(({ control }) => {
    const one = controls[control]
    return one === undefined || (one.draw === null && one.source.onOff !== true)
  })
}

export function effectIn(scenario: SimulatedScenario, model: SimulationModel, strengths: Float64Array): YearlyEffect {
  const most = scenario.resolved.maxReduction
  const contained =
    reduction(scenario, model, strengths, 'detect', 1) * reduction(scenario, model, strengths, 'respond', 1)
  return {
    keep: 1 - reduction(scenario, model, strengths, 'frequency', most),
    scale: 1 - reduction(scenario, model, strengths, 'severity', most),
    contained,
  }
}

/** 1 − Π(1 − coverage·strength) with groups as their best member plus a part of the rest, at most `most`. */
function reduction(
  { links, resolved }: SimulatedScenario,
  { controls }: SimulationModel,
  strengths: Float64Array,
  effect: ControlEffect,
  most: number,
): number {
  let left = 1
  const groups = new Map<string, { best: number; left: number }>()
  for (const { control, coverage } of links) {
    const source = controls[control]?.source
    if (source?.effect !== effect) continue
    const r = coverage * (strengths[control] ?? 0)
    if (source.group === undefined) {
      left *= 1 - r
      continue
    }
    const group = groups.get(source.group) ?? { best: 0, left: 1 }
    groups.set(source.group, { best: Math.max(group.best, r), left: group.left * (1 - r) })
  }
  for (const [name, group] of groups) {
    const independence = resolved.independence.get(name) ?? 0
    left *= 1 - (group.best + independence * (1 - group.left - group.best))
  }
  return Math.min(1 - left, most)
}
