import { log } from '../elementary/logarithm.ts'

let table = new Float64Array(0)

/** ln k for k from 1 to at least n − 1, at index k; kept because every lognormal on a grid needs it. */
export function logOfWhole(n: number): Float64Array {
  if (table.length >= n) return table
  const grown = new Float64Array(Math.max(n, 4097))
  for (let k = 1; k < grown.length; k++) grown[k] = table[k] ?? log(k)
  table = grown
  return table
}
