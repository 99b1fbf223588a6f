import {
  acknowledgeReading,
  askPeople,
  campaigns,
  exportAskedPeople,
  listAskedPeople,
  listReading,
  remindPeople,
} from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { units } from '@sinew/contract/context/context-contract.ts'
import { documents } from '@sinew/contract/document/document-contract.ts'
import * as version from '@sinew/contract/document/document-version-contract.ts'
import { createPerson, deactivatePerson, updatePerson } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function scene() {
  const ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const anna = await ours.client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  const reader = await ours.clientAs('reader')
  const document = await ours.client.call(documents.create, {
    params,
    body: { title: 'Policy', ownerId: anna.id, cadenceDays: 365 },
  })
  const publish = async () => {
    const of = { ...params, documentId: document.id }
    const draft = await ours.client.call(version.createDocumentDraft, { params: of, body: { content: 'Words.' } })
    const at = { ...params, documentVersionId: draft.id }
    const submitted = await ours.client.call(version.submitDocumentVersion, { params: at, ifMatch: draft.version })
    const approved = await ours.client.call(version.approveDocumentVersion, {
      params: at,
      ifMatch: submitted.version,
      body: {},
    })
    return ours.client.call(version.publishDocumentVersion, { params: at, ifMatch: approved.version, body: {} })
  }
  return { ...ours, params, anna, reader, document, publish }
}

