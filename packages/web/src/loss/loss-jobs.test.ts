import { aControl, aPolicy, aRisk, aSnapshot, day, million } from '@sinew/core/test/sample-chain.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { amountAt } from '../ui/chart/loss-curve-points.ts'
import { openLossJobs } from './loss-jobs.ts'
import type { LossAnswer } from './loss-messages.ts'
import { nothingTried } from './trial.ts'

const snapshot = aSnapshot({
  controls: [aControl()],
  risks: ['a', 'b'].map((id) =>
    aRisk({
      id,
      frequency: { low: 0.2, high: 2 },
      lossMinor: { low: million, high: 40 * million },
      links: [{ controlId: 'control-1', effect: 'frequency', reduction: { low: 0.4, high: 0.7 } }],
    }),
  ),
})
const at = day(10)
const limits = [{ amountMinor: 10 * million, probability: 0.1 }]
const open = { kind: 'open', snapshot, at, limits, lattices: 'fine' } as const

let isWanted = true
afterEach(() => {
  isWanted = false
})

function listening() {
  isWanted = true
  const answers: LossAnswer[] = []
  const jobs = openLossJobs(
    (message) => answers.push(message),
    () => isWanted,
  )
  const first = <K extends LossAnswer['kind']>(kind: K) =>
    vi.waitFor(
      () => {
        const found = answers.find((one): one is Extract<LossAnswer, { kind: K }> => one.kind === kind)
        if (found === undefined) throw new Error(`No ${kind} yet`)
        return found
      },
      { timeout: 30_000, interval: 20 },
    )
  return { answers, jobs, first }
}

test('opening answers the year, what drives it, and the year ahead', { timeout: 60_000 }, async () => {
  const { answers, jobs, first } = listening()
  jobs.take(open)
  const { proven, inherent } = (await first('year')).year
  expect(proven?.meanMinor).toBeLessThan(inherent?.meanMinor ?? 0)
  expect(proven?.limits[0]?.probability).toBe(0.1)
  const { drivers } = await first('drivers')
  expect(drivers.shares.map(({ riskId }) => riskId).sort()).toEqual(['a', 'b'])
  expect(drivers.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  const [swing] = drivers.swings
  expect(swing?.low).not.toBe(swing?.high)
  const { each, all, mean } = drivers.confidence
  expect(each).toHaveLength(1)
  for (const share of [...each, all, mean]) expect(share * 64).toBeCloseTo(Math.round(share * 64))
  const { point } = await first('ahead')
  expect(point.at).toBe(at)
  // The first instant is today, on coarser lattices.
  expect(point.proven.meanMinor / (proven?.meanMinor ?? 0)).toBeCloseTo(1, 6)
  expect(answers.some(({ kind }) => kind === 'failed')).toBe(false)
})

test('with a policy in force, what is left to bear after insurance is drawn too', { timeout: 60_000 }, async () => {
  const { jobs, first } = listening()
  const policy = aPolicy({ per: 'year', deductibleMinor: 5 * million, limitMinor: 100 * million })
  jobs.take({ ...open, snapshot: { ...snapshot, policies: [policy] } })
  const proven = (await first('year')).year.proven?.points
  const { borne } = (await first('drivers')).drivers
  expect(proven && amountAt(proven, 0.05)).toBeGreaterThan(5 * million)
  expect((borne && amountAt(borne, 0.05)) ?? 0).toBeCloseTo(5 * million, -4)
  expect((borne && amountAt(borne, 0.5)) ?? 0).toBeLessThan(5.01 * million)
})

test('without a policy in force nothing is drawn after insurance', { timeout: 60_000 }, async () => {
  const { jobs, first } = listening()
  jobs.take({ ...open, snapshot: { ...snapshot, policies: [aPolicy({ validUntil: day(5) })] } })
  expect((await first('drivers')).drivers.borne).toBeNull()
})

test('a trial is answered with the states that it moves', { timeout: 60_000 }, async () => {
  const { answers, jobs, first } = listening()
  jobs.take({ ...open, lattices: 'coarse' })
  await first('year')
  const estimate = {
    frequency: { low: 1, high: 3 },
    lossMinor: { low: million, high: 2 * million },
    lossCapMinor: null,
  }
  jobs.take({ kind: 'price', trial: { ...nothingTried(at), assurances: { 'control-1': 0 } } })
  jobs.take({ kind: 'price', trial: { ...nothingTried(at), estimates: { a: estimate } } })
  const moved = answers.flatMap((one) => (one.kind === 'year' ? [Object.keys(one.year)] : []))
  expect(moved).toEqual([
    ['inherent', 'claimed', 'proven', 'target'],
    ['proven'],
    ['inherent', 'claimed', 'proven', 'target'],
  ])
})

test('what cannot be priced is told', async () => {
  const { jobs, first } = listening()
  jobs.take({ ...open, snapshot: { ...snapshot, controls: null as never } })
  await first('failed')
})
