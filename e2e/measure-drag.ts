import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { getSession } from '@sinew/contract/account/account-contract.ts'
import { createApp } from '@sinew/server/app.ts'
import { openBenchInstallation } from '@sinew/server/bench/bench-installation.ts'
import { seedLargeOrganization } from '@sinew/server/bench/seed-large-organization.ts'
import { recompute } from '@sinew/server/chain/recompute.ts'
import { chromium, type Locator, type Page } from 'playwright-core'

// How evenly the Loss page is drawn, in Chromium, while an assurance, the interval of a risk and the date are dragged. Makes an organisation of its own on an embedded
// PostgreSQL, in a folder that is gone afterwards. Run by `node scripts/measure-drag.mjs`, which builds the web app first.

const frameMs = 1000 / 60
/** A frame that comes later than this was missed. */
const lateMs = 20

async function measureDrag() {
  const { values } = parseArgs({
    options: {
      risks: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  })
  const [risks, seconds] = [Number(values.risks), Number(values.seconds)]
  if (!(risks >= 1 && risks <= 10_000)) throw new Error('--risks is between 1 and 10000')
  if (!(seconds >= 1 && seconds <= 60)) throw new Error('--seconds is between 1 and 60')
  const loadBefore = loadavg()[0] ?? 0
  const served = await serveOrganization(risks)
  try {
    const measured = await inChromium(served, seconds)
    const report = {
      machine: `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
      load: { before: loadBefore, after: loadavg()[0] ?? 0 },
      risks,
      seconds,
      ...measured,
    }
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : asText(report))
  } finally {
    await served.stop()
  }
}

type Served = {
  readonly url: string
  readonly cookie: string
  readonly slug: string
  readonly stop: () => Promise<void>
}

/** An organisation with so many risks, each with three controls, behind the built web app on a free port. */
async function serveOrganization(risks: number): Promise<Served> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sinew-drag-'))
  const installation = await openBenchInstallation(dataFolder)
  const stopDatabase = async () => {
    await installation.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const { services, client, userId, cookie } = installation
    const size = { name: 'Large', risks, controls: 150, needsPerControl: 2, evidence: 3_000, revisions: 5_000 }
    const organizationId = await seedLargeOrganization(services.pools.app, userId, size, async () => {})
    await recompute(services, organizationId)
    const { organizations } = await client.call(getSession)
    const app = createApp(services)
    // Without TLS options the adaptor makes a node:http server.
    const server = createAdaptorServer({
      fetch: (request) => app.fetch(request, { address: '127.0.0.1' }),
    }) as Server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      cookie,
      slug: organizations[0]?.slug ?? '',
      stop: async () => {
        server.closeAllConnections()
        server.close()
        await stopDatabase()
      },
    }
  } catch (error) {
    await stopDatabase()
    throw error
  }
}

async function inChromium({ url, cookie, slug }: Served, seconds: number) {
  const executablePath = process.env.SINEW_CHROMIUM || '/usr/bin/chromium'
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, args })
  try {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
    await context.addCookies(
      cookie.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=')
        return { name, value: value.join('='), url }
      }),
    )
    const page = await context.newPage()
    await page.goto(`/o/${slug}/loss`)
    await page.getByRole('heading', { level: 1, name: 'Loss' }).waitFor()
    // Everything is priced, the year ahead included, and the page is at rest.
    await page.locator('[data-ahead="priced"]').waitFor({ state: 'attached', timeout: 300_000 })
    const onSlider = async (name: string | RegExp) => {
      const slider = page.getByRole('slider', { name }).first()
      await slider.scrollIntoViewIfNeeded()
      const measured = await recorded(page, () => drag(page, slider, seconds))
      // Each alone: what is tried beside the date would be priced with it.
      await page.getByRole('button', { name: 'Reset' }).click()
      await page.waitForTimeout(1_000)
      return measured
    }
    return {
      browser: browser.version(),
      atRest: await recorded(page, () => page.waitForTimeout(2_000)),
      assurance: await onSlider(/^Assurance of/),
      frequency: await onSlider('How often: high end'),
      loss: await onSlider('How much: high end'),
      date: await onSlider('The day to look at'),
    }
  } finally {
    await browser.close()
  }
}

type Kept = { frames: number[]; reprices: number[]; on: boolean; last: number }
type Recorded = {
  readonly frames: Figures
  readonly lateShare: number
  readonly reprices: Figures
  /** What the page's own thread works for each frame, waiting for the processor left out. */
  readonly busyMs: number
}

/** Frames and re-pricings while something happens. */
async function recorded(page: Page, happen: () => Promise<void>): Promise<Recorded> {
  await page.evaluate(() => {
    const kept: Kept = { frames: [], reprices: [], on: true, last: 0 }
    Object.assign(window, { sinewDrag: kept })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'loss re-price') kept.reprices.push(entry.duration)
    }).observe({ entryTypes: ['measure'] })
    const frame = (at: number) => {
      if (kept.last > 0) kept.frames.push(at - kept.last)
      kept.last = at
      if (kept.on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const thread = await page.context().newCDPSession(page)
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await thread.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const busyBefore = await busy()
  await happen()
  const busyMs = (await busy()) - busyBefore
  await thread.detach()
  const { frames, reprices } = await page.evaluate(() => {
    // Put there above.
    const { sinewDrag } = window as unknown as { readonly sinewDrag: Kept }
    sinewDrag.on = false
    return sinewDrag
  })
  await page.waitForTimeout(1_000)
  return {
    frames: figures(frames),
    lateShare: frames.filter((ms) => ms > lateMs).length / Math.max(1, frames.length),
    reprices: figures(reprices),
    busyMs: busyMs / Math.max(1, frames.length),
  }
}

const sweepMs = 2_500
/** Moves that may wait for the page, which takes one a frame. */
const mostWaiting = 3

/** To and fro along the slider, with a new place at least every frame. */
async function drag(page: Page, slider: Locator, seconds: number): Promise<void> {
  const thumb = await slider.boundingBox()
  const track = await slider.locator('xpath=ancestor::*[contains(@class, "Slider-root")]').boundingBox()
  if (thumb === null || track === null) throw new Error('There is no slider to drag')
  const y = thumb.y + thumb.height / 2
  await page.mouse.move(thumb.x + thumb.width / 2, y)
  await page.mouse.down()
  const begun = performance.now()
  const waiting = new Set<Promise<void>>()
  for (let elapsed = 0; elapsed < seconds * 1000; elapsed = performance.now() - begun) {
    const share = 0.5 + 0.48 * Math.sin((2 * Math.PI * elapsed) / sweepMs)
    const move = page.mouse.move(track.x + share * track.width, y)
    waiting.add(move)
    void move.finally(() => waiting.delete(move))
    await pause(frameMs / 2)
    while (waiting.size >= mostWaiting) await Promise.race(waiting)
  }
  await Promise.all(waiting)
  await page.mouse.up()
}

type Figures = { readonly count: number; readonly p50Ms: number; readonly p95Ms: number; readonly mostMs: number }

function figures(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), mostMs: sorted.at(-1) ?? 0 }
}

type Report = Readonly<Record<'atRest' | 'assurance' | 'frequency' | 'loss' | 'date', Recorded>> & {
  readonly machine: string
  readonly load: { readonly before: number; readonly after: number }
  readonly risks: number
  readonly seconds: number
  readonly browser: string
}

function asText({ machine, load, risks, seconds, browser, ...measured }: Report): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`
  const lines = Object.entries(measured).map(([name, { frames, lateShare, reprices, busyMs }]) => {
    const priced = `; re-priced ${reprices.count} times, ${ms(reprices.p50Ms)}, 95 % within ${ms(reprices.p95Ms)}`
    const late = `${(lateShare * 100).toFixed(1)} % of ${frames.count} later than ${lateMs} ms, the latest ${ms(frames.mostMs)}`
    const even = `a frame every ${ms(frames.p50Ms)}, 95 % within ${ms(frames.p95Ms)}, ${late}`
    return `  ${name}: ${even}; ${ms(busyMs)} of work in the page for each${reprices.count === 0 ? '' : priced}`
  })
  const loads = `load ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`
  return `${risks} risks, ${seconds} s each, Chromium ${browser}; ${loads}\n${machine}\n${lines.join('\n')}\n`
}

await measureDrag()
