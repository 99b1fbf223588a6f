import type { LossShape } from '../chain/chain-snapshot.ts'
import type { Severity } from './model/portfolio.ts'

/** The engine's law of a loss that has a shape of its own. */
export function severityOfShape(shape: LossShape): Severity {
  if (shape.kind === 'amounts') return { type: 'empirical', values: shape.amountsMinor }
  return { type: 'pert', min: shape.minMinor, mode: shape.modeMinor, max: shape.maxMinor }
}
