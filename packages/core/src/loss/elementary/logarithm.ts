const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const bits = new DataView(new ArrayBuffer(8))

/**
 * ln x from + − × ÷ alone. x = 2ᵏ(1 + f) with √½ ≤ 1 + f < √2, then the Remez approximation in f/(2 + f) of fdlibm's e_log.c
 * (Sun Microsystems, 1993). Error below 1 unit in the last place; −∞ at 0, NaN below.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  let k = 0
  let y = x
  if (y < 2.2250738585072014e-308) {
    y *= 18014398509481984
    k = -54
  }
  bits.setFloat64(0, y)
  const high = bits.getInt32(0)
  k += (high >> 20) - 1023
  bits.setInt32(0, (high & 0x000fffff) | 0x3ff00000)
  let m = bits.getFloat64(0)
  if (m >= Math.SQRT2) {
    m /= 2
    k += 1
  }
  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + odd + even) + k * ln2Low) - f)
}

/** ln(1 + x) without loss near 0: the rounding of 1 + x is undone in the quotient (Kahan). Error about 2 units in the last place. */
export function log1p(x: number): number {
  const u = 1 + x
  if (u === 1) return x
  return u > 0 && u < Number.POSITIVE_INFINITY ? (log(u) * x) / (u - 1) : log(u)
}
