import { aControl, aRisk, aSnapshot, day, million } from '@sinew/core/test/sample-chain.ts'
import { expect, test, vi } from 'vitest'
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
const open = { kind: 'open', job: 1, snapshot, at, limits: [{ amountMinor: 10 * million, probability: 0.1 }] } as const

function listening() {
  const answers: LossAnswer[] = []
  const jobs = openLossJobs((message) => answers.push(message))
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
  const { year } = await first('year')
  expect(year.proven.meanMinor).toBeLessThan(year.inherent.meanMinor)
  expect(year.proven.limits[0]?.probability).toBe(0.1)
  const { drivers } = await first('drivers')
  expect(drivers.shares.map(({ riskId }) => riskId).sort()).toEqual(['a', 'b'])
  expect(drivers.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  const [swing] = drivers.swings
  expect(swing?.lowMinor).toBeLessThan(swing?.highMinor ?? 0)
  const { point } = await first('ahead')
  expect(point.at).toBe(at)
  // The first instant is today, on coarser lattices.
  expect(point.proven.meanMinor / year.proven.meanMinor).toBeCloseTo(1, 6)
  jobs.take({ kind: 'cancel' })
  expect(answers.some(({ kind }) => kind === 'failed')).toBe(false)
})

test('trials are answered, the newest for sure, and those asked before the opening was done', async () => {
  const { answers, jobs } = listening()
  jobs.take(open)
  const trial = { ...nothingTried(at), assurances: { 'control-1': 0 } }
  for (const job of [2, 3, 4]) jobs.take({ kind: 'price', job, trial })
  await vi.waitFor(() => expect(answers.some((one) => one.kind === 'year' && one.job === 4)).toBe(true), 30_000)
  expect(answers.some((one) => one.kind === 'year' && one.job === 2)).toBe(false)
  jobs.take({ kind: 'cancel' })
})

test('what cannot be priced is told', async () => {
  const { jobs, first } = listening()
  jobs.take({ ...open, snapshot: { ...snapshot, controls: null as never } })
  expect((await first('failed')).job).toBe(1)
})
