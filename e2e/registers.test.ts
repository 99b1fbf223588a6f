import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { createObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
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

async function scene() {
  const organization = await app.createOrganization()
  const params = { organizationId: organization.organizationId }
  return { ...organization, params, at: (path: string) => `/o/${organization.organization.slug}${path}` }
}

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

describe('the asset register', () => {
  test('teaches when it is empty, takes an asset, shows what happened to it and takes comments', async () => {
    const { at, cookie } = await scene()
    const { page, complaints } = await open({ cookie })
    await page.goto(at('/assets'))
    await page.getByText('No asset yet').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Add an asset' }).first().click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Give the asset a name.').waitFor()
    await page.getByLabel('Name').fill('Customer database')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await heading(page, /AS-1 Customer database/)
    await expectWellMade(page)

    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Name').fill('Customer store')
    await page.getByRole('button', { name: 'Save' }).click()
    await heading(page, /AS-1 Customer store/)
    const history = page.getByRole('region', { name: 'History' })
    await history.getByText('Customer database').waitFor()

    await page.getByRole('textbox', { name: 'Comment' }).fill('See https://example.org/adr/1 and javascript:alert(1)')
    await page.getByRole('button', { name: 'Comment' }).click()
    const comments = page.getByRole('region', { name: 'Comments' })
    await comments.getByRole('link', { name: 'https://example.org/adr/1' }).waitFor()
    expect(await comments.getByRole('link').count()).toBe(1)
    await comments.getByRole('button', { name: 'Edit' }).click()
    await comments.getByLabel('Your comment').fill('Never mind')
    await comments.getByRole('button', { name: 'Save' }).click()
    await comments.getByText('edited').waitFor()
    await comments.getByRole('button', { name: 'Remove' }).click()
    await comments.getByRole('button', { name: 'Remove' }).click()
    await comments.getByText('Nobody has said anything yet.').waitFor()
    expect(complaints).toEqual([])
  })

  test('shows the past from the history, where nothing can be changed', async () => {
    const { at, cookie, client, params } = await scene()
    await client.call(createAsset, { params, body: { title: 'Then', kind: 'site' } })
    const { page } = await open({ cookie })
    await page.goto(at('/assets/1'))
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Name').fill('Now')
    await page.getByRole('button', { name: 'Save' }).click()
    await heading(page, /AS-1 Now/)
    const history = page.getByRole('region', { name: 'History' })
    await history.getByRole('button', { name: 'Show as of then' }).last().click()
    await heading(page, /AS-1 Then/)
    await page.getByText('Nothing can be changed here.').waitFor()
    expect(await page.getByRole('button', { name: 'Edit' }).getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('textbox', { name: 'Comment' }).isDisabled()).toBe(true)
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Back to today' }).click()
    await heading(page, /AS-1 Now/)
  })

  test('loses nothing when two people edit one asset', async () => {
    const { at, cookie, client, params } = await scene()
    await client.call(createAsset, { params, body: { title: 'Original', kind: 'site' } })
    const [one, other] = [await open({ cookie }), await open({ cookie })]
    for (const { page } of [one, other]) {
      await page.goto(at('/assets/1'))
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
    }
    await one.page.getByLabel('Name').fill('First')
    await one.page.getByRole('button', { name: 'Save' }).click()
    await heading(one.page, /First/)
    await other.page.getByLabel('Name').fill('Second')
    await other.page.getByRole('button', { name: 'Save' }).click()
    const conflict = other.page.getByRole('alert')
    await conflict.getByText('Somebody changed this meanwhile').waitFor()
    await conflict.getByText('First').waitFor()
    await conflict.getByText('Second').waitFor()
    await expectWellMade(other.page)
    await other.page.getByRole('button', { name: 'Keep mine' }).click()
    await heading(other.page, /Second/)
  })

  test('changes several at once, keeps filters as a view, and is found by ⌘K', async () => {
    const { at, cookie, client, params } = await scene()
    for (const title of ['Alpha', 'Beta', 'Gamma']) {
      await client.call(createAsset, { params, body: { title, kind: 'application' } })
    }
    const { page } = await open({ cookie })
    await page.goto(at('/assets'))
    await page.getByRole('checkbox', { name: 'Choose AS-1 Alpha' }).check()
    await page.getByRole('checkbox', { name: 'Choose AS-2 Beta' }).check()
    await page.getByRole('button', { name: 'Scope' }).click()
    await page.getByRole('button', { name: 'Take out of scope' }).click()
    await page.getByText('out of scope').nth(1).waitFor()
    await page.goto(at('/assets?inScope=false'))
    await page.getByText('1–2 of 2').waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByLabel('Name of the view').fill('Outside')
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.goto(at('/assets'))
    await page.getByText('1–3 of 3').waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Outside' }).click()
    await page.getByText('1–2 of 2').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Find anything' }).first().click()
    await page.getByRole('textbox', { name: 'Find anything' }).fill('gam')
    await page
      .getByRole('option', { name: /Gamma/ })
      .or(page.getByRole('button', { name: /Gamma/ }))
      .first()
      .click()
    await heading(page, /AS-3 Gamma/)
  })
})

