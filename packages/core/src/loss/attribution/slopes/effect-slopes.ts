import type { Nodes } from '../../frequency/count-law.ts'
import type { Fixed } from '../../model/joint-effect.ts'
import type { ControlEffect } from '../../model/portfolio.ts'
import { workingNodes } from '../../model/resolve-control.ts'
import type { ResolvedScenario } from '../../model/resolve-portfolio.ts'
import { reduceNodes } from '../../quadrature/reduce-nodes.ts'
import { distinct, interpolation } from './interpolation.ts'
import { leftBySlopes } from './left-by-slopes.ts'

/**
 * The law of what the controls of one effect leave, v, on few points, and how it moves with each assurance: for a smooth t the
 * derivative of E[t(v)] is Σ_q slopes[q]·t′(v_q) + shifts[q]·t(v_q).
 */
export type EffectSlopes = {
  readonly nodes: Nodes
  readonly links: readonly LinkSlopes[]
}

export type LinkSlopes = {
  /** Place among the scenario's links. */
  readonly at: number
  readonly slopes: Float64Array
  /** Of a control that works wholly or not at all, whose assurance is a chance. */
  readonly shifts: Float64Array
}

const mostCombinations = 256

/** One strength a control may have: reduction, its slope by the assurance, its chance, and the slope of that. */
type Choice = { readonly r: number; readonly slope: number; readonly chance: number; readonly gain: number }

/**
 * Looked at on every combination of the controls' strengths, with as many points each as 256 combinations allow; where the limit of a
 * joint reduction binds the slope is 0.
 * @param points on which the law is kept; 1 for its mean alone
 */
export function effectSlopes(
  scenario: ResolvedScenario,
  effect: ControlEffect,
  fixed: Fixed,
  points: number,
): EffectSlopes {
  const links = scenario.links.flatMap((link, at) => (link.control.effect === effect ? [{ ...link, at }] : []))
  const most = effect === 'frequency' || effect === 'severity' ? scenario.maxReduction : 1
  const isEven = points === 1 && isMultilinear(links, most)
  const each = isEven
    ? () => 1
    : pointsEach(links.filter(({ control }) => isUncertain(control.source.effectiveness)).length)
  const choices = links.map((link, k) => choicesOf(link, fixed, each(k)))
  const combinations = choices.reduce((product, one) => product * one.length, 1)
  const values = new Float64Array(combinations)
  const weights = new Float64Array(combinations)
  const slopes = links.map(() => new Float64Array(combinations))
  const gains = links.map(() => new Float64Array(combinations))
  const groups = links.map(({ control }) => control.group)
  const picked: Choice[] = []
  for (let n = 0; n < combinations; n++) {
    for (let k = 0, rest = n; k < choices.length; k++) {
      const own = choices[k] ?? []
      picked[k] = own[rest % own.length] ?? nothing
      rest = Math.floor(rest / own.length)
    }
    const chance = picked.reduce((product, one) => product * one.chance, 1)
    const { left, by } = leftBySlopes(
      picked.map(({ r }) => r),
      groups,
      scenario.independence,
    )
    const binds = left < 1 - most
    values[n] = binds ? 1 - most : left
    weights[n] = chance
    picked.forEach((one, k) => {
      const others = picked.reduce((product, other) => (other === one ? product : product * other.chance), 1)
      set(slopes[k], n, binds ? 0 : chance * (by[k] ?? 0) * one.slope)
      set(gains[k], n, one.gain === 0 ? 0 : others * one.gain)
    })
  }
  // A chance to work moves weight between two values, which a single node cannot show.
  const least = links.some(({ control }) => control.source.onOff === true) ? 2 : 1
  const nodes = fewer({ values, weights }, Math.max(points, least))
  return {
    nodes,
    links: links.map(({ at }, k) => {
      return { at, slopes: onNodes(values, slopes[k], nodes), shifts: onNodes(values, gains[k], nodes) }
    }),
  }
}

/** A signed measure on many values as weights on the nodes that stand for them. */
export function onNodes(values: Float64Array, measure: Float64Array | undefined, { values: at }: Nodes): Float64Array {
  const weightsAt = interpolation(at)
  const own = new Float64Array(at.length)
  const out = new Float64Array(at.length)
  values.forEach((value, n) => {
    const amount = measure?.[n] ?? 0
    if (amount === 0) return
    weightsAt(value, own)
    for (let q = 0; q < out.length; q++) out[q] = (out[q] ?? 0) + amount * (own[q] ?? 0)
  })
  return out
}

/** Distinct values, no more of them than asked for. */
export function fewer(nodes: Nodes, points: number): Nodes {
  return reduceNodes(distinct(nodes), points)
}

const nothing: Choice = { r: 0, slope: 0, chance: 1, gain: 0 }

function choicesOf(
  { control, coverage }: ResolvedScenario['links'][number],
  fixed: Fixed,
  points: number,
): readonly Choice[] {
  const { assurance, effectiveness, onOff } = control.source
  const known = fixed(control)
  if (known !== undefined && onOff !== true) {
    const full = assurance > 0 ? known / assurance : 0
    return [{ r: coverage * known, slope: coverage * full, chance: 1, gain: 0 }]
  }
  const { values, weights } = reduceNodes(workingNodes(effectiveness, 1), points)
  const working = Array.from(values, (value, i): Choice => {
    const weight = weights[i] ?? 0
    if (onOff === true) return { r: coverage * value, slope: 0, chance: assurance * weight, gain: weight }
    return { r: coverage * assurance * value, slope: coverage * value, chance: weight, gain: 0 }
  })
  return onOff === true ? [...working, { r: 0, slope: 0, chance: 1 - assurance, gain: -1 }] : working
}

function isUncertain({ type }: { readonly type: string }): boolean {
  return type !== 'constant'
}

/** Whether what is left is a plain product whatever the strengths: then means are enough for a mean. */
function isMultilinear(links: ResolvedScenario['links'], most: number): boolean {
  const left = links.reduce((product, { control, coverage }) => {
    const { effectiveness, assurance, onOff } = control.source
    const strongest = effectiveness.type === 'constant' ? effectiveness.value : effectiveness.max
    return product * (1 - coverage * strongest * (onOff === true ? 1 : assurance))
  }, 1)
  return left >= 1 - most && links.every(({ control }) => control.group === null)
}

/** So many points for the k-th control that all combinations stay few; beyond eight uncertain controls the last count with their means. */
function pointsEach(uncertain: number): (k: number) => number {
  let each = 12
  const combinations = (n: number) => {
    let product = 1
    for (let k = 0; k < Math.min(uncertain, 8); k++) product *= n
    return product
  }
  while (each > 2 && combinations(each) > mostCombinations) each--
  return (k) => (k < 8 ? each : 1)
}

function set(into: Float64Array | undefined, at: number, value: number): void {
  if (into !== undefined) into[at] = value
}
