import type { NeedStanding } from '../evidence/need-standing.ts'

type Weighed = Pick<NeedStanding, 'needId' | 'weight' | 'share'>

/**
 * a = g · Σ w·(φ·r·p) / Σ w in [0, 1]: how much of what a control claims is proven now. No need of positive weight: 0.
 * Needs are added in the order of their ids, so the same needs in any order give the same bits.
 */
export function assuranceOf(implementedShare: number, needs: readonly Weighed[]): number {
  return implementedShare * provenMean(needs)
}

/** Σ w·share / Σ w over the needs of positive weight; 0 without any. */
export function provenMean(needs: readonly Weighed[]): number {
  let weights = 0
  let proven = 0
  for (const need of inIdOrder(needs)) {
    weights += need.weight
    proven += need.weight * need.share
  }
  return weights > 0 ? Math.min(1, proven / weights) : 0
}

function inIdOrder<T extends Weighed>(needs: readonly T[]): readonly T[] {
  return needs.length < 2 ? needs : [...needs].sort((a, b) => (a.needId < b.needId ? -1 : a.needId > b.needId ? 1 : 0))
}