describe('people', () => {
  test('who leave hand over what they answered for', async () => {
    const { at, cookie, client, params } = await scene()
    const ann = await client.call(createPerson, { params, body: { name: 'Ann Archer' } })
    await client.call(createPerson, { params, body: { name: 'Bob Baker' } })
    await client.call(createAsset, { params, body: { title: 'Laptop', kind: 'endpoint', ownerId: ann.id } })
    const { page, complaints } = await open({ cookie })
    await page.goto(at('/people'))
    await page.getByRole('link', { name: 'Ann Archer' }).click()
    await heading(page, /Ann Archer/)
    await page.getByText('Answers for one thing.').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Has left' }).click()
    const handOver = page.getByRole('button', { name: 'Hand over and say goodbye' })
    expect(await handOver.isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: 'Who takes over?' }).click()
    await page.getByRole('option', { name: /Bob Baker/ }).click()
    await page.getByLabel('Reason').fill('Left on Friday')
    await handOver.click()
    await page.getByText('Has left, and answers for nothing any more.').waitFor()
    await page.getByRole('region', { name: 'History' }).getByText('Left on Friday').waitFor()
    await page.goto(at('/assets/1'))
    await page.getByText('Bob Baker').first().waitFor()
    expect(complaints).toEqual([])
  })
})

describe('obligations', () => {
  test('are kept by controls; taking one away needs a reason that stays', async () => {
    const { at, cookie, client, params } = await scene()
    await client.call(createObligation, { params, body: { title: 'Breach notice', kind: 'contract' } })
    const { items } = await client.call(listControls, { params, query: { q: 'A.5.24' } })
    expect(items[0]?.ref).toBe('A.5.24')
    const { page } = await open({ cookie, size: phone })
    await page.goto(at('/obligations/1'))
    await page.getByText('No control keeps it.').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Add a control' }).click()
    await page.getByRole('combobox', { name: 'Control' }).fill('A.5.24')
    await page.getByRole('option', { name: /^A\.5\.24/ }).click()
    await page.getByLabel('What it has to do').fill('Within 24 hours')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('A.5.24 is not proven.').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Take A.5.24 away' }).click()
    await page.getByLabel('Why does A.5.24 no longer serve this?').fill('The contract ended')
    await page.getByRole('button', { name: 'Take away' }).click()
    await page.getByText('No control keeps it.').waitFor()
    await page.getByRole('region', { name: 'History' }).getByText('The contract ended').waitFor()
  })
})

