/** Whole minor units; never a negative zero, which no table holds and every comparison would take for a change. */
export function toMinor(amount: number): number {
  return Math.round(amount) + 0
}
