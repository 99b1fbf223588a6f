import { meanBelow, type SeverityLaw } from './severity-law.ts'

/**
 * What is left of an event to whoever is insured: all up to the deductible, and what exceeds deductible + limit. X below d,
 * an atom at d, X − l above. Exact as X.
 */
export function retainedLoss(law: SeverityLaw, deductible: number, limit: number): SeverityLaw {
  const top = deductible + limit
  if (law.most <= deductible) return law
  const layer = law.survival(deductible) - law.survival(top)
  const beyondSquare = (x: number) =>
    law.squareBelow(x) -
    law.squareBelow(top) -
    2 * limit * (meanBelow(law, x) - meanBelow(law, top)) +
    limit * limit * (law.survival(top) - law.survival(x))
  const tailSquare =
    law.meanSquare -
    law.squareBelow(top) -
    2 * limit * (law.mean - meanBelow(law, top)) +
    limit * limit * law.survival(top)
  const upToDeductible = law.squareBelow(deductible) + deductible * deductible * layer
  return {
    mean: law.limitedMean(deductible) + law.stopLoss(top),
    meanSquare: upToDeductible + tailSquare,
    most: law.most <= top ? deductible : law.most - limit,
    atoms: [...law.atoms.map((at) => retained(at, deductible, limit)), ...(deductible > 0 ? [deductible] : [])],
    survival: (x) => law.survival(x < deductible ? x : x + limit),
    limitedMean: (x) =>
      x < deductible
        ? law.limitedMean(x)
        : law.limitedMean(deductible) + law.limitedMean(x + limit) - law.limitedMean(top),
    stopLoss: (x) =>
      x < deductible ? law.stopLoss(x) - law.stopLoss(deductible) + law.stopLoss(top) : law.stopLoss(x + limit),
    squareBelow: (x) => (x < deductible ? law.squareBelow(x) : upToDeductible + beyondSquare(x + limit)),
    quantile: (p) => retained(law.quantile(p), deductible, limit),
    density: (x) => law.density(x < deductible ? x : x + limit),
    smooth: (step) =>
      law.smooth(step).flatMap(({ from, to }) => [
        { from, to: Math.min(to, deductible - step) },
        { from: Math.max(from - limit, deductible + step), to: to - limit },
      ]),
    scaled: (factor) => retainedLoss(law.scaled(factor), deductible * factor, limit * factor),
  }
}

/** What is left of this loss. */
export function retained(x: number, deductible: number, limit: number): number {
  return Math.min(x, deductible) + Math.max(0, x - deductible - limit)
}