describe('the ledger', () => {
  test('finds by kind and reason, and brings a deleted risk back with what went with it', async () => {
    const { at, cookie, client, params } = await scene()
    const asset = await client.call(createAsset, { params, body: { title: 'Vault', kind: 'information' } })
    await client.call(createRisk, { params, body: { title: 'Theft of the vault', assetIds: [asset.id] } })
    await client.call(createObligation, { params, body: { title: 'Promise', kind: 'promise' } })
    const { page, complaints } = await open({ cookie })
    await page.goto(at('/obligations/1'))
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByLabel('Why is it no longer owed?').fill('Withdrawn in May')
    await page.getByRole('button', { name: 'Remove', exact: true }).last().click()
    await page.getByText('No obligation yet').waitFor()

    await page.goto(at('/ledger'))
    await heading(page, 'Ledger')
    await page.getByText('Withdrawn in May').waitFor()
    await expectWellMade(page)
    await page.getByLabel('Search reasons').fill('in may')
    await page.waitForURL(/q=in/)
    // What was created was created without a reason.
    const trail = page.getByRole('region', { name: 'Audit trail' })
    await trail.getByText('created', { exact: true }).first().waitFor({ state: 'detached' })
    await trail.getByText('Promise').first().waitFor()

    await page.getByRole('button', { name: 'Deleted things' }).click()
    await heading(page, 'Deleted things')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Bring back' }).click()
    await page.getByLabel('Reason').fill('Not withdrawn after all')
    await page.getByRole('button', { name: 'Bring back' }).last().click()
    await page.getByText('Nothing is deleted').waitFor()
    await page.goto(at('/obligations/1'))
    await heading(page, /O-1 Promise/)
    await page.getByText('restored this').waitFor()
    expect(complaints).toEqual([])
  })

  test('is read by an auditor, who can change nothing, and not by a reader', async () => {
    const { at, cookieAs, client, params } = await scene()
    await client.call(createAsset, { params, body: { title: 'Vault', kind: 'information' } })
    const auditor = await open({ cookie: await cookieAs('auditor') })
    await auditor.page.goto(at('/ledger'))
    await auditor.page.getByText('Vault').first().waitFor()
    expect(await auditor.page.getByRole('button', { name: 'Deleted things' }).count()).toBe(0)
    await auditor.page.goto(at('/assets/1'))
    await heading(auditor.page, /Vault/)
    expect(await auditor.page.getByRole('button', { name: /^(Edit|Remove)$/ }).count()).toBe(0)
    await auditor.page.goto(at('/ledger/deleted'))
    await auditor.page.getByText('Not for your role').waitFor()
    await expectWellMade(auditor.page)
    const reader = await open({ cookie: await cookieAs('reader') })
    await reader.page.goto(at('/ledger'))
    await reader.page.getByText('Not for your role').waitFor()
    expect(await reader.page.getByText('Vault').count()).toBe(0)
  })
})

