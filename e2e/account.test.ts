import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

let app: ServedApp
let home = ''
let open: (options?: PageOptions) => Promise<OpenPage>

beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
})

const password = 'correct horse battery'

describe('the way in', () => {
  test('a new installation asks for its first owner, then for an organisation, and keeps what was typed', async () => {
    const { page, complaints } = await open()
    await page.goto('/')
    await page.getByRole('heading', { name: 'Welcome to Sinew' }).waitFor()
    await expectWellMade(page)
    await page.getByLabel('Your name').fill('Olga Owner')
    await page.getByLabel('E-mail').fill('olga@example.org')
    await page.getByLabel(/^Password/).fill('short')
    await page.getByRole('button', { name: 'Make the account' }).click()
    await page.getByText('A password has at least 10 characters.').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe('olga@example.org')
    await page.getByLabel(/^Password/).fill(password)
    await page.getByRole('button', { name: 'Make the account' }).click()

    await page.getByRole('heading', { name: 'Where would you like to begin?' }).waitFor()
    await expectWellMade(page)
    await page.getByRole('link', { name: 'Start with mine' }).click()
    await page.getByLabel('Name of the organisation').fill('Northwind Analytics')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('button', { name: 'Organisation: Northwind Analytics' }).waitFor()
    expect(complaints).toEqual([])
    home = new URL(page.url()).pathname
  })

  test('signing in leads back to the page that was asked for', async () => {
    const { page } = await open({ size: phone })
    await page.goto(`${home}?asOf=2026-01-01T00:00:00.000Z`)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expectWellMade(page)
    await page.getByLabel('E-mail').fill('olga@example.org')
    await page.getByLabel(/^Password/).fill('wrong password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel(/^Password/).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname === home && url.searchParams.get('asOf') === '2026-01-01T00:00:00.000Z')
  })

  test('an address of somebody else is not returned to', async () => {
    const { page } = await open()
    await page.goto('/sign-in?next=//elsewhere.example/')
    await page.getByLabel('E-mail').fill('olga@example.org')
    await page.getByLabel(/^Password/).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(
      (url) => url.origin === app.url && home.startsWith(url.pathname) && url.pathname.startsWith('/o/'),
    )
  })

  test('signing out ends the session', async () => {
    const { page } = await open()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('olga@example.org')
    await page.getByLabel(/^Password/).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Your account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto(home)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})

describe('the frame of an organisation', () => {
  test('says on every page that a past date is shown, and leads back to today', async () => {
    const { organization, cookie } = await app.createOrganization(`Past ${randomBytes(3).toString('hex')}`)
    const { page } = await open({ cookie })
    await page.goto(`/o/${organization.slug}?asOf=2020-01-01T00:00:00Z`)
    await page.getByText('Nothing can be changed here.').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Back to today' }).click()
    await page.getByText('Nothing can be changed here.').waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
  })

  test('shows nothing of an organisation one does not belong to', async () => {
    const one = await app.createOrganization()
    const other = await app.createOrganization('Quite another')
    const { page } = await open({ cookie: one.cookie })
    await page.goto(`/o/${other.organization.slug}`)
    await page.getByText('Nothing at this address').waitFor()
    expect(await page.getByText('Quite another').count()).toBe(0)
  })

  test('is found and left by keyboard', async () => {
    const { organization, cookie } = await app.createOrganization()
    const { page } = await open({ cookie })
    await page.goto(`/o/${organization.slug}`)
    await page.getByRole('button', { name: 'Your account' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find anything' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: 'Find anything' }).waitFor({ state: 'detached' })
  })
})

describe('when things go wrong', () => {
  test('an ended session leads to sign-in and back to the same place', async () => {
    const { organization, cookie } = await app.createOrganization()
    const { page } = await open({ cookie })
    await page.goto(`/o/${organization.slug}`)
    await page.getByRole('button', { name: 'Your account' }).waitFor()
    await page.context().clearCookies()
    await page.reload()
    await page.waitForURL((url) => url.searchParams.get('next') === `/o/${organization.slug}`)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  test('a form sent without a connection says so and loses nothing', async () => {
    const { page } = await open()
    await page.goto('/sign-in')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.context().setOffline(true)
    await page.getByLabel('E-mail').fill('nobody@example.org')
    await page.getByLabel(/^Password/).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe('nobody@example.org')
  })
})
