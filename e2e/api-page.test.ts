import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone, wide } from './browser.ts'
import { serveApp } from './served-app.ts'

let open: (options?: PageOptions) => Promise<OpenPage>

beforeAll(async () => {
  const { url } = await serveApp()
  open = await openBrowser(url)
})

describe('the page about the API', () => {
  test.each([
    ['light', wide],
    ['dark', phone],
  ] as const)('is well made in %s, and opens the route its address names', async (colorScheme, size) => {
    const { page, complaints } = await open({ colorScheme, size })
    await page.goto('/docs/api#pushReport')
    await page.locator('#pushReport').getByText('--data-binary @report.ocsf.json').waitFor()
    // Hundreds of routes look alike: axe reads one section of them.
    await page.evaluate(() => {
      for (const other of document.querySelectorAll(
        '#routes > section:not(:has(> #pushReport)), .jumps:not(:first-of-type)',
      ))
        other.remove()
    })
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  test('filters by words', async () => {
    const { page } = await open()
    await page.goto('/docs/api')
    const shown = page.locator('details.route:visible')
    const all = await shown.count()
    await page.getByRole('searchbox', { name: 'Filter' }).fill('post evidence')
    await page.getByText(new RegExp(`^\\d+ of ${all} routes$`)).waitFor()
    expect(await shown.count()).toBeLessThan(all / 5)
    expect(await page.getByRole('heading', { name: 'Members' }).isVisible()).toBe(false)
    await page
      .getByRole('link', { name: /evidence/i })
      .first()
      .click()
    await page.locator('details.route[open]').first().waitFor()
  })
})
