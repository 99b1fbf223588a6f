import { createRisk, estimateRisk, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { recompute } from '@sinew/server/chain/recompute.ts'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

const app = await serveApp()
const open = await openBrowser(app.url)

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)

async function start() {
  const one = await app.createOrganization('Acme')
  const params = { organizationId: one.organizationId }
  const risk = await one.client.call(createRisk, {
    params,
    body: { title: 'A laptop is stolen', category: 'Physical' },
  })
  await one.client.call(estimateRisk, {
    params: { ...params, riskId: risk.id },
    ifMatch: risk.version,
    body: { frequency: { low: 0.2, high: 1 }, lossMinor: { low: 50_000, high: 900_000 }, note: 'Two in five years' },
  })
  await recompute(app.services, one.organizationId)
  return { ...one, params, riskId: risk.id, at: `/o/${one.organization.slug}` }
}

async function record(page: Page, what: string, daysAgo: number, cost: string): Promise<void> {
  await page.getByRole('button', { name: 'Record what happened' }).first().click()
  const drawer = page.getByRole('dialog', { name: 'Record what happened' })
  await drawer.getByLabel('What happened').fill(what)
  await drawer.getByLabel('On', { exact: false }).first().fill(day(daysAgo))
  if (cost !== '') await drawer.getByLabel('What it cost').fill(cost)
  await drawer.getByRole('button', { name: 'Save' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: what }).waitFor()
}

describe('what happened, in a browser', () => {
  it('is recorded on a risk, vouched for, held against the forecast, and updates the estimate', async () => {
    const one = await start()
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/back-test`)
    await page.getByText('Nothing to hold forecasts against yet').waitFor()
    await expectWellMade(page)

    await visit(page, `${one.at}/risks/1`)
    await page.getByText('Nothing recorded yet').waitFor()
    await record(page, 'Stolen from a car', 300, '2150')
    await record(page, 'Stolen at a fair', 120, '')
    await record(page, 'Stolen on a train', 20, '1.8k')
    await page.getByText('Nobody vouches for any time yet', { exact: false }).waitFor()
    await page.getByText('Nobody vouches for all of this time', { exact: false }).waitFor()

    await page.getByRole('button', { name: 'Vouch for a period' }).click()
    const drawer = page.getByRole('dialog', { name: 'Vouch for a period' })
    await drawer.getByLabel('First day').fill(day(500))
    await expectWellMade(page)
    await drawer.getByRole('button', { name: 'Save' }).click()
    await drawer.getByText(/Say why/).waitFor()
    await drawer.getByLabel('How do you know', { exact: false }).fill('Asked everybody')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await page.getByText('Asked everybody').first().waitFor()
    await page.getByText('Forecast and seen').waitFor()
    await page.getByText('It happened more often than estimated: 3 events in', { exact: false }).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Accept as the new estimate' }).click()
    await page.getByRole('heading', { name: 'Accepted updates' }).waitFor()
    await page
      .getByText(/Updated by what happened: 3 events in/)
      .first()
      .waitFor()
    const risk = await one.client.call(getRisk, { params: { ...one.params, riskId: one.riskId } })
    expect(risk.frequency?.low).toBeGreaterThan(0.3)
    expect(await page.getByText('Proposed update of the estimate').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('is listed, corrected with a reason and removed with one', async () => {
    const one = await start()
    const { page, complaints } = await open({ cookie: one.cookie })
    await visit(page, `${one.at}/occurrences`)
    await page.getByText('Nothing recorded yet').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Record what happened' }).first().click()
    const drawer = page.getByRole('dialog', { name: 'Record what happened' })
    await drawer.getByLabel('What happened').fill('Bag stolen')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await drawer.locator('[role="alert"], .mantine-InputWrapper-error').first().waitFor()
    await drawer.getByRole('combobox', { name: 'Risk' }).fill('laptop')
    await page.getByRole('option', { name: /A laptop is stolen/ }).click()
    await drawer.getByLabel('What it cost').fill('900')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Bag stolen' }).click()

    await page.getByRole('heading', { name: /OC-1 Bag stolen/ }).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Correct' }).click()
    const edit = page.getByRole('dialog', { name: 'Correct what is recorded' })
    await edit.getByLabel('What it cost').fill('400')
    await edit.getByRole('button', { name: 'Save' }).click()
    await edit.getByText('Say why less came of it', { exact: false }).waitFor()
    await edit.getByLabel('Why').fill('The insurer paid')
    await edit.getByRole('button', { name: 'Save' }).click()
    await edit.waitFor({ state: 'hidden' })
    await page.getByText('The insurer paid').first().waitFor()
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByLabel('Why was it none?').fill('It was found in the office')
    await page.getByRole('button', { name: 'Remove; the ledger keeps it' }).click()
    await page.getByText('Nothing recorded yet').waitFor()
    expect(complaints).toEqual([])
  })

  it('fits a phone', async () => {
    const one = await start()
    const { page, complaints } = await open({ cookie: one.cookie, size: phone, colorScheme: 'dark' })
    await visit(page, `${one.at}/risks/1`)
    await record(page, 'Stolen from a car', 40, '2k')
    await page.getByRole('button', { name: 'Vouch for a period' }).click()
    const drawer = page.getByRole('dialog', { name: 'Vouch for a period' })
    await drawer.getByLabel('First day').fill(day(200))
    await drawer.getByLabel('How do you know', { exact: false }).fill('Asked everybody')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Forecast and seen').waitFor()
    await expectWellMade(page)
    for (const path of ['/back-test', '/occurrences', '/occurrences/1']) {
      await visit(page, `${one.at}${path}`)
      await expectWellMade(page)
    }
    expect(complaints).toEqual([])
  })
})
