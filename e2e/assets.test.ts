import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import { assetDependencies } from '@sinew/contract/asset/asset-dependency-contract.ts'
import { createObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { expect, test } from 'vitest'
import { expectWellMade, openBrowser, phone } from './browser.ts'
import { serveApp } from './served-app.ts'

test('an asset hands its need down, a single point of failure shows, a table is looked through, an obligation is reviewed', async () => {
  const app = await serveApp()
  const open = await openBrowser(app.url)
  const { client, organizationId, organization, cookie } = await app.createOrganization()
  const params = { organizationId }
  const add = (title: string, body: object = {}) =>
    client.call(createAsset, { params, body: { title, kind: 'application', ...body } })
  const service = await add('Service', { availability: 'very_high' })
  const cluster = await add('Cluster')
  await add('Disks')
  const body = { assetId: service.id, onAssetId: cluster.id }
  await client.call(assetDependencies.create, { params, body })
  await client.call(createObligation, {
    params,
    body: { title: 'Data protection', kind: 'law', reviewEveryMonths: 12 },
  })
  const at = (path: string) => `/o/${organization.slug}${path}`

  const { page, complaints } = await open({ cookie })
  await page.goto(at('/assets/2'))
  await page.getByText('Availability very high, because AS-1 rests on it.').waitFor()
  await page.getByRole('button', { name: 'Say what it rests on' }).click()
  const drawer = page.getByRole('dialog', { name: 'Say what it rests on' })
  await drawer.getByRole('combobox', { name: 'Rests on' }).fill('Disks')
  await page.getByRole('option', { name: 'AS-3 Disks' }).click()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await page
    .getByRole('region', { name: 'What it rests on' })
    .getByRole('link', { name: 'Disks', exact: true })
    .waitFor()
  await page.getByRole('region', { name: 'What rests on it' }).getByRole('link', { name: 'AS-1 Service' }).waitFor()
  await expectWellMade(page)

  await page.goto(at('/assets?singlePoint=true'))
  await page.getByText('1–2 of 2').waitFor()
  await page.getByRole('button', { name: 'Import' }).click()
  const table = page.getByRole('dialog', { name: 'Add from a table' })
  await table.getByLabel('The table').fill('Title,Rests on\nShop,Nothing known')
  await table.getByRole('button', { name: 'Look through it' }).click()
  await table.getByText('There is no asset “Nothing known”').waitFor()
  await table.getByLabel('The table').fill('Title,Rests on\nShop,Service')
  await table.getByRole('button', { name: 'Look through it' }).click()
  await table.getByRole('button', { name: 'Add 1 row' }).click()
  await table.waitFor({ state: 'hidden' })

  await page.goto(at('/obligations/1'))
  await page.getByText('Never reviewed: whether it is met is not known.').waitFor()
  await page.getByRole('button', { name: 'Record a review' }).click()
  const review = page.getByRole('dialog', { name: 'Record a review' })
  await review.getByLabel('What came out').fill('The register of processing is missing')
  await review.getByLabel('Reviewed on').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
  await review.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/^Not compliant by the review of/).waitFor()
  await expectWellMade(page)

  const narrow = await open({ cookie, size: phone })
  await narrow.page.goto(at('/assets/web'))
  await narrow.page.getByText('2 assets are single points of failure.').waitFor()
  await narrow.page.getByRole('link', { name: 'AS-4 Shop' }).waitFor()
  await expectWellMade(narrow.page)
  await narrow.page.getByText('Drawing').click()
  await narrow.page.getByRole('figure', { name: 'What rests on what' }).waitFor()
  await expectWellMade(narrow.page)
  expect([...complaints, ...narrow.complaints]).toEqual([])
})
