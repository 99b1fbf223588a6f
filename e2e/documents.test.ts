import { campaigns } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { expect, it } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

const app = await serveApp()
const open = await openBrowser(app.url)

it('takes a policy from a template through review and approval to whoever has to know it', async () => {
  const { client, cookie, cookieAs, organization, organizationId } = await app.createOrganization('Acme')
  const base = `/o/${organization.slug}`
  const params = { organizationId }
  const { page, complaints } = await open({ cookie })
  await page.goto(`${base}/document-coverage`)
  await expectWellMade(page)
  await page.getByRole('button', { name: 'Start Information security policy' }).click()
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  const area = page.getByRole('textbox', { name: 'Text, in Markdown' })
  await expectWellMade(page)

  // Typed, it is at the server in seconds and there after the tab was closed.
  await area.press('Control+End')
  await page.keyboard.type('\n\n## One more rule\n\nBe kind.')
  await page.getByRole('heading', { name: 'One more rule' }).waitFor()
  await page.getByText('Everything is saved.').waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'One more rule' }).waitFor()

  // What cannot be sent stays in the browser, and is offered where the page is opened again.
  await page.route('**/api/orgs/*/document-versions/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  )
  await area.press('Control+End')
  await page.keyboard.type(' And patient.')
  await page.getByText('The server cannot be reached.').waitFor()
  const again = await page.context().newPage()
  await again.goto(page.url())
  await again.getByText('You typed something here that was not saved').waitFor()
  await expectWellMade(again)
  await again.getByRole('button', { name: 'Take it up' }).click()
  await again.getByText('Everything is saved.').waitFor()
  const text = again.getByRole('textbox', { name: 'Text, in Markdown' })
  expect(await text.inputValue()).toContain('Be kind. And patient.')

  // Whoever still has the old text open is shown both, and chooses.
  await page.unroute('**/api/orgs/*/document-versions/*')
  await page.getByText('Somebody else changed this draft.').waitFor()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await page.getByText('Everything is saved.').waitFor()

  // The keys of the toolbar work on what is chosen.
  await area.press('Control+A')
  await area.press('Control+b')
  expect(await area.inputValue()).toMatch(/^\*\*[\s\S]*\*\*$/)
  await area.press('Control+z')
  await page.getByText('Everything is saved.').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()

  // What only people can say is asked for before anybody reads it.
  await page.getByRole('button', { name: 'Give to review' }).click()
  await page.getByText('One place is still to be filled in').waitFor()
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await area.fill((await area.inputValue()).replace(/\[\[[^\]]+\]\]/, 'All of our work.'))
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Give to review' }).click()
  await page.getByText('In review', { exact: true }).first().waitFor()
  const manager = await open({ cookie: await cookieAs('manager') })
  await manager.page.goto(`${base}/documents/1`)
  await manager.page.getByRole('button', { name: 'Approve it' }).click()
  await manager.page.getByRole('button', { name: 'Approve', exact: true }).click()
  await manager.page.getByRole('button', { name: 'Publish' }).click()
  await manager.page.getByRole('heading', { name: 'What holds: version 1' }).waitFor()
  await expectWellMade(manager.page)

  // From what holds to whoever has to know it.
  const readerCookie = await cookieAs('reader')
  await manager.page.getByRole('button', { name: 'Ask people to read it' }).click()
  await manager.page.getByRole('button', { name: 'Save' }).click()
  await manager.page.getByRole('heading', { name: /ACK-1 Read: Information security policy/ }).waitFor()
  await manager.page.goto(`${base}/documents/1`)
  await manager.page.getByRole('link', { name: '0 of 3 have read it' }).waitFor()

  // The editor's address without a draft says so, and leads on.
  await manager.page.goto(`${base}/documents/1/edit`)
  await manager.page.getByText('There is no draft to edit').waitFor()
  await manager.page.getByRole('link', { name: 'Read what is published' }).waitFor()
  await manager.page.getByRole('button', { name: 'Start the next version' }).click()
  await manager.page.getByRole('textbox', { name: 'Text, in Markdown' }).waitFor()

  const reader = await open({ cookie: readerCookie, size: phone })
  await reader.page.goto(`${base}/reading`)
  await expectWellMade(reader.page)
  await reader.page.getByRole('link', { name: 'Information security policy' }).click()
  await reader.page.getByText('Be kind. And patient.').waitFor()
  await reader.page.getByRole('checkbox').check()
  await expectWellMade(reader.page)
  await reader.page.getByRole('button', { name: 'Done' }).click()
  await reader.page.getByText('There is nothing for you to read.').waitFor()
  expect((await client.call(campaigns.list, { params })).items).toMatchObject([{ askedCount: 3, readCount: 1 }])
  const unexpected = [...complaints, ...manager.complaints, ...reader.complaints].filter(
    (one) => !one.includes('Failed to load resource'),
  )
  expect(unexpected).toEqual([])
}, 240_000)
