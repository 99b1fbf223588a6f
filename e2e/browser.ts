import { AxeBuilder } from '@axe-core/playwright'
import { afterFile } from '@sinew/server/test/after-file.ts'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

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

/** One Chromium for a test file, each page in a context of its own. */
export async function openBrowser(url: string): Promise<(options?: PageOptions) => Promise<OpenPage>> {
  const executablePath = process.env.SINEW_CHROMIUM || '/usr/bin/chromium'
  const browser: Browser = await chromium.launch({ executablePath, args: quiet })
  afterFile(() => browser.close())
  return async ({ size = wide, colorScheme = 'light', cookie } = {}) => {
    const context = await browser.newContext({ baseURL: url, viewport: size, colorScheme, reducedMotion: 'reduce' })
    if (cookie !== undefined) await context.addCookies(cookiesOf(cookie, url))
    const page = await context.newPage()
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

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url }
  })
}

/** Axe finds nothing serious, and nothing reaches beyond the edge of the page. */
export async function expectWellMade(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
}
