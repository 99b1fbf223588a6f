// Draws the pictures of docs/loss-mathematics.md into docs/images from prices of the engine: node scripts/draw-loss-pictures.ts
import { writeFileSync } from 'node:fs'
import { tailShares } from '@sinew/core/loss/attribution/tail-shares.ts'
import { tornado } from '@sinew/core/loss/attribution/tornado.ts'
import { priceExact } from '@sinew/core/loss/exact/price-exact.ts'
import { exceedance } from '@sinew/core/loss/loss-curve.ts'
import type { Portfolio } from '@sinew/core/loss/model/portfolio.ts'
import { inState } from '@sinew/core/loss/model/portfolio-state.ts'
import { resolvePortfolio } from '@sinew/core/loss/model/resolve-portfolio.ts'
import { severityOf } from '@sinew/core/loss/severity/severity-of.ts'
import { lossBand } from '@sinew/core/loss/uncertainty/loss-band.ts'
import { between, curveOf, euro, plane } from './loss-plane.ts'
import { appetite, company, interval } from './pictured-company.ts'
import {
  accent,
  area,
  axes,
  box,
  dot,
  frame,
  ink,
  line,
  linear,
  logarithmic,
  muted,
  type Point,
  pale,
  picture,
  red,
  rule,
  words,
} from './svg-picture.ts'

const folder = new URL('../docs/images/', import.meta.url)
const save = (name: string, svg: string) => writeFileSync(new URL(name, folder), svg)
/** One loss: what an interval says, and why the mean lies above the middle. */
function drawInterval(): void {
  const height = 340
  const law = severityOf(interval(20_000, 500_000))
  const { left, right, top, bottom } = frame(height)
  const x = logarithmic(5_000, 2_000_000, left, right)
  const amounts = between(5_000, 2_000_000)
  // Per step of the logarithm, so that areas are probabilities.
  const heightAt = (amount: number) => law.density(amount) * amount
  const y = linear(0, 1.12 * Math.max(...amounts.map(heightAt)), bottom, top)
  const curve = amounts.map((amount): Point => [x(amount), y(heightAt(amount))])
  const inside = between(20_000, 500_000).map((amount): Point => [x(amount), y(heightAt(amount))])
  const middle = law.quantile(0.5)
  const mark = (amount: number, colour: string) =>
    line(
      [
        [x(amount), bottom],
        [x(amount), y(heightAt(amount))],
      ],
      { colour, thin: true },
    )
  save(
    'loss-interval.svg',
    picture(
      height,
      'One loss: between €20k and €500k, nine times out of ten',
      'The shaded part holds 90 % of the losses. The mean is pulled up by the few large ones.',
      [
        axes(
          height,
          x,
          [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000].map((v) => [v, euro(v)] as const),
          'loss of one event',
        ),
        area([[x(20_000), bottom], ...inside, [x(500_000), bottom]], pale),
        line(curve, { colour: accent }),
        mark(middle, ink),
        mark(law.mean, red),
        words([x(middle) - 8, top + 24], `half cost less than ${euro(middle)}`, { anchor: 'end', size: 12.5 }),
        words([x(law.mean) + 9, y(heightAt(law.mean)) - 4], `mean ${euro(law.mean)}`, {
          colour: red,
          size: 12.5,
          bold: true,
        }),
        words([x(9_000), bottom - 26], '5 %', { colour: muted, anchor: 'middle', size: 12 }),
        words([x(1_150_000), bottom - 26], '5 %', { colour: muted, anchor: 'middle', size: 12 }),
      ],
    ),
  )
}

