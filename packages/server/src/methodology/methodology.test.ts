import {
  approveMethodology,
  createMethodologyDraft,
  deleteMethodologyDraft,
  diffMethodologyVersions,
  getMethodologyInForce,
  getMethodologyVersion,
  listMethodologyVersions,
  updateMethodologyDraft,
} from '@sinew/contract/methodology/methodology-contract.ts'
import { createRisk, estimateRisk, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function draftIn({ client, organizationId }: TestOrganization) {
  return client.call(createMethodologyDraft, { params: { organizationId }, body: {} })
}

describe('the methodology', () => {
  it('is in force from the first minute: the default, for the size of the organisation, not yet reviewed', async () => {
    const { client, organizationId } = await server.createOrganization()
    const inForce = await client.call(getMethodologyInForce, { params: { organizationId } })
    expect(inForce).toMatchObject({
      versionNumber: 1,
      status: 'approved',
      isDefault: true,
      approvedAlone: true,
      note: 'The default, not yet reviewed.',
      outdatedRiskCount: 0,
    })
    // One per cent of the five million a year that the test organisation earns.
    expect(inForce.content.appetite.yearlyLossMinor).toBe(5_000_000)
    expect(inForce.content.scope).toContain('nine times out of ten')
    expect(inForce.content.likelihoodBands).toHaveLength(5)
  })

  it('goes from draft to force, and the former version stays as it was', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const draft = await draftIn(ours)
    expect(draft).toMatchObject({ versionNumber: 2, status: 'draft', isDefault: false, approvedAt: null })
    const params = { organizationId, methodologyId: draft.id }
    const content = { ...draft.content, materialShare: 0.1 }
    const changed = await client.call(updateMethodologyDraft, {
      params,
      ifMatch: draft.version,
      body: { content, note: 'Ten per cent is material.' },
    })
    expect(changed).toMatchObject({ note: 'Ten per cent is material.', content: { materialShare: 0.1 } })

    const approved = await client.call(approveMethodology, { params, ifMatch: changed.version })
    expect(approved).toMatchObject({ status: 'approved', approvedAlone: true, approvedByName: 'Olga Owner' })
    const { items } = await client.call(listMethodologyVersions, { params: { organizationId } })
    expect(items.map(({ versionNumber, status }) => [versionNumber, status])).toEqual([
      [2, 'approved'],
      [1, 'superseded'],
    ])
    const diff = await client.call(diffMethodologyVersions, { params })
    expect(diff).toMatchObject({ from: { versionNumber: 1 }, to: { versionNumber: 2 } })
    expect(diff.items).toEqual([{ path: 'materialShare', before: 0.2, after: 0.1 }])

    const frozen = client.call(updateMethodologyDraft, { params, ifMatch: approved.version, body: { note: 'Later' } })
    await expect(frozen).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'methodology-not-draft' }] },
    })
    const dropped = client.call(deleteMethodologyDraft, { params, ifMatch: approved.version })
    await expect(dropped).rejects.toMatchObject({ status: 409 })
    const again = client.call(approveMethodology, { params, ifMatch: approved.version })
    await expect(again).rejects.toMatchObject({ problem: { refusals: [{ code: 'methodology-not-draft' }] } })
  })

  it('is not approved by its author while another owner could look at it', async () => {
    const ours = await server.createOrganization()
    const second = await ours.clientAs('owner')
    const draft = await draftIn(ours)
    const params = { organizationId: ours.organizationId, methodologyId: draft.id }
    const alone = ours.client.call(approveMethodology, { params, ifMatch: draft.version })
    await expect(alone).rejects.toMatchObject({ problem: { refusals: [{ code: 'methodology-by-author' }] } })
    const approved = await second.call(approveMethodology, { params, ifMatch: draft.version })
    expect(approved).toMatchObject({
      approvedAlone: false,
      approvedByName: 'Someone owner',
      proposedByName: 'Olga Owner',
    })
  })

  it('names the fields that cannot be, and keeps the draft as it was', async () => {
    const ours = await server.createOrganization()
    const draft = await draftIn(ours)
    const params = { organizationId: ours.organizationId, methodologyId: draft.id }
    const upsideDown = {
      ...draft.content,
      levelThresholds: { medium: 12, high: 10, critical: 100 },
      likelihoodBands: draft.content.likelihoodBands.map((band, i) =>
        i === 1 ? { ...band, upToPerYear: 0.05 } : band,
      ),
    }
    const wrong = ours.client.call(updateMethodologyDraft, { params, ifMatch: 1, body: { content: upsideDown } })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [
          { path: 'content.likelihoodBands.1.upToPerYear' },
          { path: 'content.levelThresholds' },
          { path: 'content.levelThresholds.critical' },
        ],
      },
    })
    expect((await ours.client.call(getMethodologyVersion, { params })).version).toBe(1)
    const stale = ours.client.call(updateMethodologyDraft, { params, ifMatch: 7, body: { note: 'x' } })
    await expect(stale).rejects.toMatchObject({ status: 412 })
    await expect(ours.client.call(approveMethodology, { params, ifMatch: 7 })).rejects.toMatchObject({ status: 412 })
    await expect(ours.client.call(deleteMethodologyDraft, { params, ifMatch: 7 })).rejects.toMatchObject({
      status: 412,
    })
  })

  it('has one draft at a time, which can be dropped and started from the default', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const draft = await draftIn(ours)
    await expect(draftIn(ours)).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'methodology-draft-exists' }] },
    })
    const params = { organizationId, methodologyId: draft.id }
    await client.call(deleteMethodologyDraft, { params, ifMatch: draft.version })
    const fromDefault = await client.call(createMethodologyDraft, {
      params: { organizationId },
      body: { from: 'default', note: 'Start over' },
    })
    expect(fromDefault).toMatchObject({ versionNumber: 2, note: 'Start over' })
    expect(
      (await client.call(diffMethodologyVersions, { params: { organizationId, methodologyId: fromDefault.id } })).items,
    ).toEqual([])
  })

  it('flags the results that were made under another version', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const risk = await client.call(createRisk, { params: { organizationId }, body: { title: 'Flood' } })
    const params = { organizationId, riskId: risk.id }
    await client.call(estimateRisk, {
      params,
      ifMatch: risk.version,
      body: { frequency: { low: 0.1, high: 1 }, lossMinor: { low: 100_000, high: 900_000 }, note: 'As last year' },
    })
    expect(await client.call(getRisk, { params })).toMatchObject({ assessedMethodology: 1, outdatedMethodology: false })
    const draft = await draftIn(ours)
    const approved = await client.call(approveMethodology, {
      params: { organizationId, methodologyId: draft.id },
      ifMatch: draft.version,
    })
    expect(approved.outdatedRiskCount).toBe(1)
    expect(await client.call(getRisk, { params })).toMatchObject({ assessedMethodology: 1, outdatedMethodology: true })
  })

  it('is shown as it was', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const before = await pastInstant()
    const draft = await draftIn(ours)
    await client.call(approveMethodology, {
      params: { organizationId, methodologyId: draft.id },
      ifMatch: draft.version,
    })
    const then = await client.call(getMethodologyInForce, { params: { organizationId }, query: { asOf: before } })
    expect(then).toMatchObject({ versionNumber: 1, status: 'approved' })
    expect(
      (await client.call(listMethodologyVersions, { params: { organizationId }, query: { asOf: before } })).items,
    ).toHaveLength(1)
    expect((await client.call(getMethodologyInForce, { params: { organizationId } })).versionNumber).toBe(2)
  })

  it('belongs to its organisation: readers read, managers draft, owners approve, others see nothing', async () => {
    const ours = await server.createOrganization()
    const theirs = await server.createOrganization('Theirs')
    const draft = await draftIn(theirs)
    const foreign = { organizationId: ours.organizationId, methodologyId: draft.id }
    await expect(ours.client.call(getMethodologyVersion, { params: foreign })).rejects.toMatchObject({ status: 404 })
    await expect(ours.client.call(approveMethodology, { params: foreign, ifMatch: 1 })).rejects.toMatchObject({
      status: 404,
    })
    const own = await ours.client.call(getMethodologyInForce, { params: { organizationId: ours.organizationId } })
    const against = ours.client.call(diffMethodologyVersions, {
      params: { organizationId: ours.organizationId, methodologyId: own.id },
      query: { against: draft.id },
    })
    await expect(against).rejects.toMatchObject({ status: 404 })
    const reader = await ours.clientAs('reader')
    const params = { organizationId: ours.organizationId }
    expect((await reader.call(getMethodologyInForce, { params })).versionNumber).toBe(1)
    await expect(reader.call(createMethodologyDraft, { params, body: {} })).rejects.toMatchObject({ status: 403 })
    const manager = await ours.clientAs('manager')
    const managed = await manager.call(createMethodologyDraft, { params, body: {} })
    const approval = manager.call(approveMethodology, { params: { ...params, methodologyId: managed.id }, ifMatch: 1 })
    await expect(approval).rejects.toMatchObject({ status: 403 })
  })
})

async function pastInstant(): Promise<string> {
  await pause()
  const instant = new Date().toISOString()
  await pause()
  return instant
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
