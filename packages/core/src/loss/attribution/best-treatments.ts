/** Something that could be bought: its yearly cost, above 0 or free. */
export type Candidate = { readonly id: string; readonly annualCost: number }

export type ChosenTreatments = {
  readonly ids: readonly string[]
  readonly annualCost: number
  /** The measure with them, and without any. */
  readonly value: number
  readonly before: number
  readonly method: 'exact' | 'greedy'
}

const mostExact = 15

/**
 * The set of candidates within a yearly budget that leaves the least of a measure. Exact by enumeration up to 15; beyond, greedy by what is taken off per cost,
 * re-priced after every pick, against the best single one (within 1 − 1/e, respectively half of it, of the best for reductions that diminish: Khuller, Moss, Naor 1999).
 * @param price the measure with these candidates bought
 */
export function bestTreatments(
  candidates: readonly Candidate[],
  budget: number,
  price: (bought: ReadonlySet<string>) => number,
): ChosenTreatments {
  const before = price(new Set())
  const affordable = candidates.filter(({ annualCost }) => annualCost <= budget)
  const chosen =
    affordable.length <= mostExact ? enumerate(affordable, budget, price) : greedy(affordable, budget, price, before)
  const annualCost = chosen.reduce((sum, { annualCost }) => sum + annualCost, 0)
  const value = price(new Set(chosen.map(({ id }) => id)))
  const method = affordable.length <= mostExact ? 'exact' : 'greedy'
  return { ids: chosen.map(({ id }) => id), annualCost, value, before, method }
}

function enumerate(
  candidates: readonly Candidate[],
  budget: number,
  price: (bought: ReadonlySet<string>) => number,
): readonly Candidate[] {
  let best: readonly Candidate[] = []
  let bestValue = price(new Set())
  let bestCost = 0
  for (let bits = 1; bits < 2 ** candidates.length; bits++) {
    const chosen = candidates.filter((_, at) => (bits & (1 << at)) !== 0)
    const cost = chosen.reduce((sum, { annualCost }) => sum + annualCost, 0)
    if (cost > budget) continue
    const value = price(new Set(chosen.map(({ id }) => id)))
    // The cheaper of two sets that leave the same.
    if (value < bestValue || (value === bestValue && cost < bestCost)) {
      best = chosen
      bestValue = value
      bestCost = cost
    }
  }
  return best
}

function greedy(
  candidates: readonly Candidate[],
  budget: number,
  price: (bought: ReadonlySet<string>) => number,
  before: number,
): readonly Candidate[] {
  const chosen: Candidate[] = []
  let left = budget
  let value = before
  let open = candidates
  while (open.length > 0) {
    const bought = new Set(chosen.map(({ id }) => id))
    const [best] = open
      .filter(({ annualCost }) => annualCost <= left)
      .map((one) => ({ one, gain: value - price(new Set([...bought, one.id])) }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => perCost(b.gain, b.one) - perCost(a.gain, a.one) || (a.one.id < b.one.id ? -1 : 1))
    if (best === undefined) break
    chosen.push(best.one)
    left -= best.one.annualCost
    value -= best.gain
    open = open.filter((one) => one !== best.one)
  }
  const [single] = candidates.map((one) => ({ one, alone: price(new Set([one.id])) })).sort((a, b) => a.alone - b.alone)
  return single !== undefined && single.alone < value ? [single.one] : chosen
}

function perCost(gain: number, { annualCost }: Candidate): number {
  return annualCost > 0 ? gain / annualCost : Number.POSITIVE_INFINITY
}
