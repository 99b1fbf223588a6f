import type { Effect } from './movement.ts'

/** A step of a walk: what it moved in the sums is what its part in the move of the year's distribution is measured by. */
export type SharingStep = { readonly chain: readonly Effect[] }

/**
 * How what moved in the distribution of the year over several steps is shared out among them: in proportion to what each moved in the proven
 * expected loss, so that through the steps every figure goes from what it was to what it is without a gap. Where these moves nearly cancel
 * out they say nothing, and the largest of them gets it all; so it does with a word.
 */
export function shareYear(steps: readonly SharingStep[], year: readonly Effect[]): readonly (readonly Effect[])[] {
  const moves = steps.map(provenMove)
  const total = moves.reduce((sum, move) => sum + move, 0)
  const whole = moves.reduce((sum, move) => sum + Math.abs(move), 0)
  const largest = largestOf(steps, moves)
  const canShare = Math.abs(total) > 0.2 * whole
  const ends = endsOf(moves, total)
  return steps.map((_, at) =>
    year.flatMap((effect) => {
      const { before, after } = effect
      const isWord = typeof before === 'string' || typeof after === 'string'
      if (isWord || !canShare) return at === largest ? [effect] : []
      const [start, end] = [Number(before ?? 0), Number(after ?? 0)]
      const value = (share: number) => (share === 0 ? start : share === 1 ? end : start + share * (end - start))
      const [from, to] = [value(at === 0 ? 0 : (ends[at - 1] ?? 0)), value(ends[at] ?? 1)]
      return from === to ? [] : [{ ...effect, before: from, after: to }]
    }),
  )
}

/** The step that moved the expected loss most, the last of several; where none did, the last that moved anything. */
function largestOf(steps: readonly SharingStep[], moves: readonly number[]): number {
  const size = (at: number) => (steps[at]?.chain.length === 0 ? -1 : Math.abs(moves[at] ?? 0))
  return steps.reduce((best, _, at) => (size(at) >= size(best) ? at : best), 0)
}

/** Up to which share of the whole each step takes it; the last that moves ends at 1, whatever rounding says. */
function endsOf(moves: readonly number[], total: number): readonly number[] {
  let sum = 0
  const last = moves.findLastIndex((move) => move !== 0)
  return moves.map((move, at) => {
    sum += move
    return at >= last ? 1 : sum / total
  })
}

function provenMove({ chain }: SharingStep): number {
  const proven = chain.find(({ entity, quantity }) => entity === 'portfolio' && quantity === 'provenLoss')
  return proven === undefined ? 0 : Number(proven.after ?? 0) - Number(proven.before ?? 0)
}
