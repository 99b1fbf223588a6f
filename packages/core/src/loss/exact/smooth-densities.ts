import type { SeverityLaw } from '../severity/severity-law.ts'

/** Points on either side of those between two that are interpolated. */
const beside = 3
/** The widest stride that is worth its ends. */
const widest = 64

/**
 * Densities at k·step for k in [from, to), on a part of the law that is smooth on this step. Where it is smooth on a wider step too, it is looked at
 * there alone; between, by the polynomial through the six values around, whose error (stride·f′/f)⁶/200 is that of the sixth-order rule the
 * densities are for.
 */
export function smoothDensities(law: SeverityLaw, step: number, from: number, to: number, out: Float64Array): void {
  fillBy(1, law, step, from, to, out)
}

function fillBy(stride: number, law: SeverityLaw, step: number, from: number, to: number, out: Float64Array): void {
  const wider = stride < widest ? widerPart(2 * stride, law, step, from, to) : null
  if (wider !== null) {
    fillBy(stride, law, step, from, wider.from, out)
    fillBy(2 * stride, law, step, wider.from, wider.to, out)
    fillBy(stride, law, step, wider.to, to, out)
    return
  }
  if (stride === 1) sample(law, step, from, to, 1, out)
  else {
    const margin = beside * stride
    sample(law, step, from - margin, to + margin, stride, out)
    interpolate(from, to, stride, out)
  }
}

/** The part of the points where this stride will do, between whole strides; null where there is none to speak of. */
function widerPart(
  stride: number,
  law: SeverityLaw,
  step: number,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  const margin = beside * stride
  let best: { readonly from: number; readonly to: number } | null = null
  for (const range of law.smooth(stride * step)) {
    const first = stride * Math.ceil((Math.max(from, range.from / step) + margin) / stride)
    const end = stride * Math.floor((Math.min(to, range.to / step) - margin) / stride)
    if (end - first > Math.max(16 * stride, best === null ? 0 : best.to - best.from)) best = { from: first, to: end }
  }
  return best
}

function sample(law: SeverityLaw, step: number, from: number, to: number, every: number, out: Float64Array): void {
  if (law.densities) law.densities(step, from, to, every, out)
  else for (let k = from; k < to; k += every) out[k] = law.density(k * step)
}

/** Bessel's form of the polynomial through six values, by differences about the middle of the two that the points lie between. */
function interpolate(from: number, to: number, stride: number, out: Float64Array): void {
  const share = 1 / stride
  let a = out[from - 2 * stride] ?? 0
  let b = out[from - stride] ?? 0
  let c = out[from] ?? 0
  let d = out[from + stride] ?? 0
  let e = out[from + 2 * stride] ?? 0
  for (let k = from; k < to; k += stride) {
    const f = out[k + 3 * stride] ?? 0
    const middle = (c + d) / 2
    const slope = d - c
    const second = (b - c - d + e) / 4
    const third = (e - b - 3 * slope) / 6
    const fourth = (a + f - 3 * (b + e) + 2 * (c + d)) / 48
    const fifth = (f - a - 5 * (e - b) + 10 * slope) / 120
    for (let r = 1; r < stride; r++) {
      const u = r * share - 0.5
      const w = u * u - 0.25
      const v = w - 2
      out[k + r] = middle + w * (second + v * fourth) + u * (slope + w * (third + v * fifth))
    }
    a = b
    b = c
    c = d
    d = e
    e = f
  }
}
