import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
beforeAll(async () => {
  served = await serveOrganization()
  const params = { organizationId: served.organizationId }
  await served.client.call(createRisk, { params, body: { title: 'Phishing' } })
  await served.client.call(createRisk, { params, body: { title: 'Theft' } })
})

describe('sinew occurrence', () => {
  it('adds what happened and lists it', async () => {
    const added = await served.run(
      'occurrence',
      'add',
      'R-2',
      'Laptop stolen',
      '--on',
      '2026-03-04',
      '--loss',
      '1250.50',
    )
    expect(added).toMatchObject({ code: 0, out: 'OC-1 recorded on R-2 Theft\n', err: '' })
    const near = await served.run('occurrence', 'add', '1', 'Reported in time', '--near-miss', '--json')
    expect(JSON.parse(near.out)).toMatchObject({ number: 2, kind: 'near_miss', lossMinor: null })
    const { out } = await served.run('occurrence', 'list', '--sort', 'number')
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^Ref +On +Kind +Cost +Risk +What happened$/)
    expect(lines[1]).toMatch(/^OC-1 +2026-03-04 +loss +€1\.25k +R-2 +Laptop stolen$/)
    expect(lines[3]).toBe('2 of 2')
    const march = await served.run(
      'occurrence',
      'list',
      '--risk',
      'R-2',
      '--from',
      '2026-03-04',
      '--until',
      '2026-03-04',
      '--json',
    )
    expect(JSON.parse(march.out)).toMatchObject({ total: 1, items: [{ lossMinor: 125_050 }] })
    expect(JSON.parse((await served.run('occurrence', 'list', '--kind', 'near_miss', '--json')).out).total).toBe(1)
  })

  it.each([
    [['add', 'R-9', 'x'], 1],
    [['add', 'R-1', 'x', '--on', 'yesterday'], 2],
    [['add', 'R-1', 'x', '--on', '2199-01-01'], 1],
    [['add', 'R-1', 'x', '--loss', 'much'], 2],
    [['add', 'R-1', 'x', '--loss', '5', '--near-miss'], 1],
    [['list', '--kind', 'luck'], 2],
  ])('refuses %j in one line', async (args, code) => {
    const ran = await served.run('occurrence', ...args)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
  })
})
