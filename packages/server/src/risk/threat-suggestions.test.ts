import { listControls } from '@sinew/contract/control/control-contract.ts'
import { getRisk, listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { createRisksFromThreats, listThreatSuggestions } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

describe('proposed risks', () => {
  it("are ranked for the organisation's sector, with reason, source, estimate and controls", async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const { items, total } = await client.call(listThreatSuggestions, { params, query: { pageSize: 200 } })
    expect(total).toBe(91)
    expect(items.map((item) => item.relevance)).toEqual(items.map((item) => item.relevance).sort((a, b) => b - a))
    const phishing = items.find((item) => item.threatId === 'T-ransomware-phishing')
    expect(phishing).toMatchObject({ relevance: 3, relevanceLabel: 'leading', actors: ['organized crime'], risks: [] })
    expect(phishing?.reason).toContain('Expert rating 3 of 3')
    expect(phishing?.sources[0]).toContain('Sinew catalogue')
    expect(phishing?.estimate?.basis).toContain('DBIR 2025')
    const backup = phishing?.controls.find((control) => control.ref === 'A.8.13')
    expect(backup).toMatchObject({ effect: 'loss', reduction: { low: 0.1, high: 0.4 } })
    expect(backup?.note).toContain('not a measurement')
  })

  it('are searched, filtered, paged, and looked at for another sector', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const found = await client.call(listThreatSuggestions, { params, query: { q: 'RANSOMWARE' } })
    expect(found.total).toBeGreaterThan(1)
    expect(found.total).toBeLessThan(20)
    const physical = await client.call(listThreatSuggestions, {
      params,
      query: { category: 'Physical', pageSize: 2, page: 2 },
    })
    expect(physical).toMatchObject({ page: 2, pageSize: 2 })
    expect(physical.items.every((item) => item.category === 'Physical')).toBe(true)
    const own = await client.call(listThreatSuggestions, { params, query: { pageSize: 5 } })
    const energy = await client.call(listThreatSuggestions, {
      params,
      query: { pageSize: 5, sector: 'energy_utilities' },
    })
    expect(energy.items.map((item) => item.threatId)).not.toEqual(own.items.map((item) => item.threatId))
    const wrong = client.call(listThreatSuggestions, { params, query: { sector: 'space' as 'finance' } })
    await expect(wrong).rejects.toMatchObject({ status: 400 })
  })

  it('become drafts that say where their figures come from and name no assessor', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const { items } = await client.call(createRisksFromThreats, {
      params,
      body: { threatIds: ['T-ransomware-phishing', 'T-credential-phishing'] },
    })
    expect(items.map((risk) => [risk.number, risk.status, risk.threatId])).toEqual([
      [1, 'draft', 'T-ransomware-phishing'],
      [2, 'draft', 'T-credential-phishing'],
    ])
    const [first] = items
    expect(first?.frequency?.high).toBeGreaterThan(0)
    expect(first?.controlCount).toBeGreaterThan(3)
    expect(first).toMatchObject({
      assessedBy: null,
      estimatedAt: null,
      estimateNote: '',
      category: 'Ransomware and extortion',
    })
    expect(first?.estimateBasis).toContain('Order of magnitude')
    const detail = await client.call(getRisk, { params: { organizationId, riskId: first?.id ?? '' } })
    expect(detail.controls.map((link) => link.ref)).toContain('A.8.13')
    expect(detail.controls[0]?.note).toContain('Default of the catalogue')

    const shown = await client.call(listThreatSuggestions, { params, query: { q: 'Ransomware after phishing' } })
    expect(shown.items[0]?.risks).toEqual([{ id: first?.id, number: 1 }])
  })

  it('come without estimates and controls when asked, and without what does not apply', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const { items } = await client.call(createRisksFromThreats, {
      params,
      body: { threatIds: ['T-ransomware-phishing'], withControls: false, withEstimates: false },
    })
    expect(items).toMatchObject([{ frequency: null, lossMinor: null, estimateBasis: '', controlCount: 0 }])
    expect((await client.call(listControls, { params })).total).toBe(93)
  })

  it('are all added or none: an unknown scenario, one that is covered, an owner of somebody else', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const body = { threatIds: ['T-ransomware-phishing', 'T-of-tomorrow'] }
    await expect(client.call(createRisksFromThreats, { params, body })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'threatIds.1' }] },
    })
    await client.call(createRisksFromThreats, { params, body: { threatIds: ['T-ransomware-phishing'] } })
    const twice = client.call(createRisksFromThreats, {
      params,
      body: { threatIds: ['T-credential-phishing', 'T-ransomware-phishing'] },
    })
    await expect(twice).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'threat-covered' }] } })
    const foreign = client.call(createRisksFromThreats, {
      params,
      body: { threatIds: ['T-credential-phishing'], ownerId: '0192b6a0-0000-7000-8000-000000000000' },
    })
    await expect(foreign).rejects.toMatchObject({ status: 404 })
    expect((await client.call(listRisks, { params })).total).toBe(1)
    await client.call(createRisksFromThreats, { params, body: { threatIds: ['T-ransomware-phishing'], again: true } })
    expect((await client.call(listRisks, { params })).total).toBe(2)
    const none = client.call(createRisksFromThreats, { params, body: { threatIds: [] } })
    await expect(none).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'threatIds' }] } })
  })
})
