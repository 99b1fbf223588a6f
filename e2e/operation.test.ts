import { interestedParties } from '@sinew/contract/context/context-contract.ts'
import { listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { createRisk, estimateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { supplierCertificates, suppliers } from '@sinew/contract/supplier/supplier-contract.ts'
import { checklistItems, checklistRuns, checklists } from '@sinew/contract/training/training-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { recompute } from '@sinew/server/chain/recompute.ts'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

let app: ServedApp
let open: (options?: PageOptions) => Promise<OpenPage>
beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function scene() {
  const ours = await app.createOrganization()
  const params = { organizationId: ours.organizationId }
  return { ...ours, params, at: (path: string) => `/o/${ours.organization.slug}${path}` }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

describe('an incident', () => {
  test('is reported by anybody on a phone, judged, told of in time, and closed with what it taught', async () => {
    const { at, cookie, cookieAs } = await scene()
    const reader = await open({ cookie: await cookieAs('reader'), size: phone, colorScheme: 'dark' })
    await reader.page.goto(at('/report'))
    await reader.page
      .getByLabel('1. What did you see?')
      .fill('A list of patients went to the wrong clinic. I called them.')
    await press(reader.page, 'Report it')
    await reader.page.getByText('It has a number: IN-1.').waitFor()
    await expectWellMade(reader.page)

    const { page, complaints } = await open({ cookie })
    await page.goto(at('/incidents/1'))
    await heading(page, /IN-1 A list of patients went to the wrong clinic/)
    await press(page, 'It is an incident')
    await page.getByText('Say how severe it is before it becomes an incident.').first().waitFor()
    await press(page, 'Edit')
    await choose(page, 'Category', 'Information exposed or sent wrongly')
    await choose(page, 'Severity', 'Medium')
    await choose(page, 'Personal data involved?', 'Yes')
    await page.getByRole('combobox', { name: 'Who handles it' }).click()
    await page.getByRole('option', { name: /Olga Owner/ }).click()
    await page.getByLabel('How it was contained').fill('The clinic deleted the list and said so.')
    await page.getByLabel('How the cause was removed and service restored').fill('The address was corrected.')
    await page.getByLabel('Root cause').fill('The nightly export keeps addresses of its own.')
    await page.getByLabel('What was learned').fill('Addresses are kept in one place.')
    await page.getByLabel('Why it belongs to no risk').fill('No risk of the register is about exports yet.')
    await press(page, 'Save')

    const clocks = page.getByRole('region', { name: 'Who has to be told' })
    await press(page, 'Applies')
    await page.getByLabel('Why does it apply?').fill('Patients are named.')
    await page.getByRole('button', { name: 'Applies', exact: true }).last().click()
    await clocks.getByText('Running').waitFor()
    await expectWellMade(page)
    for (const step of ['It is an incident', 'Contained', 'Recovered', 'Lessons learned']) {
      await press(page, step)
      await page.getByRole('button', { name: step, exact: true }).waitFor({ state: 'detached' })
    }
    await press(page, 'Close')
    await page
      .getByText(/1 notification is still to be made/)
      .first()
      .waitFor()
    await press(page, 'Told now')
    await clocks.getByText('Told in time').waitFor()
    await press(page, 'Close')
    await page.getByRole('button', { name: 'Open again' }).waitFor()

    // What it taught is followed up: what is known needs not be typed again, and each leads to the other.
    await press(page, 'Raise a nonconformity')
    const drawer = page.getByRole('dialog')
    expect(await drawer.getByRole('textbox', { name: 'Root cause' }).inputValue()).toContain('nightly export')
    await press(page, 'Save')
    await heading(page, /NC-1 A list of patients went to the wrong clinic/)
    await page.getByText('Found in IN-1').waitFor()
    await page.getByRole('link', { name: 'IN-1', exact: true }).click()
    await page.getByRole('region', { name: 'Linked' }).getByRole('link', { name: 'NC-1', exact: true }).waitFor()
    expect(complaints).toEqual([])
  })
})

describe('a supplier', () => {
  test('proves a control until its certificate runs out, and the day ahead shows what that costs', async () => {
    const { at, cookie, client, params, organizationId } = await scene()
    const [control] = (await client.call(listControls, { params, query: { ref: 'A.5.22' } })).items
    const one = { ...params, controlId: control?.id ?? '' }
    await client.call(updateControl, {
      params: one,
      ifMatch: control?.version ?? 1,
      body: { implementation: 'implemented' },
    })
    const risk = await client.call(createRisk, { params, body: { title: 'The provider loses our data' } })
    const of = { ...params, riskId: risk.id }
    await client.call(estimateRisk, {
      params: of,
      ifMatch: risk.version,
      body: {
        frequency: { low: 0.2, high: 2 },
        lossMinor: { low: 5_000_000, high: 50_000_000 },
        lossCapMinor: 90_000_000,
        note: 'From the outages of two years.',
      },
    })
    await client.call(linkControl, {
      params: of,
      body: { controlId: one.controlId, effect: 'frequency', reduction: { low: 0.5, high: 0.7 }, note: '' },
    })
    const supplier = await client.call(suppliers.create, { params, body: { name: 'Cumulus', criticality: 'high' } })
    await client.call(supplierCertificates.create, {
      params,
      body: {
        supplierId: supplier.id,
        title: 'ISO/IEC 27001, all halls',
        issuer: 'A body',
        issuedAt: inDays(-300),
        validUntil: inDays(20),
      },
    })
    const { page, complaints } = await open({ cookie })
    await page.goto(at('/suppliers/1'))
    await heading(page, /SU-1 Cumulus/)
    await press(page, 'Use as evidence')
    await page.getByRole('combobox', { name: 'What it proves' }).fill('certificates')
    await page.getByRole('option', { name: /^A\.5\.22 Current/ }).click()
    await page.getByRole('button', { name: 'Use as evidence' }).last().click()
    await page.getByRole('region', { name: 'What shows it' }).getByRole('link', { name: 'E-1' }).waitFor()
    await expectWellMade(page)
    await recompute(app.services, organizationId)
    await page.goto(at('/look-ahead?days=60'))
    await heading(page, 'Look ahead')
    await page
      .getByText(/A\.5\.22/)
      .first()
      .waitFor()
    expect(await page.getByText(/if nobody does anything\.$/).textContent()).toMatch(/goes from €[\d.]+k to €[\d.]+k/)
    expect(complaints).toEqual([])
  })
})

describe('what others want', () => {
  test('is written down from an issue, becomes a requirement, and an obligation that controls keep', async () => {
    const { at, cookie, client, params } = await scene()
    await client.call(interestedParties.create, { params, body: { name: 'Clinics' } })
    const { page, complaints } = await open({ cookie })
    await page.goto(at('/context-issues'))
    await press(page, 'Add an issue')
    await page.getByRole('textbox', { name: 'Issue' }).fill('Clinics ask how their data are kept apart')
    await page.getByLabel('What it does to the ISMS').fill('It decides who buys.')
    await press(page, 'Save')
    await heading(page, /Clinics ask how their data are kept apart/)
    await expectWellMade(page)
    await page.goto(at('/interested-parties/1'))
    await press(page, 'Add a requirement')
    await page.getByRole('textbox', { name: 'Requirement' }).fill('Data of each clinic are kept apart')
    await press(page, 'Save')
    await page.getByRole('link', { name: 'Data of each clinic are kept apart' }).click()
    await heading(page, /Data of each clinic are kept apart/)
    await choose(page, 'What kind', 'Promise')
    await press(page, 'Make it an obligation')
    await page.getByRole('link', { name: /O-1/ }).click()
    await heading(page, /O-1 Data of each clinic are kept apart/)
    await page.getByText('No control keeps it.').waitFor()
    expect(complaints).toEqual([])
  })
})

test('a step of a leaver is marked as done where it stands, and is not offered again', async () => {
  const { at, cookie, params, client } = await scene()
  const leaver = await client.call(createPerson, { params, body: { name: 'Lee Leaver' } })
  const list = await client.call(checklists.create, { params, body: { title: 'Leaving', occasion: 'leaver' } })
  await client.call(checklistItems.create, { params, body: { checklistId: list.id, title: 'Laptop returned' } })
  const run = await client.call(checklistRuns.create, {
    params,
    body: { title: 'Lee leaves', checklistId: list.id, personId: leaver.id, at: inDays(5) },
  })
  const { page } = await open({ cookie, size: phone })
  await page.goto(at(`/checklist-runs/${run.number}`))
  await press(page, 'Mark as done')
  await page.getByRole('textbox', { name: 'Note' }).fill('Handed to the workplace team.')
  await press(page, 'Save')
  await page.getByRole('button', { name: 'Mark as done' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Laptop returned' }).click()
  await heading(page, /Laptop returned/)
  await page.getByText('Handed to the workplace team.').waitFor()
  expect(await page.getByRole('button', { name: 'Mark as done' }).count()).toBe(0)
  await expectWellMade(page)
})
