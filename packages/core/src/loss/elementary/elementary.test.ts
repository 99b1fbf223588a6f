import { describe, expect, test } from 'vitest'
import { arctangentOfRatio } from './arctangent.ts'
import { erfc } from './error-function.ts'
import { exp, expm1 } from './exponential.ts'
import { betaLower } from './incomplete-beta.ts'
import { gammaLower, gammaUpper } from './incomplete-gamma.ts'
import { logGamma } from './log-gamma.ts'
import { log, log1p } from './logarithm.ts'
import { cosineSine } from './sine-cosine.ts'

// A fixed walk over an interval, denser than any pattern of the arguments.
const walk = (from: number, to: number) =>
  Array.from({ length: 20_000 }, (_, i) => from + (to - from) * ((i * 0.6180339887498949) % 1))

/** The largest relative difference between two functions on these arguments. */
const worst = (own: (x: number) => number, native: (x: number) => number, arguments_: readonly number[]) =>
  Math.max(...arguments_.map((x) => (own(x) === native(x) ? 0 : Math.abs(own(x) / native(x) - 1))))

const onePlace = 2.3e-16

describe('functions made of + − × ÷ √ agree with Math to the last places', () => {
  test.each<[string, number]>([
    ['exp', worst(exp, Math.exp, walk(-700, 709))],
    ['log', worst(log, Math.log, walk(1e-12, 3))],
    [
      'log of small and large',
      worst(
        log,
        Math.log,
        walk(-300, 300).map((x) => 10 ** x),
      ),
    ],
    ['atan', worst((x) => arctangentOfRatio(x, 1), Math.atan, walk(-40, 40))],
  ])('%s within one place', (_name, difference) => expect(difference).toBeLessThan(onePlace))

  test.each<[string, number]>([
    ['expm1', worst(expm1, Math.expm1, walk(-2, 2))],
    ['log1p', worst(log1p, Math.log1p, walk(-0.95, 4))],
  ])('%s within four places', (_name, difference) => expect(difference).toBeLessThan(4 * onePlace))

  test('cosine and sine within 2e-16, far from 0 too', () => {
    const out = new Float64Array(2)
    for (const x of [...walk(-10, 10), ...walk(-1e5, 1e5)]) {
      cosineSine(x, out, 0)
      expect(Math.abs((out[0] ?? 9) - Math.cos(x)) + Math.abs((out[1] ?? 9) - Math.sin(x))).toBeLessThan(3e-16)
    }
  })

  test('ends and impossible arguments', () => {
    expect([exp(0), exp(-746), exp(710), exp(Number.NEGATIVE_INFINITY)]).toEqual([1, 0, Number.POSITIVE_INFINITY, 0])
    expect([log(0), log(1), log(Number.POSITIVE_INFINITY)]).toEqual([-Infinity, 0, Number.POSITIVE_INFINITY])
    expect([exp(Number.NaN), log(-1), log(Number.NaN), log1p(-2), erfc(Number.NaN), logGamma(0)]).toEqual(
      Array(6).fill(Number.NaN),
    )
    expect(exp(-744)).toBe(Math.exp(-744))
    expect(log(5e-324)).toBe(Math.log(5e-324))
  })
})

describe('special functions against values to forty digits (mpmath 1.3)', () => {
  test.each([
    [-3, 1.9999779095030015],
    [-0.46, 1.4846553900016797],
    [0, 1.0],
    [0.1, 0.887537083981715],
    [0.46, 0.5153446099983203],
    [0.5, 0.4795001221869535],
    [1.3, 0.06599205505934755],
    [2.5, 0.0004069520174449589],
    [3.99, 1.6739211364520814e-8],
    [5, 1.537459794428035e-12],
    [8, 1.1224297172982926e-29],
    [20, 5.395865611607901e-176],
  ])('erfc %s = %s', (x, expected) => expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(2e-15))

  test.each([
    [0.01, 4.599479878042022],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [0.9, 0.06637623973474295],
    [1.3, -0.10817480950786047],
    [1.7, -0.09580769740706588],
    [2.5, 0.2846828704729192],
    [3.3, 0.9870985778947344],
    [5, 3.1780538303479458],
    [8, 8.525161361065415],
    [12, 17.502307845873887],
    [20, 39.339884187199495],
    [100, 359.1342053695754],
    [1000.0, 5905.220423209181],
    [1000000.0, 12815504.569147611],
  ])('ln Γ(%s) = %s', (x, expected) =>
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected))),
  )

  test.each([
    [0.5, 0.005, 0.07965567455405796, 0.920344325445942],
    [0.5, 0.55, 0.7057338956950371, 0.29426610430496286],
    [1, 0.01, 0.009950166250831947, 0.9900498337491681],
    [1, 1.1, 0.6671289163019205, 0.33287108369807955],
    [1.5, 0.015, 0.001369605181191318, 0.9986303948188087],
    [1.5, 1.6500000000000001, 0.6523573552677254, 0.3476426447322745],
    [2, 0.02, 0.00019735322710959173, 0.9998026467728904],
    [2, 2.2, 0.6454298932405316, 0.3545701067594684],
    [5, 0.05, 2.4979513360065104e-9, 0.9999999975020487],
    [5, 5.5, 0.6424819975720745, 0.35751800242792553],
    [20, 0.2, 3.562628499239534e-33, 1.0],
    [20, 22.0, 0.6939729794378253, 0.30602702056217473],
    [100, 1.0, 3.9812808189568546e-159, 1.0],
    [100, 110.00000000000001, 0.8417213299399132, 0.15827867006008678],
  ])('P and Q(%s, %s)', (a, x, lower, upper) => {
    expect(Math.abs(gammaLower(a, x) / lower - 1)).toBeLessThan(1e-12)
    expect(Math.abs(gammaUpper(a, x) / upper - 1)).toBeLessThan(1e-12)
  })

  test.each([
    [1, 5, 0.001, 0.004990009995001],
    [1, 5, 0.5, 0.96875],
    [1.4, 4.6, 0.001, 0.00045455919897634787],
    [1.4, 4.6, 0.5, 0.9268053701762173],
    [2, 3, 0.001, 5.992003e-6],
    [2, 3, 0.5, 0.6875],
    [3, 2, 0.001, 3.997e-9],
    [3, 2, 0.5, 0.3125],
    [1.269, 4.171, 0.001, 0.0008650727507480935],
    [1.269, 4.171, 0.5, 0.9184520414831893],
    [30, 40, 0.001, 3.0455315861394327e-71],
    [30, 40, 0.5, 0.8857998873233515],
  ])('I(%s, %s) at %s = %s', (a, b, x, expected) =>
    expect(Math.abs(betaLower(a, b, x) / expected - 1)).toBeLessThan(1e-12),
  )
})
