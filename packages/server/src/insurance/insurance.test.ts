import {
  createPolicy,
  deletePolicy,
  exportPolicies,
  getPolicy,
  listPolicies,
  updatePolicy,
} from '@sinew/contract/insurance/insurance-contract.ts'
import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const cyber = {
  name: 'Cyber policy',
  insurer: 'First Mutual',
  per: 'event',
  deductibleMinor: 2_500_000,
  limitMinor: 100_000_000,
  premiumMinor: 1_200_000,
  validFrom: '2020-01-01T00:00:00Z',
  validUntil: '2120-01-01T00:00:00Z',
} as const

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
  return { client, clientAs, params, riskId: risk.id }
}

describe('insurance policies', () => {
  it('are kept with what they pay, from when until when, for which risks', async () => {
    const { client, params, riskId } = await scene()
    const made = await client.call(createPolicy, { params, body: { ...cyber, riskIds: [riskId] } })
    expect(made).toMatchObject({
      ...cyber,
      validFrom: '2020-01-01T00:00:00.000Z',
      validUntil: expect.any(String),
      number: 1,
      inForce: true,
      riskIds: [riskId],
    })
    const one = { ...params, policyId: made.id }
    const all = await client.call(updatePolicy, { params: one, ifMatch: 1, body: { riskIds: null, premiumMinor: 5 } })
    expect(all).toMatchObject({ version: 2, riskIds: null, premiumMinor: 5, name: 'Cyber policy' })
    await expect(client.call(updatePolicy, { params: one, ifMatch: 1, body: { name: 'X' } })).rejects.toMatchObject({
      status: 412,
    })
    await expect(client.call(updatePolicy, { params: one, body: { name: 'X' } })).rejects.toMatchObject({ status: 428 })
    const history = await client.call(listHistory, {
      params: { ...params, entity: 'insurance_policy', entityId: made.id },
    })
    expect(history.items.length).toBeGreaterThanOrEqual(3)

    const past = { ...cyber, name: 'Before', validFrom: '2010-01-01T00:00:00Z', validUntil: '2020-01-01T00:00:00Z' }
    await client.call(createPolicy, { params, body: past })
    const names = async (query: object) =>
      (await client.call(listPolicies, { params, query })).items.map(({ name }) => name)
    expect(await names({ inForce: true })).toEqual(['Cyber policy'])
    expect(await names({ inForce: false })).toEqual(['Before'])
    expect(await names({ q: 'mutual', sort: 'name' })).toEqual(['Before', 'Cyber policy'])
    expect(await names({ number: 2 })).toEqual(['Before'])
    const csv = await (await client.download(exportPolicies, { params, query: { format: 'csv' } })).text()
    expect(csv).toContain('Premium a year (EUR)')
    expect(csv).toContain('First Mutual')

    await client.call(deletePolicy, { params: one, ifMatch: 2 })
    await expect(client.call(getPolicy, { params: one })).rejects.toMatchObject({ status: 404 })
  })

  it('are refused where they could not be priced', async () => {
    const { client, params, riskId } = await scene()
    const make = (change: object) => client.call(createPolicy, { params, body: { ...cyber, ...change } })
    const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
    await expect(make({ validUntil: cyber.validFrom })).rejects.toMatchObject(refused('policy_ends_first'))
    await expect(make({ per: 'year', riskIds: [riskId] })).rejects.toMatchObject(refused('policy_year_for_some'))
    await expect(make({ riskIds: [] })).rejects.toMatchObject(refused('policy_covers_nothing'))
    const first = await make({ riskIds: [riskId] })
    await expect(make({})).rejects.toMatchObject(refused('policy_double'))
    const year = await make({ per: 'year' })
    const change = { params: { ...params, policyId: year.id }, ifMatch: 1, body: { per: 'event' as const } }
    await expect(client.call(updatePolicy, change)).rejects.toMatchObject(refused('policy_double'))
    expect(first.number).toBe(1)
    const invalid = { status: 422 }
    await expect(make({ limitMinor: 0 })).rejects.toMatchObject(invalid)
    await expect(make({ premiumMinor: -1 })).rejects.toMatchObject(invalid)
    await expect(make({ name: ' ' })).rejects.toMatchObject(invalid)
    await expect(make({ validFrom: 'soon' })).rejects.toMatchObject(invalid)
    const later = { validFrom: '2130-01-01T00:00:00Z', validUntil: '2131-01-01T00:00:00Z' }
    await expect(make({ ...later, riskIds: [first.id] })).rejects.toMatchObject({ status: 404 })
  })

  it('of the same risk written at once are kept once', async () => {
    const { client, params } = await scene()
    const answers = await Promise.allSettled([1, 2].map(() => client.call(createPolicy, { params, body: cyber })))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('are read by all, written by writers, removed by managers, and unknown elsewhere', async () => {
    const { client, clientAs, params } = await scene()
    const made = await client.call(createPolicy, { params, body: cyber })
    const one = { ...params, policyId: made.id }
    const reader = await clientAs('reader')
    expect((await reader.call(getPolicy, { params: one })).name).toBe('Cyber policy')
    await expect(reader.call(createPolicy, { params, body: cyber })).rejects.toMatchObject({ status: 403 })
    const contributor = await clientAs('contributor')
    await expect(contributor.call(deletePolicy, { params: one, ifMatch: 1 })).rejects.toMatchObject({ status: 403 })
    const stranger = await server.createOrganization('Another')
    const there = { organizationId: stranger.organizationId, policyId: made.id }
    await expect(stranger.client.call(getPolicy, { params: there })).rejects.toMatchObject({ status: 404 })
    await expect(
      stranger.client.call(updatePolicy, { params: there, ifMatch: 1, body: { name: 'X' } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
