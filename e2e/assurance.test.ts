import { auditChecks, auditFindings, auditors, audits } from '@sinew/contract/audit/audit-contract.ts'
import { certifications, externalAudits } from '@sinew/contract/certification/certification-contract.ts'
import {
  managementReviews,
  reviewDecisions,
  reviewInputs,
  reviewParticipants,
} from '@sinew/contract/management-review/review-contract.ts'
import { correctiveActions, nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

let app: ServedApp
let open: (options?: PageOptions) => Promise<OpenPage>
beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
})

const daysFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function press(page: Page, name: string, then: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByText(then, { exact: true }).first().waitFor()
}

test('from an internal audit over a nonconformity, the check of its effect and a management review to stage 2', async () => {
  const { organization, organizationId, client, cookie } = await app.createOrganization()
  const params = { organizationId }
  const at = (path: string) => `/o/${organization.slug}${path}`
  const { page, complaints } = await open({ cookie })
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })

  await page.goto(at('/audits'))
  await page.getByText('An internal audit asks whether the ISMS does').waitFor()
  const audit = await client.call(audits.create, {
    params,
    body: {
      ...{ title: 'Checking itself', startsAt: daysFrom(-2), endsAt: daysFrom(-1), clauses: ['9.3.1'] },
      ...{
        objective: 'Does it work?',
        criteria: 'The standard',
        plan: 'Monday',
        methods: ['interview'],
        conclusion: 'It works.',
      },
    },
  })
  await client.call(auditors.create, {
    params,
    body: { auditId: audit.id, title: 'Trained', role: 'lead', personId: anna.id },
  })
  await page.goto(at('/audits/1'))
  await press(page, 'Prepared', 'There is no checklist: make it of the scope.')
  await page.getByRole('button', { name: 'Make it of the scope' }).click()
  await page.getByText('0 of 1 answered').waitFor()
  await expectWellMade(page)
  await press(page, 'Prepared', 'Begin')
  await press(page, 'Begin', 'Report')
  await page.getByRole('button', { name: 'Answer' }).click()
  await page.getByRole('combobox', { name: 'Result' }).click()
  await page.getByRole('option', { name: 'Finding', exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('1 of 1 answered').waitFor()
  await client.call(auditFindings.create, {
    params,
    body: {
      ...{ auditId: audit.id, title: 'No review was held', grade: 'minor', requirements: ['9.3.1'] },
      ...{
        requirement: 'Reviews at planned times.',
        seen: 'None since the start.',
        gap: 'The review is missing.',
        ownerId: anna.id,
      },
    },
  })
  await page.reload()
  await press(page, 'Report', 'Hand over to follow-up')
  expect((await client.call(auditChecks.list, { params })).items[0]?.result).toBe('finding')

  const [found] = (await client.call(nonconformities.list, { params })).items
  if (found === undefined) throw new Error('The audit opened no nonconformity')
  const one = { ...params, nonconformityId: found.id }
  await client.call(nonconformities.update, {
    params: one,
    ifMatch: found.version,
    body: {
      ...{ correction: 'A review is planned.', correctedAt: daysFrom(0), consequences: 'None.', causeMethod: 'other' },
      ...{
        cause: 'Nobody planned it.',
        elsewhere: 'none',
        extent: 'All planned meetings looked at.',
        actionDecision: 'action',
      },
      ...{ criterion: 'Held twice.', checkDueAt: daysFrom(90) },
    },
  })
  await client.call(correctiveActions.create, {
    params,
    body: {
      nonconformityId: found.id,
      title: 'Plan reviews',
      ownerId: anna.id,
      dueAt: daysFrom(9),
      doneAt: daysFrom(0),
      proof: 'Seen.',
    },
  })
  await page.goto(at('/nonconformities/1'))
  await press(page, 'Contained', 'Cause found')
  await press(page, 'Cause found', 'Actions planned')
  await press(page, 'Actions planned', 'Approve the plan')
  await press(page, 'Approve the plan', 'All done')
  await press(page, 'All done', 'It was effective')
  await page.getByRole('button', { name: 'It was effective' }).click()
  await page.getByText('Nothing is said of the effect').waitFor()
  const { version } = await client.call(nonconformities.get, { params: one })
  await client.call(nonconformities.update, { params: one, ifMatch: version, body: { effectSeen: 'Held twice.' } })
  await page.reload()
  await press(page, 'It was effective', 'Close')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('This nonconformity is closed: it stays as it is.').first().waitFor({ state: 'attached' })
  await expectWellMade(page)
  await page.goto(at('/audits/1'))
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('Closed', { exact: true }).first().waitFor()

  const review = await client.call(managementReviews.create, {
    params,
    body: { title: 'Review', meetingAt: daysFrom(0), minutes: 'It works.' },
  })
  const there = { reviewId: review.id, title: 'Managing director', personId: anna.id, role: 'top' as const }
  await client.call(reviewParticipants.create, { params, body: there })
  await client.call(reviewDecisions.create, {
    params,
    body: { reviewId: review.id, title: 'Go on', ownerId: anna.id, dueAt: daysFrom(60) },
  })
  await page.goto(at('/management-reviews/1'))
  await press(page, 'Hold the meeting: freeze the inputs', 'Sign off the minutes')
  await page.getByRole('button', { name: 'Sign off the minutes' }).click()
  await page.getByText('These inputs have no entry').waitFor()
  const { items } = await client.call(reviewInputs.list, { params })
  for (const { id, version: ifMatch } of items)
    await client.call(reviewInputs.update, {
      params: { ...params, reviewInputId: id },
      ifMatch,
      body: { entry: 'None.' },
    })
  await page.reload()
  await press(page, 'Sign off the minutes', 'Signed off')
  await expectWellMade(page)

  const cycle = await client.call(certifications.create, { params, body: { title: 'First cycle', persons: 50 } })
  for (const [kind, title] of [
    ['stage1', 'Stage 1'],
    ['stage2', 'Stage 2'],
  ] as const)
    await client.call(externalAudits.create, {
      params,
      body: {
        certificationId: cycle.id,
        kind,
        title,
        startsAt: daysFrom(-1),
        endsAt: daysFrom(0),
        conclusion: 'Ready.',
      },
    })
  await page.goto(at('/certifications/1'))
  await page.getByRole('button', { name: 'Make the usual plan' }).click()
  await page.getByText(/Most likely done around/).waitFor()
  await expectWellMade(page)
  await page.goto(at('/external-audits/2'))
  await press(page, 'Held', 'Stage 1 is not passed: it comes first.')
  await page.goto(at('/external-audits/1'))
  await press(page, 'Held', 'Passed')
  await press(page, 'Passed', 'Passed')
  await page.goto(at('/external-audits/2'))
  await press(page, 'Held', 'Not passed')
  expect(complaints).toEqual([])

  const small = await open({ cookie, size: phone, colorScheme: 'dark' })
  for (const path of ['/audits/1', '/certifications/1']) {
    await small.page.goto(at(path))
    await small.page.getByRole('heading', { level: 1 }).waitFor()
    await expectWellMade(small.page)
  }
}, 240_000)
