import type { Nodes } from '../frequency/count-law.ts'

/**
 * The Gauss rule of the orthogonal polynomials p_{k+1} = (x − a_k) p_k − b_k p_{k−1}: eigenvalues of the symmetric tridiagonal matrix with diagonal a
 * and off-diagonal √b, weights by the first components of its eigenvectors (Golub and Welsch 1969), by the implicit QL method. Nodes rise;
 * weights add up to 1. Exact for polynomials of degree 2n − 1; error of a node about 1e-15 of the largest.
 */
export function gaussRule(a: readonly number[], b: readonly number[]): Nodes {
  const n = a.length
  const diagonal = Float64Array.from(a)
  const off = Float64Array.from({ length: n }, (_, k) => (k + 1 < n ? Math.sqrt(b[k + 1] ?? 0) : 0))
  const first = new Float64Array(n)
  first[0] = 1
  for (let l = 0; l < n; l++) eliminate(l, diagonal, off, first)
  const order = Array.from(diagonal.keys()).sort((i, j) => (diagonal[i] ?? 0) - (diagonal[j] ?? 0))
  return {
    values: Float64Array.from(order, (i) => diagonal[i] ?? 0),
    weights: Float64Array.from(order, (i) => (first[i] ?? 0) * (first[i] ?? 0)),
  }
}

/** Turns the matrix until off[l] is nothing, and the vector `first` with it. */
function eliminate(l: number, diagonal: Float64Array, off: Float64Array, first: Float64Array): void {
  const d = (i: number) => diagonal[i] ?? 0
  const e = (i: number) => off[i] ?? 0
  for (let turn = 0; turn < 100; turn++) {
    let m = l
    while (m < diagonal.length - 1 && Math.abs(e(m)) > 1.1e-16 * (Math.abs(d(m)) + Math.abs(d(m + 1)))) m++
    if (m === l) return
    let g = (d(l + 1) - d(l)) / (2 * e(l))
    let r = Math.sqrt(g * g + 1)
    g = d(m) - d(l) + e(l) / (g + (g >= 0 ? r : -r))
    let s = 1
    let c = 1
    let p = 0
    for (let i = m - 1; i >= l; i--) {
      const f = s * e(i)
      const b = c * e(i)
      r = Math.sqrt(f * f + g * g)
      off[i + 1] = r
      if (r === 0) {
        diagonal[i + 1] = d(i + 1) - p
        off[m] = 0
        break
      }
      s = f / r
      c = g / r
      g = d(i + 1) - p
      r = (d(i) - g) * s + 2 * c * b
      p = s * r
      diagonal[i + 1] = g + p
      g = c * r - b
      const z = first[i + 1] ?? 0
      first[i + 1] = s * (first[i] ?? 0) + c * z
      first[i] = c * (first[i] ?? 0) - s * z
    }
    if (r === 0 && m - 1 >= l) continue
    diagonal[l] = d(l) - p
    off[l] = g
    off[m] = 0
  }
}
