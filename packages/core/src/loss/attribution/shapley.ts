/**
 * Shapley values of n players from the worth of every coalition, by its definition: φ_j = Σ_T |T|!(n−|T|−1)!/n! (v(T+j) − v(T)). They add up to v(all) − v(none).
 * Calls `worth` 2ⁿ times, with the coalition as bits; neighbours differ in one player (Gray code), which an incremental pricer likes.
 * @param players at most 15
 */
export function shapleyValues(players: number, worth: (coalition: number) => number): Float64Array {
  const count = 2 ** players
  const worths = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const coalition = i ^ (i >> 1)
    worths[coalition] = worth(coalition)
  }
  const weights = new Float64Array(players)
  // |T|!(n−|T|−1)!/n! = 1/(n·C(n−1, |T|)).
  let choose = 1
  for (let size = 0; size < players; size++) {
    weights[size] = 1 / (players * choose)
    choose = (choose * (players - 1 - size)) / (size + 1)
  }
  const values = new Float64Array(players)
  for (let coalition = 0; coalition < count; coalition++) {
    const size = bitCount(coalition)
    for (let j = 0; j < players; j++) {
      const bit = 1 << j
      if ((coalition & bit) !== 0) continue
      const gain = (worths[coalition | bit] ?? 0) - (worths[coalition] ?? 0)
      values[j] = (values[j] ?? 0) + (weights[size] ?? 0) * gain
    }
  }
  return values
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count++
  return count
}
