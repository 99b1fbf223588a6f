import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone, wide } from './browser.ts'
import { serveApp } from './served-app.ts'

let open: (options?: PageOptions) => Promise<OpenPage>

beforeAll(async () => {
  const { url } = await serveApp()
  open = await openBrowser(url)
})

describe('the pages about the API', () => {
  test.each([
    ['light', wide],
    ['dark', phone],
  ] as const)('are well made in %s, and open the route an address names', async (colorScheme, size) => {
    const { page, complaints } = await open({ colorScheme, size })
    await page.goto('/docs/api#pushReport')
    await page.waitForURL('**/docs/api/*#pushReport')
    await page.locator('#pushReport').getByText('--data-binary @report.ocsf.json').waitFor()
    await expectWellMade(page)
    await page.goto('/docs/api')
    // Hundreds of lines look alike: axe reads those of one subject.
    await page.evaluate(() => {
      for (const other of document.querySelectorAll('#routes > section ~ section')) other.remove()
    })
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  test('filter the index by words', async () => {
    const { page } = await open()
    await page.goto('/docs/api')
    const shown = page.locator('.line:visible')
    const all = await shown.count()
    await page.getByRole('searchbox', { name: 'Filter' }).fill('post evidence')
    await page.getByText(new RegExp(`^\\d+ of ${all} routes$`)).waitFor()
    expect(await shown.count()).toBeLessThan(all / 5)
    expect(await page.getByRole('heading', { name: 'Members' }).isVisible()).toBe(false)
    await shown.getByRole('link').first().click()
    await page.locator('details.route[open]').first().waitFor()
  })
})
