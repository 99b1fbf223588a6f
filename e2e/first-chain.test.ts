import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { setUpOwner, startWholeSinew } from './whole-sinew.ts'

let open: (options?: PageOptions) => Promise<OpenPage>

beforeAll(async () => {
  open = await openBrowser(await startWholeSinew())
})

describe('the first hour', () => {
  test('leads from nothing to a risk, a control and its proof, and says what moved', async () => {
    const { page, complaints } = await open()
    await setUpOwner(page)
    await page.getByRole('link', { name: 'Start with mine' }).click()
    await page.getByLabel('Name of the organisation').fill('Harbour Clinic Software')
    await page.getByRole('button', { name: 'Start', exact: true }).click()

    await page.getByRole('heading', { name: 'Your first chain' }).waitFor()
    await page.getByText(/VERIS Community Database/).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Put 3 risks into the register' }).click()

    await page.getByText('Say which of the controls that treat it you already have.').waitFor()
    await expectWellMade(page)
    await page.getByRole('radiogroup').first().getByText('Yes', { exact: true }).click()

    await page.getByLabel('What you have').waitFor()
    await page.getByRole('button', { name: 'Attach it' }).click()
    await page.getByLabel('What you have').fill('Walk through the list with two owners')
    await page.getByLabel('What you saw').fill('All 24 entries are right.')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Attach it' }).click()

    await page.getByText('A risk, a control and its proof are tied together.', { exact: false }).waitFor()
    // The sentence is built from the chain by the job that works out consequences.
    await page
      .getByText(/New evidence E-1 .* → A\.\d+\.\d+ assurance 0(\.00)? → 0\.\d+ → R-\d/)
      .first()
      .waitFor()
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  test('fits a phone', async () => {
    const { page } = await open({ size: phone, colorScheme: 'dark' })
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('olga@example.org')
    await page.getByLabel(/^Password/).fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: /Organisation: Harbour/ }).waitFor()
    await page.goto(`${new URL(page.url()).pathname}/first-chain`)
    await page.getByRole('heading', { name: 'Your first chain' }).waitFor()
    await expectWellMade(page)
  })
})
