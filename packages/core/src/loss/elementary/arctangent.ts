/**
 * arctan(y/x) for x > 0, in (−π/2, π/2), from + − × ÷ alone: reduced to |t| ≤ 7/16 around 0, ½, 1, 3/2 or ∞, then the Remez
 * approximation of fdlibm's s_atan.c (Sun Microsystems, 1993). Error below 2 units in the last place.
 */
export function arctangentOfRatio(y: number, x: number): number {
  const t = Math.abs(y) / x
  const value =
    t < 0.4375
      ? kernel(t)
      : t < 0.6875
        ? 0.4636476090008061 + kernel((2 * t - 1) / (2 + t))
        : t < 1.1875
          ? 0.7853981633974483 + kernel((t - 1) / (t + 1))
          : t < 2.4375
            ? 0.982793723247329 + kernel((t - 1.5) / (1 + 1.5 * t))
            : 1.5707963267948966 + kernel(-1 / t)
  return y < 0 ? -value : value
}

function kernel(t: number): number {
  const z = t * t
  const w = z * z
  const odd =
    z *
    (0.3333333333333293 +
      w *
        (0.14285714272503466 +
          w *
            (0.09090887133436507 + w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782)))))
  const even =
    w *
    (-0.19999999999876483 +
      w * (-0.11111110405462356 + w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))))
  return t - t * (odd + even)
}
