import { createPerson, listPeople } from '@sinew/contract/person/person-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { courseAssignments, courses } from '@sinew/contract/training/training-contract.ts'
import { duties, tasks } from '@sinew/contract/work/duty-contract.ts'
import { getMyWork } from '@sinew/contract/work/work-contract.ts'
import { expect, test } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

test('what is mine is done with a tap on a phone, and somebody is asked by name', async () => {
  const app = await serveApp()
  const open = await openBrowser(app.url)
  const { client, organizationId, organization, cookie } = await app.createOrganization()
  const params = { organizationId }
  const { person } = await client.call(getMyWork, { params })
  const ownerId = person?.id ?? null
  const now = new Date().toISOString()
  await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  await client.call(createRisk, { params, body: { title: 'Ransomware', ownerId } })
  await client.call(tasks.create, { params, body: { title: 'Ask for the keys', ownerId, dueAt: now } })
  await client.call(duties.create, {
    params,
    body: { title: 'Review access', every: 'week', ownerId, firstDueAt: now },
  })

  const { page, complaints } = await open({ size: phone, cookie })
  const at = (path: string) => `/o/${organization.slug}${path}`
  await page.goto(at('/my'))
  await page.getByText('2 things are yours to do now').waitFor()
  await expectWellMade(page)
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await page.getByText('1 thing is yours to do now').waitFor()
  await page.getByRole('button', { name: 'Done today' }).click()
  await page.getByText('Nothing is yours to do today.').waitFor()

  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor()
  await expectWellMade(page)

  await page.goto(at('/risks/1'))
  await page.getByRole('textbox', { name: 'Comment' }).fill('@Ann')
  await page.getByRole('button', { name: '@Anna Ames' }).click()
  await page.getByRole('textbox', { name: 'Comment' }).pressSequentially('is this still so?')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await page.getByRole('link', { name: '@Anna Ames' }).waitFor()
  await page.goto(at('/go/task/TA-1'))
  await page.getByRole('heading', { name: 'TA-1 Ask for the keys' }).waitFor()
  await page.goto(at('/work'))
  await page.getByText('@Anna Ames is this still so?').first().waitFor()
  await page.goto(at('/settings/mail'))
  await page.getByText('No mail server is set').waitFor()
  await expectWellMade(page)
  expect(complaints).toEqual([])
})

test('a course is completed by whoever has to do it, also by somebody who only reads', async () => {
  const app = await serveApp()
  const open = await openBrowser(app.url)
  const { client, organizationId, organization, cookieAs } = await app.createOrganization()
  const params = { organizationId }
  const cookie = await cookieAs('reader')
  const { items: readers } = await client.call(listPeople, { params, query: { q: 'Someone reader' } })
  const course = await client.call(courses.create, { params, body: { title: 'First week' } })
  const personId = readers[0]?.id ?? ''
  await client.call(courseAssignments.create, {
    params,
    body: { courseId: course.id, personId, dueAt: new Date().toISOString() },
  })
  const { page, complaints } = await open({ size: phone, cookie, colorScheme: 'dark' })
  await page.goto(`/o/${organization.slug}/my`)
  await page.getByRole('button', { name: 'Completed' }).click()
  await page.getByRole('textbox', { name: 'What shows it' }).fill('Certificate 118')
  await expectWellMade(page)
  await page.getByRole('button', { name: 'I completed it' }).click()
  await page.getByText('Nothing is yours to do today.').waitFor()
  expect(complaints).toEqual([])
})
