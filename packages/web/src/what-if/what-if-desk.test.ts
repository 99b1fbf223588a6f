import { aControl, aRisk, aSnapshot, day, million } from '@sinew/core/test/sample-chain.ts'
import { noChange, type WhatIf } from '@sinew/core/what-if/what-if.ts'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openWhatIfDesk, type WhatIfDesk, type WhatIfWorker } from './what-if-desk.ts'
import { openWhatIfJobs } from './what-if-jobs.ts'

const link = { controlId: 'control-1', effect: 'frequency' as const, reduction: { low: 0.4, high: 0.7 } }
const chainOf = (risks: number) =>
  aSnapshot({
    controls: [aControl()],
    risks: Array.from({ length: risks }, (_, k) =>
      aRisk({
        id: `risk-${String(k).padStart(4, '0')}`,
        number: k + 1,
        frequency: { low: 0.02, high: 0.2 },
        lossMinor: { low: million, high: 40 * million },
        links: k === 0 ? [link] : [],
      }),
    ),
  })
const [small, large] = [chainOf(3), chainOf(101)]
const now = day(10)
const off: WhatIf = { ...noChange, controls: [{ controlId: 'control-1', change: 'off' }] }

/** The worker's own code in this thread: messages are copied and answered later, as between threads. */
function inThisThread(): WhatIfWorker {
  let isThere = true
  const worker: WhatIfWorker = {
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
  const jobs = openWhatIfJobs((message) => {
    const copy = structuredClone(message)
    setTimeout(() => isThere && worker.onmessage?.({ data: copy } as MessageEvent))
  })
  return worker
}

let desk: WhatIfDesk
afterEach(() => desk.close())

function opened(snapshot: typeof small): WhatIfDesk {
  desk = openWhatIfDesk(snapshot, now, inThisThread)
  desk.start()
  return desk
}

const until = (isSo: () => boolean) => vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 30_000, interval: 5 })

describe('the desk of the board', () => {
  test('answers a small chain at once, in the page', async () => {
    const { here, ask, view } = opened(small)
    expect(view().phase).toBe('ready')
    const outcome = here?.<'price'>({ kind: 'price', whatIf: off })
    expect(outcome?.changed.figures.meanMinor).toBeGreaterThan(outcome?.today.figures.meanMinor ?? 0)
    expect(await ask<'price'>({ kind: 'price', whatIf: off })).toEqual(outcome)
  })

  test('has a large chain priced by a worker: the same, with progress', { timeout: 60_000 }, async () => {
    const { here, ask, view, subscribe } = opened(large)
    expect(here).toBeNull()
    const shares: number[] = []
    subscribe(() => shares.push(view().share))
    const answered = ask<'price'>({ kind: 'price', whatIf: off })
    expect(view().phase).toBe('pricing')
    const { changed, today, risks } = await answered
    expect(view().phase).toBe('ready')
    expect(Math.max(...shares)).toBe(1)
    expect(risks.map(({ riskId }) => riskId)).toEqual(['risk-0000'])
    expect(changed.figures.oneInTwentyMinor).toBeGreaterThan(today.figures.oneInTwentyMinor)
    const worth = await ask<'worth'>({ kind: 'worth' })
    expect([...worth.keys()]).toEqual([])
    expect((await ask<'best'>({ kind: 'best', whatIf: noChange, budgetMinor: million })).ids).toEqual([])
  })

  test('ends at the newest world that is followed', { timeout: 60_000 }, async () => {
    opened(large)
    for (const share of [0.1, 0.6, 0.3]) {
      desk.follow({ ...noChange, controls: [{ controlId: 'control-1', change: 'share', share }] })
    }
    desk.follow(off)
    await until(() => desk.view().phase === 'ready' && desk.view().outcome !== null)
    const last = await desk.ask<'price'>({ kind: 'price', whatIf: off })
    expect(desk.view().outcome).toEqual(last)
  })

  test('stops, and answers what was asked when it is started again', { timeout: 60_000 }, async () => {
    opened(large)
    const answered = desk.ask<'price'>({ kind: 'price', whatIf: off })
    desk.stop()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(desk.view()).toMatchObject({ phase: 'stopped', outcome: null })
    desk.start()
    expect((await answered).risks).toHaveLength(1)
  })

  test('says what went wrong', { timeout: 60_000 }, async () => {
    opened(large)
    const broken = { ...noChange, controls: null as never }
    await expect(desk.ask<'price'>({ kind: 'price', whatIf: broken })).rejects.toThrow()
    expect(desk.view()).toMatchObject({ phase: 'failed' })
  })
})
