import { createRisk, listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { run as runAlone, type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
beforeAll(async () => {
  served = await serveOrganization()
})

afterEach(() => {
  vi.unstubAllEnvs()
})

it('sinew member lists who may sign in, limits an auditor, and prints what they opened', async () => {
  const { client, clientAs, organizationId, run } = served
  const params = { organizationId }
  const auditor = await clientAs('auditor')
  await client.call(createRisk, { params, body: { title: 'Ransomware' } })
  await auditor.call(listRisks, { params })
  const { items } = JSON.parse((await run('member', 'list', '--json')).out) as {
    readonly items: readonly { readonly email: string; readonly role: string }[]
  }
  const email = items.find(({ role }) => role === 'auditor')?.email ?? ''
  const log = await run('member', 'log', '--member', email)
  expect(log.out).toMatch(/^Time \(UTC\) .*\n\d{4}-\d\d-\d\d \d\d:\d\d {2}.* {2}.*The risk register\n1 of 1\n$/)

  const owner = items.find(({ role }) => role === 'owner')?.email ?? ''
  vi.stubEnv('SINEW_PASSWORD', 'correct horse battery')
  const signedIn = (...args: readonly string[]) => runAlone('member', ...args, '--url', served.url, '--as', owner)
  const limits = ['--read-from', '2026-01-01', '--read-until', '2026-06-30', '--area', 'control', '--reason', 'Stage 2']
  expect(await signedIn('limit', email, ...limits)).toMatchObject({
    code: 0,
    out: `${email}: auditor without a last day, may read control, of 1 Jan 2026 to 30 Jun 2026\n`,
  })
  await expect(auditor.call(listRisks, { params })).rejects.toMatchObject({ status: 403 })
  const until = await signedIn('limit', email, '--until', '2999-12-31')
  expect(until.out).toContain('auditor until 2999-12-31, may read control, of 1 Jan 2026')
  expect((await run('member', 'list')).out).toMatch(/auditor +2999-12-31 +control, of 1 Jan 2026 to 30 Jun 2026\n/)
  expect((await signedIn('unlimit', email)).out).toBe(
    `${email}: auditor without a last day, may read all that an auditor may\n`,
  )
  await auditor.call(listRisks, { params })

  expect(await signedIn('limit', email)).toMatchObject({ code: 2 })
  expect((await signedIn('limit', email, '--area', 'moon')).err).toContain('There is no area "moon"; there are ')
  expect((await signedIn('limit', 'nobody@example.org', '--until', '2999-12-31')).err).toContain('no member')
  expect(await run('member', 'log', '--max', '0')).toMatchObject({ code: 2 })
  const refused = await signedIn('limit', owner, '--until', '2999-12-31')
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('The access of an owner has no last day.')])
})
