import { listControls } from '@sinew/contract/control/control-contract.ts'
import { createMethodologyDraft, updateMethodologyDraft } from '@sinew/contract/methodology/methodology-contract.ts'
import { createRisk, estimateRisk, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { createAction, updateAction } from '@sinew/contract/treatment/action-contract.ts'
import { linkControl, updateControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import { describe, expect, test } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

const app = await serveApp()
const open = await openBrowser(app.url)

/** A risk with an estimate, a control that treats it and an action. */
async function scene() {
  const { client, cookie, organization, organizationId } = await app.createOrganization('Acme')
  const params = { organizationId }
  const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
  const one = { ...params, riskId: risk.id }
  const estimate = { lossMinor: { low: 100_000, high: 900_000 }, note: 'A guess' }
  await client.call(estimateRisk, {
    params: one,
    ifMatch: risk.version,
    body: { frequency: { low: 0.2, high: 1 }, ...estimate },
  })
  const control = (await client.call(listControls, { params, query: { q: 'A.8.13' } })).items[0]
  const link = await client.call(linkControl, {
    params: one,
    body: { controlId: control?.id ?? '', effect: 'loss', reduction: { low: 0.2, high: 0.5 } },
  })
  const action = await client.call(createAction, {
    params: one,
    body: { title: 'Try a restore', dueAt: '2040-01-01T12:00:00Z' },
  })
  const at = `/o/${organization.slug}`
  return { client, cookie, params: one, link, action, at }
}

describe('what is typed', () => {
  test('is not lost by going to another page, nor by closing the drawer', async () => {
    const { cookie, at } = await scene()
    const { page, complaints } = await open({ cookie })
    await page.goto(`${at}/risks`)
    await page.getByRole('link', { name: 'Ransomware', exact: true }).click()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const title = page.getByRole('dialog').getByLabel('Title')
    await title.fill('Ransomware stops production')
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep editing' }).click()
    await page.evaluate(() => window.history.back())
    const question = page.getByRole('dialog', { name: 'Discard what you typed?' })
    await question.waitFor()
    await expectWellMade(page)
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await question.waitFor({ state: 'detached' })
    expect(await title.inputValue()).toBe('Ransomware stops production')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { name: /Ransomware stops production/ }).waitFor()
    // What is saved lets go.
    await page.getByRole('link', { name: 'Controls', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Controls' }).waitFor()

    await page.goto(`${at}/risks/1`)
    await page.getByRole('textbox', { name: 'Comment' }).fill('Half a thought')
    await page.getByRole('link', { name: 'Controls', exact: true }).first().click()
    await question.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('heading', { level: 1, name: 'Controls' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('stands beside what somebody else estimated meanwhile', async () => {
    const { client, cookie, params, at } = await scene()
    const { page } = await open({ cookie, size: phone })
    await page.goto(`${at}/risks/1`)
    await page.getByRole('button', { name: 'Estimate anew' }).click()
    await page.getByLabel('How much: high end').fill('20k')
    await page.getByLabel('Why these figures').fill('Mine')
    const { version } = await client.call(getRisk, { params })
    const body = { frequency: { low: 2, high: 6 }, lossMinor: { low: 100_000, high: 900_000 }, note: 'Theirs' }
    await client.call(estimateRisk, { params, ifMatch: version, body })
    await page.getByRole('button', { name: 'Save the estimate' }).click()
    const conflict = page.getByRole('alert')
    await conflict.getByText('Theirs', { exact: true }).nth(1).waitFor()
    await conflict.getByText('2 to 6 times a year').waitFor()
    await conflict.getByText('Mine', { exact: true }).waitFor()
    await expectWellMade(page)
    await conflict.getByRole('button', { name: 'Take theirs' }).click()
    await conflict.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Why these figures').inputValue()).toBe('Theirs')
    // From here on it is theirs that is changed.
    await page.getByLabel('Why these figures').fill('Theirs, looked at again')
    await page.getByRole('button', { name: 'Save the estimate' }).click()
    await page.getByText('Theirs, looked at again').first().waitFor()
    expect(await client.call(getRisk, { params })).toMatchObject({ frequency: { low: 2, high: 6 } })
  })

  test('stands beside what somebody else says the control does', async () => {
    const { client, cookie, params, link, at } = await scene()
    const { page } = await open({ cookie, colorScheme: 'dark' })
    await page.goto(`${at}/risks/1`)
    await page.getByRole('button', { name: 'Change what A.8.13 does' }).click()
    await page.getByLabel('Why this much').fill('Tried in May')
    await client.call(updateControlLink, {
      params: { ...params, linkId: link.id },
      ifMatch: link.version,
      body: { note: 'Tried in June', effect: 'frequency' },
    })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const conflict = page.getByRole('alert')
    await conflict.getByText('Tried in June').waitFor()
    await conflict.getByText('Tried in May').waitFor()
    await expectWellMade(page)
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByText('Tried in May').first().waitFor()
    // Only what was typed went over theirs.
    const { controls } = await client.call(getRisk, { params })
    expect(controls).toMatchObject([{ note: 'Tried in May', effect: 'frequency' }])
  })

  test('stands beside what somebody else made of the action', async () => {
    const { client, cookie, params, action, at } = await scene()
    const { page } = await open({ cookie })
    await page.goto(`${at}/treatment/1`)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('What is to be done').fill('Try two restores')
    await client.call(updateAction, {
      params: { ...params, actionId: action.id },
      ifMatch: action.version,
      body: { title: 'Try a restore of the database' },
    })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const conflict = page.getByRole('alert')
    await conflict.getByText('Try a restore of the database').waitFor()
    await expectWellMade(page)
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByRole('heading', { name: /Try two restores/ }).waitFor()
  })

  test('stands beside what somebody else wrote into the draft of the methodology', async () => {
    const { client, cookie, params, at } = await scene()
    const draft = await client.call(createMethodologyDraft, { params, body: {} })
    const { page } = await open({ cookie, colorScheme: 'dark', size: phone })
    await page.goto(`${at}/methodology?version=${draft.versionNumber}`)
    await page.getByLabel('medium from').fill('2')
    await client.call(updateMethodologyDraft, {
      params: { ...params, methodologyId: draft.id },
      ifMatch: draft.version,
      body: { content: { ...draft.content, reviewIntervalDays: 200 }, note: 'Twice a year' },
    })
    await page.getByRole('button', { name: 'Save the draft', exact: true }).click()
    const conflict = page.getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile' })
    await conflict.getByText('Twice a year').waitFor()
    await conflict.getByText('Review after days').waitFor()
    await expectWellMade(page)
    await conflict.getByRole('button', { name: 'Take theirs' }).click()
    await conflict.waitFor({ state: 'detached' })
    expect(await page.getByLabel('What changes, and why').inputValue()).toBe('Twice a year')
  })
})
