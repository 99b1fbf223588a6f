import { interestedParties, sites } from '@sinew/contract/context/context-contract.ts'
import { createLink, deleteLink, listLinks } from '@sinew/contract/link/link-contract.ts'
import { createRisk, deleteRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const site = await client.call(sites.create, { params, body: { name: 'Head office' } })
  const risk = await client.call(createRisk, { params, body: { title: 'Flood' } })
  const from = { ...params, entity: 'site', entityId: site.id }
  const body = { toEntity: 'risk', toId: risk.id, relation: 'What could happen there' }
  return { client, clientAs, params, from, body, risk, site }
}

describe('links', () => {
  it('are seen from both ends, and go with either of them', async () => {
    const { client, params, from, body, risk, site } = await scene()
    const made = await client.call(createLink, { params: from, body })
    expect(made).toMatchObject({ entity: 'risk', entityId: risk.id, name: `R-${risk.number} Flood`, isBack: false })
    const back = { ...params, entity: 'risk', entityId: risk.id }
    const { items } = await client.call(listLinks, { params: back })
    expect(items).toMatchObject([{ entity: 'site', entityId: site.id, name: 'SI-1 Head office', isBack: true }])
    await client.call(deleteRisk, {
      params: { ...params, riskId: risk.id },
      ifMatch: risk.version,
      query: { reason: 'Sold.' },
    })
    expect((await client.call(listLinks, { params: from })).items).toEqual([])
  })

  it('are made once, to something else that is there, from a register', async () => {
    const { client, from, body, params, risk, site } = await scene()
    await client.call(createLink, { params: from, body })
    const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
    await expect(client.call(createLink, { params: from, body })).rejects.toMatchObject(refused('linked_already'))
    const toItself = { toEntity: 'site', toId: site.id }
    await expect(client.call(createLink, { params: from, body: toItself })).rejects.toMatchObject(
      refused('link_to_itself'),
    )
    await expect(client.call(createLink, { params: from, body: { ...body, toId: site.id } })).rejects.toMatchObject({
      status: 404,
    })
    const fromRisk = { ...params, entity: 'risk', entityId: risk.id }
    const party = await client.call(interestedParties.create, { params, body: { name: 'Customers' } })
    const toParty = { toEntity: 'interested_party', toId: party.id }
    await expect(client.call(createLink, { params: fromRisk, body: toParty })).rejects.toMatchObject(
      refused('not_linked_from_here'),
    )
  })

  it('are taken away by writers', async () => {
    const { client, clientAs, params, from, body } = await scene()
    const made = await client.call(createLink, { params: from, body })
    const one = { params: { ...params, objectLinkId: made.id }, ifMatch: made.version }
    await expect((await clientAs('reader')).call(deleteLink, one)).rejects.toMatchObject({ status: 403 })
    await expect(client.call(deleteLink, { ...one, ifMatch: 7 })).rejects.toMatchObject({ status: 412 })
    await client.call(deleteLink, one)
    expect((await client.call(listLinks, { params: from })).items).toEqual([])
  })
})
