import { prowlerReport } from '@sinew/server/test/prowler-report.ts'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { setUpOwner, startWholeSinew } from './whole-sinew.ts'

let open: (options?: PageOptions) => Promise<OpenPage>
let page: Page
let complaints: readonly string[]
let home = ''
let cookie = ''

beforeAll(async () => {
  const url = await startWholeSinew()
  open = await openBrowser(url)
  ;({ page, complaints } = await open())
  await setUpOwner(page)
  await page.getByRole('link', { name: 'Start with mine' }).click()
  await page.getByLabel('Name of the organisation').fill('Proof Works')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('heading', { name: 'Your first chain' }).waitFor()
  home = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
  cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
})

async function visit(on: Page, path: string): Promise<void> {
  await on.goto(`${home}${path}`)
  await on.getByRole('heading', { level: 1 }).waitFor()
}

describe('a control', () => {
  test('is found in the list, said to be in place, and only claimed', async () => {
    await visit(page, '/controls')
    await page.getByText('0 of 93 applicable controls are proven by fresh evidence.').waitFor()
    await page.getByRole('textbox', { name: 'Search controls' }).fill('backup')
    await page.getByRole('link', { name: 'Information backup' }).click()
    await page.getByText('Nothing is said to be in place, so there is nothing to prove yet.').waitFor()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByText('In place', { exact: true }).click()
    await page.getByLabel('How we do it').fill('Nightly copies, restored twice a year.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Nightly copies, restored twice a year.').first().waitFor()
    await page.getByText(/Said to be in place, but “.*” is not shown by anything that counts\./).waitFor()
  })

  test('is proven by a file added through the page; its assurance moves with its sentence', async () => {
    await page.getByRole('link', { name: 'Add evidence for Restore test with result and time' }).click()
    await page.getByRole('heading', { name: 'Add evidence' }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'Restore test with result and time' }).isChecked()).toBe(true)
    const add = page.getByRole('button', { name: /Add evidence/ })
    expect(await add.getAttribute('aria-disabled')).toBe('true')
    await page.locator('input[type=file]').setInputFiles({
      name: 'restore_test.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Restored in 41 minutes.'),
    })
    await page.getByText('Kept: 23 B').waitFor()
    expect(await page.getByLabel('Title of restore_test.txt').inputValue()).toBe('restore test')

    // A link elsewhere asks before it loses what is here.
    await page.getByRole('link', { name: 'A.8.13 Information backup' }).click()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await add.click()

    await page.getByRole('heading', { name: 'A.8.13 Information backup' }).waitFor()
    await page.getByRole('link', { name: 'E-1', exact: true }).first().waitFor()
    const why = page.getByRole('button', { name: /28 % – why\?/ })
    await why.waitFor({ timeout: 15_000 })
    await why.click()
    await page.getByRole('button', { name: /Mean of its evidence needs by weight/ }).click()
    await page.getByRole('dialog').getByText('Restore test with result and time').first().waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByText(/New evidence E-1/)
      .first()
      .waitFor()
  })

  test('is easier to prove only by a decision with its reason', async () => {
    await visit(page, '/controls/A.8.13')
    await page
      .getByRole('button', { name: 'Remove the need Backup policy with scope, frequency and retention' })
      .click()
    const drawer = page.getByRole('dialog', { name: /Remove the need/ })
    const remove = drawer.getByRole('button', { name: /Remove/ })
    expect(await remove.getAttribute('aria-disabled')).toBe('true')
    await drawer.getByLabel('Reason').fill('The policy is shown with A.5.1 already.')
    await remove.click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /Change the need Backup policy/ }).waitFor({ state: 'detached' })
    await page.getByText('The policy is shown with A.5.1 already.').waitFor()
  })
})

describe('evidence', () => {
  test('is not reviewed by whoever added it, and leaves a hole when it is withdrawn', async () => {
    await visit(page, '/evidence?show=inbox')
    await page.getByRole('link', { name: 'restore test' }).click()
    await page.getByRole('heading', { name: 'E-1 restore test' }).waitFor()
    const accept = page.getByRole('button', { name: /Accept/ })
    expect(await accept.getAttribute('aria-disabled')).toBe('true')
    await page.getByText('Somebody else has to review what you submitted.').first().waitFor({ state: 'attached' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('restore_test.txt')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    const drawer = page.getByRole('dialog', { name: 'Withdraw this piece' })
    await drawer.getByLabel('Reason').fill('It was the wrong system.')
    await drawer.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText('Withdrawn: It was the wrong system.').waitFor()
  })

  test('says at the field what is wrong, and keeps what was typed', async () => {
    await visit(page, '/evidence/new?control=A.5.1')
    await page.getByText('A link', { exact: true }).click()
    await page.getByLabel('Title').fill('Policy in the wiki')
    await page.getByLabel('Address').fill('wiki')
    await page.getByRole('button', { name: 'Add evidence' }).click()
    await page.getByText('Give an address that starts with http:// or https://.').waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Policy in the wiki')
    await page.getByLabel('Address').fill('https://wiki.example.org/policy')
    await page.getByRole('button', { name: 'Add evidence' }).click()
    await page.getByRole('heading', { name: 'A.5.1 Policies for information security' }).waitFor()
  })
})

describe('a scanner’s report', () => {
  test('is pushed in the page, and gives each control its k of n', async () => {
    await visit(page, '/collectors')
    const report = prowlerReport(
      [
        { iso: ['A.8.24'], uid: 'arn:aws:s3:::one' },
        { iso: ['A.8.24'], uid: 'arn:aws:s3:::two', code: 'FAIL' },
      ],
      new Date(Date.now() - 60_000).toISOString(),
    )
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'report.ocsf.json', mimeType: 'application/json', buffer: Buffer.from(report) })
    await page.getByText('1 control got a dated k of n.').waitFor()
    await page.getByText('1 of 2', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Use of cryptography' }).click()
    await page.getByRole('heading', { name: 'A.8.24 Use of cryptography' }).waitFor()
    await visit(page, '/collectors/1')
    await page.getByText(/reports in time\./).waitFor()
  })

  test('that is none says so and changes nothing', async () => {
    await visit(page, '/collectors')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') })
    await page.getByRole('alert').waitFor()
    expect(complaints).toEqual([])
  })
})

describe.each([
  ['wide', undefined],
  ['on a phone', phone],
] as const)('every page is well made, %s', (_name, size) => {
  test.each([
    '/controls',
    '/controls/A.8.13',
    '/evidence',
    '/evidence?show=inbox',
    '/evidence?show=expiring',
    '/evidence?show=expiring&sort=-worth&freshness=stale&days=365',
    '/evidence/1',
    '/evidence/new?control=A.8.13',
    '/collectors',
    '/collectors/1',
  ])('%s', async (path) => {
    const one = await open({ cookie, ...(size ? { size } : {}) })
    await visit(one.page, path)
    await one.page.waitForLoadState('networkidle')
    await expectWellMade(one.page)
    await one.page.close()
  })
})
