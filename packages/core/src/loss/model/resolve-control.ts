import type { Nodes } from '../frequency/count-law.ts'
import { betaNodes } from '../quadrature/beta-nodes.ts'
import { certainly } from '../quadrature/reduce-nodes.ts'
import { pertShapes } from '../severity/pert-loss.ts'
import type { Control, ControlEffect } from './portfolio.ts'

/** A control as the engines see it. */
export type ResolvedControl = {
  /** Names its random numbers: that of the portfolio's control, or scenario and control for one of a scenario alone. */
  readonly id: string
  readonly effect: ControlEffect
  readonly group: string | null
  /** Assurance · effectiveness on a few points, before coverage. */
  readonly strength: Nodes
  readonly source: Control
  /** A control of the portfolio, which several scenarios may name. */
  readonly isShared: boolean
}

const controlPoints = 12

export function resolveControl(control: Control, id: string, isShared: boolean): ResolvedControl {
  const group = control.group ?? null
  return { id, effect: control.effect, group, strength: strengthOf(control), source: control, isShared }
}

function strengthOf({ effectiveness, assurance, onOff }: Control): Nodes {
  if (assurance === 0) return certainly(0)
  const full = onOff === true ? 1 : assurance
  const working = workingNodes(effectiveness, full)
  if (onOff !== true || assurance === 1) return working
  return {
    values: Float64Array.of(0, ...working.values),
    weights: Float64Array.of(1 - assurance, ...working.weights.map((weight) => weight * assurance)),
  }
}

const mostShapes = 500
const known = new Map<string, Nodes>()

/** Beta on [0, 1] by its shapes; few occur, however many controls there are. */
function shapeNodes(alpha: number, beta: number): Nodes {
  const key = `${alpha} ${beta}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const made = betaNodes(alpha, beta, 0, 1, controlPoints)
  if (known.size >= mostShapes) known.clear()
  known.set(key, made)
  return made
}

/** Effectiveness times `share` on a few points. */
export function workingNodes(effectiveness: Control['effectiveness'], share: number): Nodes {
  if (effectiveness.type === 'constant') return certainly(effectiveness.value * share)
  const { min, max } = effectiveness
  const { alpha, beta } =
    effectiveness.type === 'uniform'
      ? { alpha: 1, beta: 1 }
      : pertShapes(min, effectiveness.mode, max, effectiveness.lambda)
  const { values, weights } = shapeNodes(alpha, beta)
  return { values: values.map((t) => (min + (max - min) * t) * share), weights }
}