describe('a campaign', () => {
  it('asks everybody who is active to read the published version, and each answers once and for all', async () => {
    const { client, params, reader, anna, document, publish } = await scene()
    const body = { title: 'Read it', documentId: document.id, dueAt: inDays(14) }
    await expect(client.call(campaigns.create, { params, body })).rejects.toMatchObject(
      refused('campaign_not_published'),
    )
    const held = await publish()
    const campaign = await client.call(campaigns.create, { params, body })
    expect(campaign).toMatchObject({ versionNumber: 1, askedCount: 3, readCount: 0, progress: 'running' })

    const { open } = await reader.call(listReading, { params })
    expect(open).toMatchObject([{ title: 'Policy', versionNumber: 1, isLate: false, documentVersionId: held.id }])
    const one = { ...params, acknowledgementRequestId: open[0]?.requestId ?? '' }
    const answer = { params: one, body: { documentVersionId: held.id } }
    await expect(client.call(acknowledgeReading, answer)).rejects.toMatchObject(refused('reading_not_yours'))
    const read = await reader.call(acknowledgeReading, answer)
    expect(read.acknowledgedAt).not.toBeNull()
    expect((await reader.call(acknowledgeReading, answer)).acknowledgedAt).toBe(read.acknowledgedAt)
    expect(await reader.call(listReading, { params })).toMatchObject({ open: [], done: [{ versionNumber: 1 }] })

    const of = { ...params, acknowledgementCampaignId: campaign.id }
    const reminded = await client.call(remindPeople, { params: of })
    expect(reminded.items.map(({ state, reminders }) => [state, reminders])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
      ['read', 0],
    ])
    const left = { params: { ...params, personId: anna.id }, ifMatch: anna.version, body: { reason: 'Left.' } }
    await expect(client.call(deactivatePerson, left)).rejects.toMatchObject({ status: 409 })
    const csv = await (await client.download(exportAskedPeople, { params: of, query: { format: 'csv' } })).text()
    expect(csv).toContain('D-1 Policy')
    expect(csv).toContain('Has read it')
  })

  it('asks the same people again when a new version is published, and keeps the old answers', async () => {
    const { client, params, reader, document, publish } = await scene()
    const first = await publish()
    await client.call(campaigns.create, {
      params,
      body: { title: 'Read it', documentId: document.id, dueAt: inDays(10) },
    })
    const { open } = await reader.call(listReading, { params })
    const one = { ...params, acknowledgementRequestId: open[0]?.requestId ?? '' }
    await reader.call(acknowledgeReading, { params: one, body: { documentVersionId: first.id } })
    const second = await publish()
    const again = await reader.call(listReading, { params })
    expect(again.open).toMatchObject([{ versionNumber: 2, documentVersionId: second.id }])
    expect(again.done).toMatchObject([{ versionNumber: 1 }])
    const wrong = { ...params, acknowledgementRequestId: again.open[0]?.requestId ?? '' }
    await expect(
      reader.call(acknowledgeReading, { params: wrong, body: { documentVersionId: first.id } }),
    ).rejects.toMatchObject(refused('reading_other_version'))
    const { items } = await client.call(campaigns.list, { params, query: { sort: 'number' } })
    expect(items.map(({ status, versionNumber, readCount }) => [status, versionNumber, readCount])).toEqual([
      ['closed', 1, 1],
      ['open', 2, 0],
    ])
  })

  it('asks the people of a unit, and again those who are in it when a new version comes', async () => {
    const { client, params, anna, document, publish } = await scene()
    await publish()
    const care = await client.call(units.create, { params, body: { name: 'Care' } })
    const place = (person: { id: string; version: number }, unitId: string | null) =>
      client.call(updatePerson, {
        params: { ...params, personId: person.id },
        ifMatch: person.version,
        body: { unitId },
      })
    const inside = await place(anna, care.id)
    const body = { title: 'For care', documentId: document.id, dueAt: inDays(14), audience: 'unit' as const }
    await expect(client.call(campaigns.create, { params, body })).rejects.toMatchObject({
      problem: { errors: [{ path: 'unitId' }] },
    })
    const campaign = await client.call(campaigns.create, { params, body: { ...body, unitId: care.id } })
    expect(campaign).toMatchObject({ askedCount: 1, unit: { name: 'Care' } })
    const one = { ...params, acknowledgementCampaignId: campaign.id }
    await expect(
      client.call(campaigns.update, {
        params: one,
        ifMatch: campaign.version,
        body: { audience: 'everyone', unitId: null },
      }),
    ).rejects.toMatchObject(refused('campaign_audience'))
    await place(inside, null)
    const bo = await client.call(createPerson, { params, body: { name: 'Bo Brook', unitId: care.id } })
    await publish()
    const { items } = await client.call(campaigns.list, { params, query: { status: 'open' } })
    const again = { ...params, acknowledgementCampaignId: items[0]?.id ?? '' }
    expect((await client.call(listAskedPeople, { params: again })).items).toMatchObject([{ personId: bo.id }])
  })

  it('asks chosen people, shows who is late, and lets nobody rewrite what they read', async () => {
    const { client, organizationId, params, anna, document, publish } = await scene()
    const held = await publish()
    const campaign = await client.call(campaigns.create, {
      params,
      body: { title: 'A few', documentId: document.id, dueAt: inDays(1), audience: 'chosen' },
    })
    const of = { ...params, acknowledgementCampaignId: campaign.id }
    expect((await client.call(listAskedPeople, { params: of })).items).toEqual([])
    await client.call(askPeople, { params: of, body: { personIds: [anna.id] } })
    const twice = await client.call(askPeople, { params: of, body: { personIds: [anna.id] } })
    expect(twice.items).toHaveLength(1)
    server.setNow(new Date(Date.now() + 3 * 86_400_000))
    try {
      expect((await client.call(listAskedPeople, { params: of })).items).toMatchObject([{ state: 'late' }])
      expect((await client.call(campaigns.list, { params, query: { progress: 'late' } })).total).toBe(1)
    } finally {
      server.setNow(null)
    }
    const owner = await server.services.pools.owner.connect()
    await owner.query('begin')
    await owner.query(`select set_config('app.organization_id', $1, true)`, [organizationId])
    const { open } = await client.call(listReading, { params })
    expect(open).toEqual([])
    await expect(
      owner.query(`update document_version set content_hash = $1 where id = $2`, ['b'.repeat(64), held.id]),
    ).rejects.toThrow('does not change')
    await owner.query('rollback')
    owner.release()
  })
})