/** Many events in a year, and how to read the curve. */
function drawYear(): void {
  const height = 380
  const one: Portfolio = {
    scenarios: [{ frequency: { type: 'poisson', rate: 1 }, severity: interval(20_000, 500_000) }],
  }
  const curve = priceExact(resolvePortfolio(one))
  const p = plane(height)
  const ten = curve.quantile(0.9)
  const [x, y] = p.at(ten, 0.1)
  const { left, bottom } = frame(height)
  save(
    'loss-year.svg',
    picture(
      height,
      'One year: the same loss, once a year on average',
      'The loss exceedance curve: for every amount, how often a year costs more. 37 % of years have no event.',
      [
        p.axes,
        line(
          curveOf(p, (amount) => exceedance(curve, amount)),
          { colour: accent },
        ),
        line(
          [
            [left, y],
            [x, y],
            [x, bottom],
          ],
          { colour: ink, thin: true, dashed: true },
        ),
        dot([x, y], ink),
        words([x + 12, y - 8], `1 year in 10 costs more than ${euro(ten)}`, { bold: true }),
        words([p.x(curve.mean) - 8, bottom - 12], `mean year ${euro(curve.mean)}`, {
          colour: red,
          size: 12.5,
          anchor: 'end',
        }),
        line(
          [
            [p.x(curve.mean), bottom],
            [p.x(curve.mean), bottom - 26],
          ],
          { colour: red, thin: true },
        ),
      ],
    ),
  )
}

/** The four states of the same company, and the appetite. */
function drawStates(): void {
  const height = 420
  const p = plane(height, 30_000)
  const of = (state: Parameters<typeof inState>[1]) => {
    const curve = priceExact(resolvePortfolio(inState(company, state)))
    return { curve, points: curveOf(p, (amount) => exceedance(curve, amount), 30_000) }
  }
  const [inherent, claimed, proven] = [of('inherent'), of('claimed'), of('proven')]
  const label = (
    curve: typeof proven.curve,
    level: number,
    text: string,
    colour: string,
    dx: number,
    anchor: 'start' | 'end',
  ) => {
    const [x, y] = p.at(curve.quantile(1 - level), level)
    return words([x + dx, y + 4], text, { colour, anchor, bold: true })
  }
  save(
    'loss-states.svg',
    picture(
      height,
      'A year of all risks: without controls, as proven, as claimed',
      'Between the dashed and the solid line lies what is claimed and not proven. Dots: the appetite.',
      [
        p.axes,
        area([...claimed.points, ...proven.points.toReversed()], pale),
        line(inherent.points, { colour: '#a5a399' }),
        line(claimed.points, { colour: accent, dashed: true }),
        line(proven.points, { colour: accent }),
        ...appetite.map(([amount, chance]) => dot(p.at(amount, chance), red)),
        label(inherent.curve, 0.3, 'inherent', muted, 12, 'start'),
        label(claimed.curve, 0.3, 'claimed', accent, -12, 'end'),
        label(proven.curve, 0.02, 'proven', accent, 14, 'start'),
        ...appetite.slice(1, 2).map(([amount, chance]) =>
          words([p.x(430_000), p.y(chance) + 22], `appetite: over ${euro(amount)} in at most 1 year in 10`, {
            colour: red,
            size: 12.5,
            anchor: 'end',
          }),
        ),
      ],
    ),
  )
}

/** What is not known, apart from chance. */
function drawBand(): void {
  const height = 400
  const p = plane(height, 30_000)
  const amounts = between(30_000, 12_000_000, 120)
  const band = lossBand(company, { amounts })
  const along = (values: Float64Array) => {
    const last = values.findIndex((chance) => chance < 0.001)
    return amounts.slice(0, last === -1 ? undefined : last + 1).map((amount, k) => p.at(amount, values[k] ?? 0))
  }
  const million = band.amounts.findIndex((amount) => amount >= 1_000_000)
  const chance = (values: Float64Array) => `${Math.round(100 * (values[million] ?? 0))} %`
  save(
    'loss-band.svg',
    picture(
      height,
      'The proven year, with what is not known',
      'With rates and effects known, the curve would be one of the thin ones: in the band nine times out of ten.',
      [
        p.axes,
        area([...along(band.low), ...along(band.high).toReversed()], pale),
        ...band.curves.slice(0, 10).map((curve) => line(along(curve), { colour: '#98a9ff', thin: true })),
        line(along(band.mean), { colour: accent }),
        line([p.at(1_000_000, band.low[million] ?? 0), p.at(1_000_000, band.high[million] ?? 0)], {
          colour: ink,
          thin: true,
        }),
        words([p.x(1_000_000) + 12, p.y(0.55)], `more than €1M in a year: ${chance(band.mean)},`, { bold: true }),
        words([p.x(1_000_000) + 12, p.y(0.33)], `somewhere between ${chance(band.low)} and ${chance(band.high)}`, {
          bold: true,
        }),
      ],
    ),
  )
}

