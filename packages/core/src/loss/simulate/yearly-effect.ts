import type { ControlEffect } from '../model/portfolio.ts'
import { fillFromTable } from './quantile-table.ts'
import { mixed, mixedOnce } from './random-stream.ts'
import { blockYears, type SimulatedScenario, type SimulationModel } from './simulation-model.ts'

/**
 * What the controls of a scenario leave in the years of one block: one number where it is the same in all of them, else one for each. Null where it is 1 (kept, scaled)
 * or 0 (contained).
 */
export type YearlyEffect = {
  readonly keep: Float64Array | null
  readonly scale: Float64Array | null
  readonly contained: Float64Array | null
}

/** The value in a year of the block. */
export function inYear(values: Float64Array | null, at: number, otherwise: number): number {
  return values === null ? otherwise : (values[values.length > 1 ? at : 0] ?? otherwise)
}

/** Strength of every control before coverage: one number where it is the same in every year, else one for each year of the block. */
export function strengthsIn({ controls }: SimulationModel, block: number): readonly Float64Array[] {
  return controls.map(({ key, table, draw, source }) => {
    const { effectiveness, assurance, onOff } = source
    const isCertain = effectiveness.type === 'constant'
    if (isCertain && onOff !== true) return Float64Array.of(assurance * effectiveness.value)
    const strengths = new Float64Array(blockYears).fill(isCertain ? effectiveness.value : 0)
    const workKey = mixed(key, block, 0)
    if (table !== null) fillFromTable(table, workKey, strengths)
    else if (draw !== null)
      for (let at = 0; at < blockYears; at++) strengths[at] = draw(((mixedOnce(workKey, at) >>> 0) + 0.5) / 4294967296)
    if (onOff === true) switchOff(strengths, assurance, mixed(key, block, 1))
    else for (let at = 0; at < blockYears; at++) strengths[at] = assurance * (strengths[at] ?? 0)
    return strengths
  })
}

/** A control that works in a year or does not, with its assurance as the chance that it does. */
function switchOff(strengths: Float64Array, assurance: number, key: number): void {
  for (let at = 0; at < strengths.length; at++)
    if (((mixedOnce(key, at) >>> 0) + 0.5) / 4294967296 >= assurance) strengths[at] = 0
}

export function yearlyEffect(
  scenario: SimulatedScenario,
  model: SimulationModel,
  strengths: readonly Float64Array[],
): YearlyEffect {
  const left = (effect: ControlEffect, most: number) => remaining(scenario, model, strengths, effect, most)
  const most = scenario.resolved.maxReduction
  const { noticed } = scenario.resolved.event
  const missed = left('detect', 1)
  const unanswered = left('respond', 1)
  return {
    keep: left('frequency', most),
    scale: left('severity', most),
    contained:
      unanswered && (missed !== null || noticed > 0) ? containedBy(missed ?? always, unanswered, noticed) : null,
  }
}

// Without a control that detects, what is not noticed anyway is missed in every year.
const always = Float64Array.of(1)

function containedBy(missed: Float64Array, unanswered: Float64Array, noticed: number): Float64Array {
  const years = Math.max(missed.length, unanswered.length)
  return Float64Array.from(
    { length: years },
    (_, at) => (1 - inYear(missed, at, 1) * (1 - noticed)) * (1 - inYear(unanswered, at, 1)),
  )
}

/** Π(1 − coverage·strength), groups as their best member plus a part of the rest, no less than 1 − most; null without such a control. */
function remaining(
  { links, resolved }: SimulatedScenario,
  { controls }: SimulationModel,
  strengths: readonly Float64Array[],
  effect: ControlEffect,
  most: number,
): Float64Array | null {
  const own = links.filter(({ control }) => controls[control]?.source.effect === effect)
  if (own.length === 0) return null
  const years = Math.max(...own.map(({ control }) => strengths[control]?.length ?? 1))
  const nameOf = (control: number) => controls[control]?.source.group
  let left = leftByTwo(own, strengths, years, nameOf)
  const groups = new Map<string, { readonly best: Float64Array; readonly left: Float64Array | null }>()
  for (const { control, coverage } of left === null ? own : own.slice(2)) {
    const strength = strengths[control] ?? new Float64Array(1)
    const name = nameOf(control)
    if (name === undefined) {
      left = multiplied(left, strength, coverage, years)
      continue
    }
    const group = groups.get(name) ?? { best: new Float64Array(years), left: null }
    raise(group.best, strength, coverage)
    groups.set(name, { best: group.best, left: multiplied(group.left, strength, coverage, years) })
  }
  const all = left ?? new Float64Array(years).fill(1)
  for (const [name, group] of groups) {
    const independence = resolved.independence.get(name) ?? 0
    for (let at = 0; at < years; at++) {
      const best = group.best[at] ?? 0
      all[at] = (all[at] ?? 0) * (1 - (best + independence * (1 - (group.left?.[at] ?? 1) - best)))
    }
  }
  if (most < 1) limit(all, 1 - most)
  return all
}

/** What the first two links leave, in one go, where they differ from year to year and stand alone: the most usual case. */
function leftByTwo(
  [first, second]: SimulatedScenario['links'],
  strengths: readonly Float64Array[],
  years: number,
  nameOf: (control: number) => string | undefined,
): Float64Array | null {
  if (first === undefined || second === undefined || years === 1) return null
  const [one, other] = [strengths[first.control], strengths[second.control]]
  const isAlone = nameOf(first.control) === undefined && nameOf(second.control) === undefined
  if (!isAlone || one?.length !== years || other?.length !== years) return null
  const left = new Float64Array(years)
  const { coverage } = first
  const otherCoverage = second.coverage
  for (let at = 0; at < years; at++) left[at] = (1 - coverage * (one[at] ?? 0)) * (1 - otherCoverage * (other[at] ?? 0))
  return left
}

/** left·(1 − coverage·strength), in the array of what was left before where there is one. */
function multiplied(
  before: Float64Array | null,
  strength: Float64Array,
  coverage: number,
  years: number,
): Float64Array {
  const left = before ?? new Float64Array(years)
  if (before === null && strength.length === years)
    for (let at = 0; at < years; at++) left[at] = 1 - coverage * (strength[at] ?? 0)
  else if (strength.length === years)
    for (let at = 0; at < years; at++) left[at] = (left[at] ?? 0) * (1 - coverage * (strength[at] ?? 0))
  else {
    const share = 1 - coverage * (strength[0] ?? 0)
    for (let at = 0; at < years; at++) left[at] = (before === null ? 1 : (left[at] ?? 0)) * share
  }
  return left
}

/** best ← max(best, coverage·strength). */
function raise(best: Float64Array, strength: Float64Array, coverage: number): void {
  const step = strength.length > 1 ? 1 : 0
  for (let at = 0; at < best.length; at++) {
    const reduction = coverage * (strength[step * at] ?? 0)
    if (reduction > (best[at] ?? 0)) best[at] = reduction
  }
}

function limit(left: Float64Array, least: number): void {
  for (let at = 0; at < left.length; at++) if ((left[at] ?? 0) < least) left[at] = least
}
