import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone, wide } from './browser.ts'
import { serveApp } from './served-app.ts'

const screenshots = fileURLToPath(new URL('./screenshots/', import.meta.url))
let open: (options?: PageOptions) => Promise<OpenPage>

beforeAll(async () => {
  const app = await serveApp()
  open = await openBrowser(app.url)
})

describe('the visual language', () => {
  test.each([
    ['wide, light', wide, 'light'],
    ['wide, dark', wide, 'dark'],
    ['phone, light', phone, 'light'],
    ['phone, dark', phone, 'dark'],
  ] as const)('is accessible and fits: %s', async (name, size, colorScheme) => {
    const { page, complaints } = await open({ size, colorScheme })
    await page.goto('/gallery')
    await page.getByRole('heading', { name: 'The visual language' }).waitFor()
    await page.screenshot({ path: `${screenshots}gallery-${name.replace(', ', '-')}.png`, fullPage: true })
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  test('opens a number to its explanation and lets the keyboard in and out', async () => {
    const { page } = await open()
    await page.goto('/gallery')
    const number = page.getByRole('button', { name: '61 % – why?' })
    await number.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '61 % – why?' })
    await dialog.getByRole('button', { name: 'Restore test' }).click()
    await dialog.getByText('0.5 ^ (days late ÷ 45)').waitFor({ state: 'hidden' })
    await dialog.getByRole('button', { name: 'Freshness' }).click()
    await dialog.getByText('0.5 ^ (days late ÷ 45)').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('keeps what was typed when somebody clicks beside a drawer, and asks before discarding it', async () => {
    const { page } = await open()
    await page.goto('/gallery')
    await page.getByRole('region', { name: 'Actions and answers' }).getByRole('button', { name: 'Edit' }).click()
    const drawer = page.getByRole('dialog', { name: 'Edit' })
    await drawer.getByLabel('Never more than').fill('2.5M')
    await page.mouse.click(40, 400)
    await page.keyboard.press('Escape')
    await drawer.getByRole('button', { name: 'Keep editing' }).click()
    expect(await drawer.getByLabel('Never more than').inputValue()).toBe('2.5M')
  })

  test('walks a list by keyboard, chooses rows and keeps a choice of columns', async () => {
    const { page } = await open()
    await page.goto('/gallery')
    const list = page.getByRole('region', { name: 'Sample risks' })
    await list.getByRole('row', { name: /R-1 / }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await list.getByText('2 chosen').waitFor()
    expect(
      await list.getByRole('checkbox', { name: 'Choose R-3 Customer data sent to the wrong recipient' }).isChecked(),
    ).toBe(true)

    await list.getByRole('button', { name: 'Choose columns' }).click()
    await page.getByRole('checkbox', { name: 'Owner' }).uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await list.getByRole('row', { name: /R-1 / }).waitFor()
    expect(await list.getByRole('columnheader', { name: 'Owner' }).count()).toBe(0)
  })

  test('says why a button cannot be pressed', async () => {
    const { page } = await open()
    await page.goto('/gallery')
    const refused = page.getByRole('button', { name: 'Accept the risk', disabled: true })
    await refused.focus()
    await page.getByRole('tooltip').getByText('A risk without a treatment cannot be accepted.').waitFor()
  })
})
