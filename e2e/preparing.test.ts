import { createExample, getExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { beforeAll, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

let app: ServedApp
let open: (options?: PageOptions) => Promise<OpenPage>

beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
})

// Nobody runs jobs here: the test writes what the job would.
async function note(organizationId: string, set: string): Promise<void> {
  const client = await app.services.pools.owner.connect()
  try {
    await client.query("select set_config('app.organization_id', $1, false)", [organizationId])
    await client.query(`update example_progress set ${set}`)
    await client.query('reset app.organization_id')
  } finally {
    client.release()
  }
}

test('an example that is still told leads to its progress, and one that broke can be begun again', async () => {
  const visitor = await app.createOrganization('Visitor’s own')
  const { organizationId, slug } = await visitor.client.call(createExample)
  const { page, complaints } = await open({ cookie: visitor.cookie, size: phone })

  await page.goto(`/o/${slug}/risks`)
  await page.getByRole('heading', { name: 'Telling a year at Brightwater Software' }).waitFor()
  await page.getByText('Waiting for the job that tells it.').waitFor()
  const begun = "started_at = clock_timestamp() - interval '10 s', updated_at = clock_timestamp()"
  await note(organizationId, `done = 100, total = 200, told_until = '2026-03-10T00:00:00Z', ${begun}`)
  await page.getByText(/^March 2026, 50 % of the year\. About \d+ seconds more\.$/).waitFor()
  await expectWellMade(page)

  await note(organizationId, "updated_at = updated_at - interval '2 minutes'")
  await page.getByText(/The telling was interrupted/).waitFor()
  await page.goto(`/o/${slug}/soa`)
  await page.getByRole('heading', { name: 'The example could not be finished' }).waitFor()
  await expectWellMade(page)

  await page.getByRole('button', { name: 'Remove it and start again' }).click()
  await page.getByText('Waiting for the job that tells it.').waitFor()
  const next = new URL(page.url()).searchParams.get('organization') ?? ''
  expect(next).not.toBe(organizationId)
  const progress = (id: string) => visitor.client.call(getExampleProgress, { params: { organizationId: id } })
  expect(await progress(next)).toMatchObject({ state: 'telling' })
  await expect(progress(organizationId)).rejects.toMatchObject({ status: 404 })

  await note(next, "state = 'told', done = total")
  await page.waitForURL(/\/o\/brightwater-software-[\w-]+$/)
  await page.getByRole('heading', { name: 'Pulse' }).waitFor()
  expect(complaints).toEqual([])
})