describe('the settings', () => {
  test('invite by a link that lets one person in, whose role then changes', async () => {
    const { at, cookie, organization } = await scene()
    const { page, complaints } = await open({ cookie })
    await page.goto(at('/settings/members'))
    await expectWellMade(page)
    await page.getByLabel('E-mail').fill('Ingrid@Example.org')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = (await page.getByText(/\/invitation\/snw_/).textContent()) ?? ''
    expect(link).toContain('/invitation/snw_')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'I have it' }).click()
    await page.getByRole('region', { name: 'Open invitations' }).getByText('ingrid@example.org').waitFor()

    const guest = await open({ size: phone })
    await guest.page.goto(new URL(link).pathname)
    await guest.page.getByText('ingrid@example.org').first().waitFor()
    await guest.page.getByLabel('Your name').fill('Ingrid Berg')
    await guest.page.getByLabel(/^Choose a password/).fill('a long enough password')
    await guest.page.getByRole('button', { name: 'Join' }).click()
    await guest.page.getByRole('button', { name: `Organisation: ${organization.name}` }).waitFor()
    await guest.page.goto(new URL(link).pathname)
    await guest.page.getByText('it was used, withdrawn or has expired').waitFor()

    await page.reload()
    await page.getByRole('link', { name: 'Ingrid Berg' }).waitFor()
    await page.getByRole('button', { name: 'contributor' }).click()
    await page.getByRole('combobox', { name: 'Role of Ingrid Berg' }).click()
    await page.getByRole('option', { name: 'reader' }).click()
    await page.getByRole('button', { name: 'Change the role' }).click()
    await page.getByRole('button', { name: 'reader' }).waitFor()
    // The last owner can neither be removed nor step down.
    expect(await page.getByRole('button', { name: 'Remove' }).first().getAttribute('aria-disabled')).toBe('true')
    await guest.page.goto(at('/assets'))
    await heading(guest.page, 'Assets')
    expect(await guest.page.getByRole('button', { name: 'Add an asset' }).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('make a token that is shown once, and end it', async () => {
    const { at, cookie, organizationId } = await scene()
    const { page } = await open({ cookie, colorScheme: 'dark' })
    await page.goto(at('/settings/tokens'))
    await page.getByLabel('What it is for').fill('Scanner')
    await page.getByRole('button', { name: 'Make the token' }).click()
    const token = (await page.getByText(/^snw_/).textContent()) ?? ''
    expect(token).toMatch(/^snw_[0-9a-f]{32}_/)
    await expectWellMade(page)
    const use = () =>
      fetch(`${app.url}/api/orgs/${organizationId}/controls`, { headers: { authorization: `Bearer ${token}` } })
    expect((await use()).status).toBe(200)
    await page.reload()
    await page.getByText('Scanner', { exact: true }).waitFor()
    expect(await page.getByText(token).count()).toBe(0)
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('No token works now').waitFor()
    expect((await use()).status).toBe(401)
  })

  test('say what the organisation is, and keep what is wrong at its field', async () => {
    const { at, cookie, cookieAs } = await scene()
    const { page } = await open({ cookie })
    await page.goto(at('/settings'))
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Name').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Give the organisation a name.').waitFor()
    await page.getByLabel('Name').fill('Renamed Ltd')
    await page.getByLabel('Scope of the ISMS').fill('The product and the people who run it')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The product and the people who run it').waitFor()
    await page.getByRole('button', { name: 'Organisation: Renamed Ltd' }).waitFor()
    const reader = await open({ cookie: await cookieAs('reader') })
    await reader.page.goto(at('/settings'))
    await reader.page.getByText('The product and the people who run it').waitFor()
    expect(await reader.page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
  })

  test('show where one is signed in, and end the rest', async () => {
    const { cookie } = await scene()
    const { page } = await open({ cookie })
    await page.goto('/account')
    await page.getByText('Where you are signed in').waitFor()
    await page.getByText('here', { exact: true }).waitFor()
    await expectWellMade(page)
  })
})

describe('every page of the registers', () => {
  test.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('is well made, %s at %d', async (colorScheme, width) => {
    const { at, cookie, client, params } = await scene()
    const person = await client.call(createPerson, { params, body: { name: 'Ann Archer', jobTitle: 'Engineer' } })
    const ownerId = person.id
    await client.call(createAsset, { params, body: { title: 'Customer database', kind: 'information', ownerId } })
    await client.call(createObligation, {
      params,
      body: { title: 'Law', kind: 'law', reviewAt: '2020-01-01T00:00:00Z' },
    })
    const { page, complaints } = await open({ cookie, colorScheme, size: { width, height: 900 } })
    const pages = [
      ['/assets', 'Assets'],
      ['/assets/1', /Customer database/],
      ['/people', 'People'],
      ['/people/2', /Ann Archer/],
      ['/obligations', 'Obligations'],
      ['/obligations/1', /Law/],
      ['/ledger', 'Ledger'],
      ['/ledger/deleted', 'Deleted things'],
      ['/settings', 'Settings'],
      ['/settings/members', 'Settings'],
      ['/settings/tokens', 'Settings'],
    ] as const
    for (const [path, name] of pages) {
      await page.goto(at(path))
      await heading(page, name)
      await page.waitForLoadState('networkidle')
      await expectWellMade(page)
    }
    expect(complaints).toEqual([])
  })
})
