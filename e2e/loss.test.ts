import { fileURLToPath } from 'node:url'
import { recompute } from '@sinew/server/chain/recompute.ts'
import { change, insertEvidence, type TestChain, writeTestChain } from '@sinew/server/test/test-chain.ts'
import type { TestOrganization } from '@sinew/server/test/test-server.ts'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone, wide } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const screenshots = fileURLToPath(new URL('./screenshots/', import.meta.url))
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

let app: ServedApp
let open: (options?: PageOptions) => Promise<OpenPage>
let ours: TestOrganization
let chain: TestChain

/** One event a year of €20k to €2M, halved by a control that was proven once and is stale by half now. */
beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
  ours = await app.createOrganization('Year in money')
  const { organizationId } = ours
  chain = await writeTestChain(app.services, organizationId)
  await change(app.services, organizationId, {}, async (tx) => {
    await tx
      .updateTable('risk')
      .set({ frequency_low: 0.5, frequency_high: 2, loss_low_minor: 2_000_000, loss_high_minor: 200_000_000 })
      .where('id', '=', chain.riskId)
      .execute()
    await insertEvidence(tx, chain, { collectedAt: daysAgo(270) })
  })
  await recompute(app.services, organizationId)
})

const at = (path: string, of = ours) => `/o/${of.organization.slug}${path}`

/** The page with the fine price on it. */
async function openLoss(page: Page): Promise<void> {
  await page.goto(at('/loss'))
  await page.getByRole('heading', { level: 1, name: 'Loss' }).waitFor()
  await page.getByText('Pricing the year …').waitFor({ state: 'detached' })
  await page.getByText(/A year in ten costs more than €.* rests on nothing up to date/).waitFor()
}

const reader = (page: Page) => page.getByRole('slider', { name: 'How often: Loss exceedance curves of a year' })
const reading = async (page: Page) => (await reader(page).getAttribute('aria-valuetext')) ?? ''
const amountOf = (state: string, sentence: string) =>
  Number(new RegExp(`${state} €([\\d,.]+)`).exec(sentence)?.[1]?.replaceAll(',', ''))
const provenOf = (sentence: string) => amountOf('proven', sentence)
const inherentOf = (sentence: string) => amountOf('inherent', sentence)

describe('the year in money', () => {
  test.each([
    ['wide, light', wide, 'light'],
    ['wide, dark', wide, 'dark'],
    ['phone, light', phone, 'light'],
    ['phone, dark', phone, 'dark'],
  ] as const)('is accessible and fits: %s', async (name, size, colorScheme) => {
    const { page, complaints } = await open({ size, colorScheme, cookie: ours.cookie })
    await openLoss(page)
    await page.screenshot({ path: `${screenshots}loss-${name.replace(', ', '-')}.png`, fullPage: true })
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  test('is read by keyboard, level by level', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await openLoss(page)
    await reader(page).focus()
    expect(await reading(page)).toMatch(/^1 year in 10 loses more than: .*claimed €.*proven €/)
    const often = provenOf(await reading(page))
    await page.keyboard.press('ArrowRight')
    expect(await reading(page)).toMatch(/^1 year in 20 loses more than: /)
    expect(provenOf(await reading(page))).toBeGreaterThan(often)
    await page.keyboard.press('Home')
    await page.keyboard.press('End')
    expect(await reading(page)).toMatch(/^1 year in 500 loses more than: /)
  })

  test('shows the same figures as a table, and in the table of levels', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await openLoss(page)
    const shown =
      (await page
        .getByRole('table', { name: 'Levels of the year' })
        .getByRole('row', { name: /^10 / })
        .textContent()) ?? ''
    await page.getByRole('button', { name: 'Show as table' }).first().click()
    const row = page
      .getByRole('table', { name: 'Loss exceedance curves of a year' })
      .getByRole('row', { name: /^1 year in 10 / })
    const cells = await row.getByRole('cell').allTextContents()
    expect(cells).toHaveLength(5)
    for (const amount of cells.slice(1)) expect(shown).toContain(amount)
  })

  test('moves while a proof is pulled on, and comes back', async () => {
    const { page, complaints } = await open({ cookie: ours.cookie })
    await openLoss(page)
    const before = provenOf(await reading(page))
    const slider = page.getByRole('slider', { name: /^Assurance of A\.8\.13/ })
    await slider.focus()
    await page.keyboard.press('End')
    await expect.poll(async () => provenOf(await reading(page))).toBeLessThan(before)
    await page.getByText('The year in figures, with what you try').waitFor()
    const tried = provenOf(await reading(page))
    await page.keyboard.press('Home')
    await expect.poll(async () => provenOf(await reading(page))).toBeGreaterThan(tried)
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByText('The year in figures, with what you try').waitFor({ state: 'detached' })
    expect(provenOf(await reading(page))).toBe(before)
    expect(complaints).toEqual([])
  })

  test('shows what becomes of it when nobody does anything', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await openLoss(page)
    const before = provenOf(await reading(page))
    await page.getByRole('slider', { name: 'The day to look at' }).focus()
    await page.keyboard.press('End')
    await expect.poll(async () => provenOf(await reading(page))).toBeGreaterThan(before)
  })

  test('moves in every state while an estimate is pulled on, by keyboard too', async () => {
    const { page, complaints } = await open({ cookie: ours.cookie })
    await openLoss(page)
    const before = await reading(page)
    const high = page.getByRole('slider', { name: 'How much: high end' })
    await high.focus()
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight')
    await expect.poll(async () => provenOf(await reading(page))).toBeGreaterThan(provenOf(before))
    await expect.poll(async () => inherentOf(await reading(page))).toBeGreaterThan(inherentOf(before))
    expect(await high.getAttribute('aria-valuetext')).toMatch(/^€[\d.]+M$/)
    await page.getByText('The year in figures, with what you try').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(() => reading(page)).toBe(before)
    expect(complaints).toEqual([])
  })

  test('goes to the heat map and back: the same risks by level and by money', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await openLoss(page)
    await page.getByRole('link', { name: 'By level' }).click()
    await page.getByRole('heading', { level: 1, name: 'Heat map' }).waitFor()
    await page.getByRole('link', { name: 'By money' }).click()
    await page.getByRole('heading', { level: 1, name: 'Loss' }).waitFor()
  })

  test('saves its figures as CSV', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await openLoss(page)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^loss-\d{4}-\d{2}-\d{2}\.csv$/)
  })

  test('says what is missing where there is nothing to price', async () => {
    const empty = await app.createOrganization('Nothing yet')
    const { page } = await open({ cookie: empty.cookie })
    await page.goto(at('/loss', empty))
    await page.getByText('Nothing can be lost here yet').waitFor()
    await page.getByRole('button', { name: 'Add risks' }).click()
    await page.getByRole('heading', { level: 1, name: 'Add risks' }).waitFor()
  })
})
