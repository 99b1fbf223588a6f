import { fileURLToPath } from 'node:url'
import { listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import { createRisk, estimateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { recompute } from '@sinew/server/chain/recompute.ts'
import { writeTestChain } from '@sinew/server/test/test-chain.ts'
import type { TestOrganization } from '@sinew/server/test/test-server.ts'
import { beforeAll, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone, wide } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const screenshots = fileURLToPath(new URL('./screenshots/', import.meta.url))

let app: ServedApp
let open: (options?: PageOptions) => Promise<OpenPage>
let ours: TestOrganization

/** Two risks; one control in place that nothing proves, one planned at €10,000 a year that would halve the second risk. */
beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
  ours = await app.createOrganization('What if')
  const { client, organizationId } = ours
  const params = { organizationId }
  await writeTestChain(app.services, organizationId)
  const risk = await client.call(createRisk, { params, body: { title: 'Fraud by e-mail' } })
  await client.call(estimateRisk, {
    params: { ...params, riskId: risk.id },
    ifMatch: risk.version,
    body: { frequency: { low: 0.5, high: 2 }, lossMinor: { low: 1_000_000, high: 20_000_000 }, note: 'For the test.' },
  })
  const [training] = (await client.call(listControls, { params, query: { ref: 'A.6.3' } })).items
  const controlId = training?.id ?? ''
  await client.call(updateControl, {
    params: { ...params, controlId },
    ifMatch: training?.version ?? 1,
    body: { implementation: 'planned', opexMinor: 1_000_000 },
  })
  await client.call(linkControl, {
    params: { ...params, riskId: risk.id },
    body: { controlId, effect: 'frequency', reduction: { low: 0.4, high: 0.6 } },
  })
  await recompute(app.services, organizationId)
})

const at = (path: string) => `/o/${ours.organization.slug}${path}`

test('a world is changed, saved, opened by its address, planned from, compared and removed', async () => {
  const { page, complaints } = await open({ cookie: ours.cookie })
  await page.goto(at('/what-if'))
  await page.getByRole('heading', { level: 1, name: 'What if' }).waitFor()
  await page.getByText(/Today a year costs .* on average/).waitFor()

  await page.getByLabel('Budget a year').fill('20k')
  await page.getByRole('button', { name: 'Best within it' }).click()
  await page.getByText('One treatment is affordable.').waitFor()
  await page.getByText(/After what it costs that is .* a year better/).waitFor()
  await page.getByLabel('With a policy').click()
  await page.getByLabel('Deductible').fill('50k')
  await page.screenshot({ path: `${screenshots}What-if-board.png`, fullPage: true })

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('What would training bring?')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/what-if\/1$/)
  await page.getByRole('heading', { level: 1, name: /What would training bring/ }).waitFor()
  await page.getByText('Nothing has changed since it was saved').waitFor()

  await page.getByRole('button', { name: 'Turn into a treatment plan' }).click()
  await page.getByRole('button', { name: 'Plan 1 action' }).click()
  await page.getByRole('heading', { name: 'Planned from it' }).waitFor()
  await recompute(app.services, ours.organizationId)
  await page.reload()
  await page.getByRole('button', { name: 'Turn into a treatment plan' }).click()
  await page.getByText('planned already: T-1').waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Save as a copy' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/what-if\/2$/)
  await page.goto(at('/what-if/compare'))
  await page.getByRole('heading', { level: 1, name: 'Two what-ifs side by side' }).waitFor()
  await page.getByRole('columnheader', { name: 'W-1' }).waitFor()
  await page.goto(at('/what-if/2'))
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('group').getByRole('button', { name: 'Remove' }).click()
  await page.waitForURL(/\/what-if$/)
  await page.getByText('What would training bring?').waitFor()
  expect(complaints).toEqual([])
})

test.each([
  ['wide, light', wide, 'light'],
  ['phone, dark', phone, 'dark'],
] as const)(
  'board, saved what-if, comparison and the worth of a control are accessible and fit: %s',
  async (name, size, colorScheme) => {
    const { page, complaints } = await open({ size, colorScheme, cookie: ours.cookie })
    for (const [title, path] of [
      ['What if', '/what-if'],
      ['What would training bring', '/what-if/1'],
      ['Two what-ifs side by side', '/what-if/compare?left=1&right=1'],
    ] as const) {
      await page.goto(at(path))
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await expectWellMade(page)
    }
    await page.goto(at('/controls/A.8.13'))
    await page.getByRole('heading', { name: 'What it is worth' }).waitFor()
    await page.getByText('What it costs is unknown, so its return is too.').waitFor()
    await page.screenshot({ path: `${screenshots}Control-worth-${name.replace(', ', '-')}.png`, fullPage: true })
    await expectWellMade(page)
    expect(complaints).toEqual([])
  },
)
