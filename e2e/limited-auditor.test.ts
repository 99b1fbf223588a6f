import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { expect, test } from 'vitest'
import { expectWellMade, openBrowser } from './browser.ts'
import { serveApp } from './served-app.ts'

test('an owner limits an auditor to a period and areas, who sees no others, and reads what they opened', async () => {
  const app = await serveApp()
  const open = await openBrowser(app.url)
  const { organization, organizationId, client, cookie, cookieAs } = await app.createOrganization('Northwind')
  await client.call(createRisk, { params: { organizationId }, body: { title: 'Ransomware' } })
  const auditorCookie = await cookieAs('auditor')
  const home = `/o/${organization.slug}`

  const owner = (await open({ cookie })).page
  await owner.goto(`${home}/settings/members`)
  await owner.getByRole('button', { name: 'Access', exact: true }).last().click()
  await owner.getByLabel('Reads evidence and audit trail from').fill('2026-01-01')
  await owner.getByLabel('Until', { exact: true }).fill('2026-06-30')
  await owner.getByRole('combobox', { name: 'Reads only' }).press('ArrowDown')
  for (const area of ['control', 'person']) await owner.getByRole('option', { name: area, exact: true }).click()
  await owner.getByLabel('Reason').fill('Stage 2')
  await owner.getByRole('button', { name: 'Set the limits' }).click()
  await owner.getByText('1 Jan 2026 to 30 Jun 2026').waitFor()

  const { page, complaints } = await open({ cookie: auditorCookie })
  await page.goto(home)
  await page.waitForURL(`**${home}/controls`)
  await page.getByText('Your access is limited', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'Policies for information security' }).waitFor()
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  expect(await menu.getByRole('link').allInnerTexts()).toEqual(['Controls'])
  await expectWellMade(page)
  const changing = page.getByRole('main').getByRole('button', { name: /^(Edit|Change|Add|Remove|Prove)/ })
  expect(await changing.count()).toBe(0)
  await page.getByRole('link', { name: 'Policies for information security' }).click()
  await page.getByRole('heading', { name: 'What would prove it' }).waitFor()
  await page.getByRole('heading', { name: 'History' }).waitFor()
  expect(await changing.count()).toBe(0)
  expect(await page.locator('main [aria-disabled=true]').count()).toBe(0)
  expect(await page.getByRole('heading', { name: /^(Evidence|Comments|What moved, and why)$/ }).count()).toBe(0)
  expect(complaints).toEqual([])
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find anything' }).fill('o')
  const found = page.getByRole('button', { name: /^(My work|Controls|Obligations|Look ahead|People)$/ })
  await found.first().waitFor()
  expect((await found.allInnerTexts()).sort()).toEqual(['Controls', 'People'])
  await page.goto(`${home}/risks`)
  await page.getByText('Your access does not cover this area', { exact: false }).waitFor()
  expect(complaints.filter((line) => !line.includes('does not cover'))).toEqual([])

  await owner.goto(`${home}/settings/access-log`)
  await owner.getByText('Someone auditor').first().waitFor()
  expect(await owner.getByText(/saved view/i).count()).toBe(0)
})
