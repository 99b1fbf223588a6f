import type { SeverityLaw } from './severity-law.ts'

/** min(X, cap), cap above 0: what lies beyond the cap becomes an atom at it. Exact as X. */
export function cappedLoss(law: SeverityLaw, cap: number): SeverityLaw {
  if (cap >= law.most) return law
  const beyond = law.survival(cap)
  const cut = law.stopLoss(cap)
  return {
    mean: law.limitedMean(cap),
    meanSquare: law.squareBelow(cap) + cap * cap * beyond,
    most: cap,
    atoms: [...law.atoms.filter((at) => at < cap), cap],
    survival: (x) => (x < cap ? law.survival(x) : 0),
    limitedMean: (x) => law.limitedMean(Math.min(x, cap)),
    stopLoss: (x) => (x < cap ? Math.max(0, law.stopLoss(x) - cut) : 0),
    squareBelow: (x) => (x < cap ? law.squareBelow(x) : law.squareBelow(cap) + cap * cap * beyond),
    quantile: (p) => Math.min(cap, law.quantile(p)),
    density: (x) => (x < cap ? law.density(x) : 0),
    densities: law.densities,
    smooth: (step) => law.smooth(step).map(({ from, to }) => ({ from, to: Math.min(to, cap - step) })),
    scaled: (factor) => cappedLoss(law.scaled(factor), cap * factor),
  }
}