/** Who drives the mean, and who the bad years. */
function drawTail(): void {
  const shares = tailShares(company, 0.95).toSorted((a, b) => b.tvar - a.tvar)
  const total = (of: 'mean' | 'tvar') => shares.reduce((sum, one) => sum + one[of], 0)
  const [mean, tail] = [total('mean'), total('tvar')]
  const height = 96 + shares.length * 46
  const x = linear(0, 0.75, 210, 700)
  save(
    'loss-tail.svg',
    picture(
      height,
      'What drives the bad years',
      `Hollow: share of a mean year (${euro(mean)}). Solid: share of the worst 1 year in 20 (${euro(tail)}).`,
      shares.flatMap((one, at) => {
        const y = 78 + at * 46
        const [usual, bad] = [one.mean / mean, one.tvar / tail]
        return [
          words([196, y + 19], one.id, { anchor: 'end' }),
          box([x(0), y], [x(usual) - x(0), 12], muted, true),
          box([x(0), y + 15], [x(bad) - x(0), 12], accent),
          words([x(usual) + 8, y + 11], `${Math.round(100 * usual)} %`, { colour: muted, size: 12 }),
          words([x(bad) + 8, y + 26], `${Math.round(100 * bad)} %`, { colour: accent, size: 12, bold: true }),
        ]
      }),
    ),
  )
}

/** What would move the 1-in-10 year most. */
function drawTornado(): void {
  const bars = tornado(company, { kind: 'var', p: 0.9 }, { most: 9 })
  const now = priceExact(resolvePortfolio(company)).quantile(0.9)
  const [least, most] = [
    Math.min(...bars.map(({ low, high }) => Math.min(low, high))),
    Math.max(...bars.map(({ low, high }) => Math.max(low, high))),
  ]
  const height = 92 + bars.length * 34
  const x = linear(least, most, 330, 650)
  const said = { rate: 'how often', loss: 'how much', effect: 'effect', assurance: 'proof' }
  save(
    'loss-tornado.svg',
    picture(
      height,
      `What would move the 1-in-10 year (${euro(now)}) most`,
      'Each input at its 5 % and its 95 %, all else as it is; proof at nothing and at all.',
      [
        line(
          [
            [x(now), 66],
            [x(now), height - 16],
          ],
          { colour: rule, thin: true },
        ),
        ...bars.flatMap(({ kind, id, low, high }, at) => {
          const y = 74 + at * 34
          const [a, b] = [Math.min(low, high), Math.max(low, high)]
          return [
            words([258, y + 15], `${id}, ${said[kind]}`, { anchor: 'end' }),
            box([x(a), y + 2], [Math.max(0, x(Math.min(b, now)) - x(a)), 16], pale),
            box([Math.max(x(now), x(a)), y + 2], [Math.max(0, x(b) - Math.max(x(now), x(a))), 16], accent),
            words([x(a) - 8, y + 15], euro(a), { colour: muted, size: 12, anchor: 'end' }),
            words([x(b) + 8, y + 15], euro(b), { colour: muted, size: 12 }),
          ]
        }),
      ],
    ),
  )
}

drawInterval()
drawYear()
drawStates()
drawBand()
drawTail()
drawTornado()
