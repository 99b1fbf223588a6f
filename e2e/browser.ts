import { AxeBuilder } from '@axe-core/playwright'
import { afterFile } from '@sinew/server/test/after-file.ts'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished, TestRunner } from 'vitest'

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const wide = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

export type PageOptions = {
  readonly size?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** A session, as `name=value; …`, for the address of the app. */
  readonly cookie?: string
}

export type OpenPage = {
  readonly page: Page
  /** What the browser complained of: script errors, refused content, failed requests for files of the app. */
  readonly complaints: readonly string[]
}

/**
 * One Chromium for a test file, each page in a context that is its own until its test ends. Then the page is closed and the context, emptied
 * of all but the files of the app, serves the next: they are read and compiled once. A page opened outside a test stays until the file ends.
 */
export async function openBrowser(url: string): Promise<(options?: PageOptions) => Promise<OpenPage>> {
  const executablePath = process.env.SINEW_CHROMIUM || '/usr/bin/chromium'
  const browser: Browser = await chromium.launch({ executablePath, args: quiet })
  afterFile(() => browser.close())
  const free = new Map<string, BrowserContext[]>()
  return async ({ size = wide, colorScheme = 'light', cookie } = {}) => {
    const kind = `${size.width} ${size.height} ${colorScheme}`
    const context =
      free.get(kind)?.pop() ??
      (await browser.newContext({ baseURL: url, viewport: size, colorScheme, reducedMotion: 'reduce' }))
    if (cookie !== undefined) await context.addCookies(cookiesOf(cookie, url))
    const page = await context.newPage()
    if (TestRunner.getCurrentTest() !== undefined) {
      onTestFinished(async () => {
        if (page.isClosed()) return context.close()
        await empty(context, page, url)
        free.set(kind, [...(free.get(kind) ?? []), context])
      })
    }
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A refused or missing answer of the API is part of many journeys; the page says so itself.
      const isAnswer = message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/')
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
    })
    return { page, complaints }
  }
}

/** Nothing of one test reaches the next: pages, cookies and what the app kept are gone. */
async function empty(context: BrowserContext, page: Page, url: string): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(url).origin,
    storageTypes: 'cookies,local_storage,indexeddb',
  })
  for (const one of context.pages()) await one.close()
  await context.clearCookies()
  await context.setOffline(false)
}

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url }
  })
}

/** Axe finds nothing serious, and nothing reaches beyond the edge of the page. */
export async function expectWellMade(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
}
