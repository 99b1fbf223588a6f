const twoOverPi = 0.6366197723675814
// π/2 in three parts; a multiple below 2²⁰ of the first two is exact.
const halfPi1 = 1.5707963267341256
const halfPi2 = 6.077100506303966e-11
const halfPi3 = 2.0222662487959506e-21

/**
 * Writes cos x and sin x to `out[at]` and `out[at + 1]`, from + − × ÷ alone. Reduction by multiples of π/2 in three parts (Cody and Waite) and the
 * kernels of fdlibm's k_sin.c and k_cos.c (Sun Microsystems, 1993). Error below 2e-16 absolute for |x| < 10⁶.
 */
export function cosineSine(x: number, out: Float64Array, at: number): void {
  const k = Math.floor(x * twoOverPi + 0.5)
  const r = x - k * halfPi1 - k * halfPi2 - k * halfPi3
  const z = r * r
  const sine =
    r +
    r *
      z *
      (-0.16666666666666632 +
        z *
          (0.00833333333332249 +
            z *
              (-0.0001984126982985795 +
                z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))))
  const half = 0.5 * z
  const w = 1 - half
  const cosine =
    w +
    (1 -
      w -
      half +
      z *
        z *
        (0.0416666666666666 +
          z *
            (-0.001388888888887411 +
              z *
                (2.480158728947673e-5 +
                  z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11))))))
  const quadrant = k - 4 * Math.floor(k / 4)
  if (quadrant === 0) {
    out[at] = cosine
    out[at + 1] = sine
  } else if (quadrant === 1) {
    out[at] = -sine
    out[at + 1] = cosine
  } else if (quadrant === 2) {
    out[at] = -cosine
    out[at + 1] = -sine
  } else {
    out[at] = sine
    out[at + 1] = -cosine
  }
}
