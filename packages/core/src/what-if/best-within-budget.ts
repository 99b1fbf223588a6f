import { bestTreatments, type ChosenTreatments } from '../loss/attribution/best-treatments.ts'
import type { Portfolio, Scenario } from '../loss/model/portfolio.ts'
import type { Treatment } from './treatments.ts'
import { type WhatIf, withControl } from './what-if.ts'

type Pricer = {
  readonly worldOf: (whatIf: WhatIf) => Portfolio
  readonly meanOf: (scenario: Scenario) => number
}

/**
 * The set of treatments within a yearly budget that takes most off the expected year of the changed world, everything else of it as it is. Treatments of
 * unknown cost are left out. A risk is priced once for each set of its own treatments, as the mean of a year is the sum over risks; a policy on
 * the whole year is left aside, as it would be shared.
 */
export function bestWithinBudget(
  whatIf: WhatIf,
  treatments: readonly Treatment[],
  budgetMinor: number,
  { worldOf, meanOf }: Pricer,
): ChosenTreatments {
  const candidates = treatments.flatMap(({ controlId, annualCostMinor }) =>
    annualCostMinor === null ? [] : [{ id: controlId, annualCost: annualCostMinor }],
  )
  const ids = new Set(candidates.map(({ id }) => id))
  const base = { ...whatIf, controls: whatIf.controls.filter(({ controlId }) => !ids.has(controlId)) }
  const touching = new Map<string, string[]>()
  for (const { controlId, riskIds } of treatments)
    if (ids.has(controlId)) for (const id of riskIds) touching.set(id, [...(touching.get(id) ?? []), controlId])
  const known = new Map<string, number>()
  const price = (bought: ReadonlySet<string>) => {
    let sum = 0
    let world: Map<string | undefined, Scenario> | null = null
    for (const [riskId, own] of touching) {
      const key = `${riskId} ${own.filter((id) => bought.has(id)).join()}`
      let mean = known.get(key)
      if (mean === undefined) {
        world ??= new Map(worldOf(withBought(base, bought)).scenarios.map((one) => [one.id, one]))
        const scenario = world.get(riskId)
        mean = scenario === undefined ? 0 : meanOf(scenario)
        known.set(key, mean)
      }
      sum += mean
    }
    return sum
  }
  return bestTreatments(candidates, budgetMinor, price)
}

function withBought(base: WhatIf, bought: ReadonlySet<string>): WhatIf {
  return [...bought].reduce((world, controlId) => withControl(world, controlId, { controlId, change: 'done' }), base)
}
