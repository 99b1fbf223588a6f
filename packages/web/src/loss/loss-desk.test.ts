import { aControl, aRisk, aSnapshot, day, million } from '@sinew/core/test/sample-chain.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type LossDesk, openLossDesk } from './loss-desk.ts'
import { openLossJobs } from './loss-jobs.ts'
import { levelOf } from './sample-year.ts'
import type { LossWorker } from './year-worker.ts'

const link = { controlId: 'control-1', effect: 'frequency' as const, reduction: { low: 0.4, high: 0.7 } }
const estimate = { frequency: { low: 0.2, high: 2 }, lossMinor: { low: million, high: 40 * million } }
const snapshot = aSnapshot({
  controls: [aControl()],
  risks: ['a', 'b'].map((id) => aRisk({ id, ...estimate, links: [link] })),
})
const now = day(10)

/** The worker's own code in this thread: messages are copied and answered later, as between threads. */
function inThisThread(): LossWorker {
  let isThere = true
  const worker: LossWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (request: Parameters<typeof jobs.take>[0]) => {
      const copy = structuredClone(request)
      setTimeout(() => isThere && jobs.take(copy))
    },
    terminate: () => {
      isThere = false
    },
  }
  const jobs = openLossJobs(
    (message) => {
      const copy = structuredClone(message)
      setTimeout(() => isThere && worker.onmessage?.({ data: copy } as MessageEvent))
    },
    () => isThere,
  )
  return worker
}

let desk: LossDesk
afterEach(() => desk.close())

async function opened(newWorker: () => LossWorker = inThisThread): Promise<LossDesk> {
  desk = openLossDesk(snapshot, now, newWorker)
  desk.start()
  await until(() => desk.view().phase === 'ready')
  return desk
}

const until = (isSo: () => boolean) => vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 30_000, interval: 5 })
const tenth = ({ today, tried, rested }: ReturnType<LossDesk['view']>) =>
  [today, tried, rested].map((year) => (year === null ? null : levelOf(year.proven, 10).exceededMinor))

describe('the desk', () => {
  test('shows the year as it is, then what drives it and the year ahead', { timeout: 60_000 }, async () => {
    await opened()
    expect(desk.view()).toMatchObject({ problem: null, tried: null, isSettled: true })
    await until(() => desk.view().drivers !== null && desk.view().isAheadPriced)
  })

  test('follows an estimate that is pulled on, and tables wait until it rests', { timeout: 60_000 }, async () => {
    await opened()
    const wider = { ...estimate, lossMinor: { low: million, high: 90 * million }, lossCapMinor: null }
    desk.tryOut({ estimates: { a: wider } })
    expect(desk.view()).toMatchObject({ tried: null, isSettled: false })
    await until(() => desk.view().tried !== null)
    const [today, tried, rested] = tenth(desk.view())
    expect(tried).toBeGreaterThan(today ?? 0)
    expect(rested).toBeNull()
    await until(() => desk.view().isSettled)
    expect(desk.view().rested).toBe(desk.view().tried)
    // Coarse and fine lattices say the same.
    expect((tenth(desk.view())[1] ?? 0) / (tried ?? 1)).toBeCloseTo(1, 3)
  })

  test('ends where the hand ends, however many trials came on the way', { timeout: 60_000 }, async () => {
    await opened()
    for (const share of [0.1, 0.9, 0.3, 0.7, 0]) desk.tryOut({ assurances: { 'control-1': share } })
    await until(() => desk.view().isSettled)
    const ended = tenth(desk.view())[1]
    desk.reset()
    expect(desk.view()).toMatchObject({ tried: null, rested: null, isSettled: true })
    desk.tryOut({ assurances: { 'control-1': 0 } })
    await until(() => desk.view().isSettled)
    expect(tenth(desk.view())[1]).toBe(ended)
  })

  test('reads the date between days that are priced, without asking', { timeout: 60_000 }, async () => {
    await opened()
    await until(() => desk.view().isAheadPriced)
    desk.tryOut({ at: day(300) })
    expect(tenth(desk.view())[1]).toBeGreaterThan(tenth(desk.view())[0] ?? 0)
  })

  test('stops, and starts again when something is pulled on', { timeout: 60_000 }, async () => {
    desk = openLossDesk(snapshot, now, inThisThread)
    desk.start()
    desk.stop()
    expect(desk.view().phase).toBe('stopped')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(desk.view()).toMatchObject({ phase: 'stopped', today: null })
    desk.tryOut({ assurances: { 'control-1': 0 } })
    await until(() => desk.view().phase === 'ready' && desk.view().isSettled)
    expect(tenth(desk.view())[1]).toBeGreaterThan(tenth(desk.view())[0] ?? 0)
  })

  test('says what went wrong', { timeout: 60_000 }, async () => {
    desk = openLossDesk({ ...snapshot, controls: null as never }, now, inThisThread)
    desk.start()
    await until(() => desk.view().phase === 'failed')
    expect(desk.view().problem).not.toBe('')
  })
})
