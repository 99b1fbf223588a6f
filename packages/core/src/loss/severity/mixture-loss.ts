import { invertSurvival } from './invert-survival.ts'
import type { Range, SeverityLaw } from './severity-law.ts'

export type MixturePart = { readonly weight: number; readonly law: SeverityLaw }

/** One of several laws, each with its weight; weights add up to 1. Every moment is the weighted sum: exact as its parts. */
export function mixtureLoss(parts: readonly MixturePart[]): SeverityLaw {
  const sum = (value: (law: SeverityLaw) => number) =>
    parts.reduce((total, { weight, law }) => total + weight * value(law), 0)
  const survival = (x: number) => sum((law) => law.survival(x))
  const density = (x: number) => sum((law) => law.density(x))
  const mean = sum((law) => law.mean)
  const most = Math.max(...parts.map(({ law }) => law.most))
  return {
    mean,
    meanSquare: sum((law) => law.meanSquare),
    most,
    atoms: parts.flatMap(({ law }) => law.atoms),
    survival,
    limitedMean: (x) => sum((law) => law.limitedMean(x)),
    stopLoss: (x) => sum((law) => law.stopLoss(x)),
    squareBelow: (x) => sum((law) => law.squareBelow(x)),
    quantile: (p) => invertSurvival({ survival, density, most, start: mean }, 1 - p),
    density,
    smooth: (step) => parts.map(({ law }) => law.smooth(step)).reduce(intersection),
    scaled: (factor) => mixtureLoss(parts.map(({ weight, law }) => ({ weight, law: law.scaled(factor) }))),
  }
}

function intersection(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  return a.flatMap((one) =>
    b
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  )
}
