import type { LossShape } from '../chain/chain-snapshot.ts'
import { empiricalLoss } from './severity/empirical-loss.ts'
import { pertLoss } from './severity/pert-loss.ts'
import type { SeverityLaw } from './severity/severity-law.ts'

/** The law of a loss that has a shape of its own. By its two laws alone: a page that prices one risk need not load all of the engine's. */
export function lawOfShape(shape: LossShape): SeverityLaw {
  if (shape.kind === 'amounts') return empiricalLoss(shape.amountsMinor)
  return pertLoss(shape.minMinor, shape.modeMinor, shape.maxMinor)
}
