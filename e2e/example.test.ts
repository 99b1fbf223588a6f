import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '@sinew/cli/run-program.ts'
import { afterFile } from '@sinew/server/test/after-file.ts'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectWellMade, type OpenPage, openBrowser, type PageOptions, phone } from './browser.ts'
import { openExample, password, setUpOwner, startWholeSinew } from './whole-sinew.ts'

let address = ''
let open: (options?: PageOptions) => Promise<OpenPage>
let owner: OpenPage
let home = ''
let organizationId = ''

beforeAll(async () => {
  address = await startWholeSinew()
  open = await openBrowser(address)
  owner = await open()
  await setUpOwner(owner.page)
  home = await openExample(owner.page)
  const session = await ask(owner.page, 'GET', '/api/session')
  organizationId = session.organizations[0].id
}, 240_000)

describe('the example company', () => {
  test('shows what a year left behind: the gap, the late restore test, the acceptance that reopened', async () => {
    const { page, complaints } = owner
    await page.goto(home)
    await page.getByText('Assurance gap').first().waitFor()
    await page.getByText('Example company: everything here is made up.').waitFor()
    await page
      .getByText(/Restore test with result and time/)
      .first()
      .waitFor()
    await page.goto(`${home}/risks/1`)
    await page
      .getByText(/acceptance reopened/i)
      .first()
      .waitFor()
    expect(complaints).toEqual([])
  })

  test('looks ahead: the gap grows and lines of the statement change if nobody does anything', async () => {
    const { page } = owner
    await page.goto(`${home}/look-ahead`)
    const slider = page.getByRole('slider')
    await slider.waitFor()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await slider.focus()
    await page.keyboard.press('End')
    const sentence = await page
      .getByText(/the assurance gap goes from .* to .* a year, if nobody does anything/)
      .textContent()
    const [before = 0, after = 0] = [...(sentence ?? '').matchAll(/€([\d.]+)k/g)].map((match) => Number(match[1]))
    expect(after).toBeGreaterThan(before * 2)
    await page
      .getByText(/line of A\.\d\.\d+ turns from proven to stale/)
      .first()
      .waitFor()
    expect(requests.filter((url) => url.includes('/api/'))).toEqual([])
  })

  test.each([
    ['', 'light', undefined],
    ['/look-ahead', 'dark', undefined],
    ['/soa', 'light', phone],
    ['/risks', 'dark', phone],
    ['/risks/1', 'light', undefined],
    ['/controls/A.8.13', 'dark', undefined],
    ['/evidence', 'light', phone],
    ['/treatment', 'dark', undefined],
    ['/methodology', 'light', undefined],
  ] as const)('%s is well made in %s', async (path, colorScheme, size) => {
    const { page } = await open({ colorScheme, ...(size ? { size } : {}), cookie: await cookieOf(owner.page) })
    await page.goto(`${home}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await expectWellMade(page)
  })

  test('lets the auditor see everything and touch nothing', async () => {
    const { link } = await ask(owner.page, 'POST', `/api/orgs/${organizationId}/invitations`, {
      email: 'eva@certifier.example',
      role: 'auditor',
    })
    const { page } = await open()
    await page.goto(new URL(link).pathname)
    await page.getByLabel('Your name').fill('Eva Auditor')
    await page.getByLabel('Choose a password').fill(password)
    await page.getByRole('button', { name: 'Join' }).click()
    await page.waitForURL(/\/o\/brightwater/)
    await page.goto(`${home}/soa`)
    await page.getByRole('heading', { name: 'Statement of Applicability' }).waitFor()
    expect(await page.getByRole('button', { name: 'Propose a version' }).count()).toBe(0)
    const refused = await page.evaluate(async (path) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Mine', kind: 'site' }),
      })
      return answer.status
    }, `/api/orgs/${organizationId}/assets`)
    expect(refused).toBe(403)
  })

  test('moves when a scanner’s report is pushed, and says why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sinew-report-'))
    afterFile(() => rm(folder, { recursive: true }))
    const report = join(folder, 'report.ocsf.json')
    const uids = Array.from({ length: 10 }, (_, index) => `arn:aws:s3:::bucket-${index}`)
    await writeFile(report, JSON.stringify(uids.map((uid, index) => result(uid, index < 4 ? 'PASS' : 'FAIL'))))
    const { token } = await ask(owner.page, 'POST', `/api/orgs/${organizationId}/tokens`, {
      name: 'Scanner',
      scopes: ['evidence:write', 'evidence:read'],
      expiresInDays: 7,
    })
    const out: string[] = []
    const err: string[] = []
    const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) }
    const args = ['evidence', 'push', report, '--token', token, '--url', address]
    expect([await runProgram(args, terminal), err]).toEqual([0, []])
    expect(out.join('')).toMatch(/A\.8\.9 +4 of 10/)
    const { page } = owner
    await page.goto(`${home}/movements`)
    await page
      .getByText(/A\.8\.9/)
      .first()
      .waitFor()
    await expect.poll(() => movementsOf(page), { timeout: 15_000 }).toMatch(/A\.8\.9 assurance 0\.\d+ → 0\.\d+/)
  })
})

async function movementsOf(page: Page): Promise<string> {
  const { items } = await ask(page, 'GET', `/api/orgs/${organizationId}/movements?pageSize=5`)
  return items.map((item: { sentence: string }) => item.sentence).join('\n')
}

async function ask(page: Page, method: string, path: string, body?: object) {
  return page.evaluate(
    async ([verb, url, json]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(url, { method: verb, headers, ...(json === '' ? {} : { body: json }) })
      return answer.json()
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  )
}

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** One result as Prowler writes it in OCSF. */
function result(uid: string, status: 'PASS' | 'FAIL') {
  return {
    class_uid: 2004,
    class_name: 'Detection Finding',
    metadata: {
      event_code: 's3_bucket_public_access',
      product: { name: 'Prowler', vendor_name: 'Prowler', version: '5.4.0' },
      version: '1.4.0',
    },
    status: 'New',
    status_code: status,
    time: Math.floor(Date.now() / 1000) - 600,
    finding_info: { title: 'Buckets are not public', uid: `finding-${uid}` },
    resources: [{ uid, type: 'AwsS3Bucket', name: uid, region: 'eu-west-1' }],
    cloud: { provider: 'aws', region: 'eu-west-1', account: { uid: '111122223333', type: 'AWS Account' } },
    unmapped: { compliance: { 'ISO27001-2022': ['A.8.9'] } },
  }
}
