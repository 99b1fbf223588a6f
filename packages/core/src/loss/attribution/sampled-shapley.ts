import { mixed } from '../simulate/random-stream.ts'

/**
 * Shapley values for many players from random orders, each with its reverse (antithetic): in every order a player earns what adding it
 * brings. They add up exactly; the standard error of one falls with √orders. Calls `worth` about 2·orders·players times.
 */
export function sampledShapleyValues(
  players: number,
  worth: (isIn: readonly boolean[]) => number,
  orders: number,
  seed: number,
): Float64Array {
  const values = new Float64Array(players)
  const none = worth(Array<boolean>(players).fill(false))
  for (let round = 0; round < orders; round++) {
    const order = shuffled(players, seed, round)
    for (const one of [order, order.toReversed()]) {
      const isIn = Array<boolean>(players).fill(false)
      let before = none
      for (const player of one) {
        isIn[player] = true
        const after = worth(isIn)
        values[player] = (values[player] ?? 0) + (after - before) / (2 * orders)
        before = after
      }
    }
  }
  return values
}

function shuffled(players: number, seed: number, round: number): readonly number[] {
  return Array.from({ length: players }, (_, player) => player)
    .map((player) => ({ player, at: mixed(seed, round, player) }))
    .sort((a, b) => a.at - b.at || a.player - b.player)
    .map(({ player }) => player)
}
