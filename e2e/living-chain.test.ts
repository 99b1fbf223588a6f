import { fileURLToPath } from 'node:url'
import { recompute } from '@sinew/server/chain/recompute.ts'
import { startWorker } from '@sinew/server/jobs/start-worker.ts'
import { listTasks } from '@sinew/server/tasks.ts'
import {
  change,
  insertAcceptance,
  insertEvidence,
  type TestChain,
  writeTestChain,
} from '@sinew/server/test/test-chain.ts'
import type { TestOrganization } from '@sinew/server/test/test-server.ts'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone, wide } from './browser.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const screenshots = fileURLToPath(new URL('./screenshots/', import.meta.url))
const dayMs = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs)

let app: ServedApp
let open: (options?: PageOptions) => Promise<OpenPage>
let ours: TestOrganization
let chain: TestChain

/** One risk halved by one control, proven 100 days ago by a test that is due every 180, and accepted. */
beforeAll(async () => {
  app = await serveApp()
  open = await openBrowser(app.url)
  ours = await app.createOrganization('Chain')
  const { organizationId } = ours
  chain = await writeTestChain(app.services, organizationId)
  await recompute(app.services, organizationId)
  await change(app.services, organizationId, { by: 'Bo Builder', reason: 'Spring test' }, (tx) =>
    insertEvidence(tx, chain, { collectedAt: daysAgo(100) }),
  )
  await recompute(app.services, organizationId)
  await change(app.services, organizationId, { by: 'J. Doe' }, (tx) => insertAcceptance(tx, chain, new Date()))
  await recompute(app.services, organizationId)
})

const at = (path: string) => `/o/${ours.organization.slug}${path}`

describe('the living chain on screen', () => {
  test.each([
    ['wide, light', wide, 'light'],
    ['phone, dark', phone, 'dark'],
  ] as const)('pulse, movements and look ahead are accessible and fit: %s', async (name, size, colorScheme) => {
    const { page, complaints } = await open({ size, colorScheme, cookie: ours.cookie })
    for (const [title, path] of [
      ['Pulse', ''],
      ['Movements', '/movements'],
      ['Look ahead', '/look-ahead?days=200'],
    ] as const) {
      await page.goto(at(path))
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.screenshot({
        path: `${screenshots}${title}-${name}.png`.replaceAll(', ', '-').replaceAll(' ', '-'),
        fullPage: true,
      })
      await expectWellMade(page)
    }
    expect(complaints).toEqual([])
  })

  test('pulse shows the gap first, and every number opens to why', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await page.goto(at(''))
    await page.getByText('everything you claim is proven today').waitFor()
    await page
      .getByRole('button', { name: /€200k – why\?/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('R-1 Ransomware').first().waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const story = page.getByRole('listitem').filter({ hasText: 'Restore test report' }).first()
    await story.getByText('by Bo Builder').waitFor()
    await story.getByRole('list', { name: 'The way it took' }).getByText('A.8.13').first().waitFor()
  })

  test('a movement opens to its sentence and to every number it moved', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await page.goto(at('/movements'))
    const story = page.getByRole('listitem').filter({ hasText: 'Restore test report' }).first()
    await story.getByRole('link', { name: /ago|now/ }).click()
    await page.getByText(/Restore test report.*→ A\.8\.13 assurance 0\.00 → 1\.00 → R-1 Ransomware/).waitFor()
    await page.getByText('“Spring test”').waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThan(5)
  })

  test('look ahead follows the slider without asking the server', async () => {
    const { page } = await open({ cookie: ours.cookie })
    await page.goto(at('/look-ahead?days=10'))
    await page.getByText('Everything that is proven today is still proven then.').waitFor()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.getByRole('slider', { name: 'The day to look at' }).focus()
    await page.keyboard.press('End')
    await page.getByText(/the assurance gap goes from €0 to €\d+k a year/).waitFor()
    await page.getByText('1 acceptance reopens').waitFor()
    await page.getByText('1 line of the statement').waitFor()
    expect(requests.filter((url) => url.includes('/api/'))).toEqual([])
    expect(new URL(page.url()).searchParams.get('days')).toBe('365')
  })

  test('after a change the numbers on screen follow by themselves', async () => {
    const worker = await startWorker(app.services, listTasks(app.services))
    onTestFinished(() => worker.stop())
    const { page } = await open({ cookie: ours.cookie })
    await page.goto(at('/risks/1'))
    await page
      .getByRole('button', { name: /€200k – why\?/ })
      .first()
      .waitFor()
    await change(app.services, ours.organizationId, { by: 'Bo Builder' }, (tx) =>
      insertEvidence(tx, chain, { collectedAt: daysAgo(1), result: 'fail' }),
    )
    // Somebody writes a comment; what the failed test did meanwhile is on the page without a reload.
    await page.getByRole('textbox', { name: 'Comment' }).fill('Looks fine to me.')
    await page.getByRole('button', { name: 'Comment' }).click()
    await page
      .getByRole('button', { name: /€400k – why\?/ })
      .first()
      .waitFor()
  })
})
