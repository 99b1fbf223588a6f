import { listControls } from '@sinew/contract/control/control-contract.ts'
import { createRisk, getRisk, listRisks } from '@sinew/contract/risk/risk-contract.ts'
import {
  linkControl,
  listControlLinks,
  unlinkControl,
  updateControlLink,
} from '@sinew/contract/treatment/control-link-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let controlId: string
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  controlId = await controlOf(ours)
})

async function controlOf({ client, organizationId }: TestOrganization): Promise<string> {
  const { items } = await client.call(listControls, { params: { organizationId }, query: { q: 'A.8.13' } })
  return items[0]?.id ?? ''
}

async function newRisk({ client, organizationId }: TestOrganization) {
  const risk = await client.call(createRisk, { params: { organizationId }, body: { title: 'Loss of data' } })
  return { organizationId, riskId: risk.id }
}

const reduction = { low: 0.4, high: 0.7 }

describe('the controls that treat a risk', () => {
  it('are linked with what they do, changed, and taken away for a reason', async () => {
    const { client, organizationId } = ours
    const params = await newRisk(ours)
    const link = await client.call(linkControl, {
      params,
      body: { controlId, effect: 'loss', reduction, note: 'Tested' },
    })
    expect(link).toMatchObject({
      ref: 'A.8.13',
      effect: 'loss',
      reduction,
      note: 'Tested',
      implementation: 'not_started',
    })
    const other = await client.call(linkControl, { params, body: { controlId, effect: 'frequency', reduction } })
    expect((await client.call(listControlLinks, { params })).items.map(({ effect }) => effect)).toEqual([
      'frequency',
      'loss',
    ])
    expect(await client.call(getRisk, { params })).toMatchObject({
      controlCount: 1,
      controls: [{ id: other.id }, { id: link.id }],
    })
    const listed = await client.call(listRisks, { params: { organizationId }, query: { controlId } })
    expect(listed.items.map(({ id }) => id)).toEqual([params.riskId])

    const one = { ...params, linkId: link.id }
    const changed = await client.call(updateControlLink, {
      params: one,
      ifMatch: 1,
      body: { reduction: { low: 0.2, high: 0.3 }, reason: 'Restore takes longer than thought' },
    })
    expect(changed).toMatchObject({ version: 2, reduction: { low: 0.2, high: 0.3 }, effect: 'loss' })
    const stale = client.call(updateControlLink, { params: one, ifMatch: 1, body: { note: 'x' } })
    await expect(stale).rejects.toMatchObject({ status: 412 })
    await expect(client.call(unlinkControl, { params: one, ifMatch: 2 })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'reason' }] },
    })
    await client.call(unlinkControl, { params: one, ifMatch: 2, query: { reason: 'Replaced by replication' } })
    expect((await client.call(listControlLinks, { params })).items).toHaveLength(1)
    const why = await server.services.pools.owner.query(
      "select reason, operation from revision where entity = 'risk_control' and entity_id = $1 order by seq",
      [link.id],
    )
    expect(why.rows.map((row) => row.reason)).toEqual([
      '',
      'Restore takes longer than thought',
      'Replaced by replication',
    ])
  })

  it('are linked once for each effect', async () => {
    const params = await newRisk(ours)
    await ours.client.call(linkControl, { params, body: { controlId, effect: 'loss', reduction } })
    const again = ours.client.call(linkControl, { params, body: { controlId, effect: 'loss', reduction } })
    await expect(again).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'already_linked' }] } })
    const other = await ours.client.call(linkControl, { params, body: { controlId, effect: 'frequency', reduction } })
    const merged = ours.client.call(updateControlLink, {
      params: { ...params, linkId: other.id },
      ifMatch: 1,
      body: { effect: 'loss' },
    })
    await expect(merged).rejects.toMatchObject({ status: 409 })
  })

  it.each([
    ['more than all of it', { low: 0.5, high: 1.2 }, 'reduction.high'],
    ['less than nothing', { low: -0.1, high: 0.2 }, 'reduction.low'],
    ['upside down', { low: 0.5, high: 0.2 }, 'reduction.high'],
  ])('take away a share: %s is refused', async (_case, wrong, path) => {
    const params = await newRisk(ours)
    const call = ours.client.call(linkControl, { params, body: { controlId, effect: 'loss', reduction: wrong } })
    await expect(call).rejects.toMatchObject({ status: 422, problem: { errors: [{ path }] } })
  })

  it('are those of this organisation, seen by everybody in it and changed by contributors', async () => {
    const theirs = await server.createOrganization('Theirs')
    const params = await newRisk(ours)
    const theirParams = await newRisk(theirs)
    const body = { controlId: await controlOf(theirs), effect: 'loss' as const, reduction }
    await expect(ours.client.call(linkControl, { params, body })).rejects.toMatchObject({ status: 404 })
    const theirLink = await theirs.client.call(linkControl, { params: theirParams, body })
    const mixed = { ...params, linkId: theirLink.id }
    await expect(ours.client.call(updateControlLink, { params: mixed, ifMatch: 1, body: {} })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      ours.client.call(listControlLinks, { params: { ...params, riskId: theirParams.riskId } }),
    ).rejects.toMatchObject({ status: 404 })
    const reader = await ours.clientAs('reader')
    expect((await reader.call(listControlLinks, { params })).items).toEqual([])
    await expect(reader.call(linkControl, { params, body: { ...body, controlId } })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('contain events with a chance, of the part they reach, and save what the risk says of a contained one', async () => {
    const { client } = ours
    const params = await newRisk(ours)
    const make = (body: object) =>
      client.call(linkControl, { params, body: { controlId, effect: 'response', reduction, ...body } })
    await expect(make({})).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'saving_unknown' }] },
    })
    const link = await make({ saved: 0.8, coverage: 0.5 })
    expect(link).toMatchObject({ effect: 'response', coverage: 0.5, saved: 0.8 })
    expect(await client.call(getRisk, { params })).toMatchObject({ containedSaved: 0.8 })
    await expect(make({})).rejects.toMatchObject({
      problem: { refusals: [{ message: expect.stringContaining('already contains events of this risk') }] },
    })
    const one = { ...params, linkId: link.id }
    const changed = await client.call(updateControlLink, {
      params: one,
      ifMatch: link.version,
      body: { saved: 0.6, coverage: 1 },
    })
    expect(changed).toMatchObject({ saved: 0.6, coverage: 1 })
    const rarer = await client.call(updateControlLink, {
      params: one,
      ifMatch: changed.version,
      body: { effect: 'frequency' },
    })
    expect(rarer).toMatchObject({ effect: 'frequency', saved: null })
    for (const wrong of [{ coverage: 1.2 }, { saved: -0.1 }, { coverage: null }])
      await expect(make(wrong)).rejects.toMatchObject({ status: 422 })
  })
})
