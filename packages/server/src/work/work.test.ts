import type { Client } from '@sinew/contract/client.ts'
import { interestedParties } from '@sinew/contract/context/context-contract.ts'
import { createObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { exportWork, getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { newId } from '../db/identity.ts'
import { change, foundExample, insertAcceptance, insertEvidence, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  return { client, clientAs, params, anna }
}

describe('the list of work', () => {
  it('holds what registers declare: a verb, a day, a person; undated too, and what is far off only when asked for', async () => {
    const { client, params, anna } = await scene()
    const party = (name: string, reviewAt: string | null, ownerId: string | null = anna.id) =>
      client.call(interestedParties.create, { params, body: { name, reviewAt, ownerId } })
    await party('Overdue', inDays(-3))
    await party('Soon', inDays(5))
    await party('Far', inDays(200))
    await party('Undated', null)
    await party('Nobody’s', inDays(1), null)
    const titles = async (query: object) =>
      (await client.call(listWork, { params, query })).items.map(({ title }) => title)
    expect(await titles({ kind: 'interested_party' })).toEqual(['Overdue', 'Nobody’s', 'Soon', 'Undated'])
    expect(await titles({ kind: 'interested_party', later: true })).toHaveLength(5)
    expect(await titles({ from: inDays(100), to: inDays(300) })).toEqual(['Far'])
    expect(await titles({ overdue: true })).toEqual(['Overdue'])
    expect(await titles({ loose: true, kind: 'interested_party' })).toEqual(['Nobody’s', 'Undated'])
    expect(await titles({ q: 'anna', sort: '-title' })).toEqual(['Undated', 'Soon', 'Overdue'])
    const [first] = (await client.call(listWork, { params, query: { overdue: true } })).items
    expect(first).toMatchObject({
      what: 'Review',
      ref: 'PA-1',
      when: 'overdue',
      person: { name: 'Anna Ames', ref: `P-${anna.number}` },
    })
    const csv = await (await client.download(exportWork, { params, query: { format: 'csv', overdue: true } })).text()
    expect(csv).toContain('PA-1,Review,Overdue,Interested party')
  })

  it('is mine where it names me, and, for those who manage, where it names nobody', async () => {
    const { client, clientAs, params, anna } = await scene()
    const { person: olga } = await client.call(getMyWork, { params })
    const review = (title: string, ownerId: string | undefined) =>
      client.call(createObligation, { params, body: { title, kind: 'law', reviewAt: inDays(-1), ownerId } })
    await review('Anna’s', anna.id)
    await review('Olga’s', olga?.id)
    await client.call(createRisk, { params, body: { title: 'Nobody answers for it' } })
    const mine = async (who: Client) =>
      (await who.call(listWork, { params, query: { whose: 'mine' } })).items.map(({ title, what }) => [what, title])
    const nobodys = ['Name an owner', 'Nobody answers for it']
    expect(await mine(client)).toEqual([['Review', 'Olga’s'], nobodys])
    expect(await mine(await clientAs('contributor'))).toEqual([])
    expect(await client.call(getMyWork, { params })).toMatchObject({
      person: { name: 'Olga Owner' },
      counts: { overdue: 1, today: 0, soon: 0, later: 0, undated: 1 },
    })
  })

  it('keeps what other organisations have to do to themselves', async () => {
    const { client, params } = await scene()
    await client.call(createRisk, { params, body: { title: 'Ours alone' } })
    const other = await scene()
    const { items } = await other.client.call(listWork, { params: other.params, query: { later: true } })
    expect(items.filter(({ title }) => title === 'Ours alone')).toEqual([])
  })
})

describe('work on the chain', () => {
  const start = Date.now() - 300 * dayMs
  const day = (days: number) => new Date(start + days * dayMs)
  let client: Client
  let params: { readonly organizationId: string }
  beforeAll(async () => {
    const { services } = server
    const organizationId = await foundExample(services, day(0))
    params = { organizationId }
    const chain = await writeTestChain(services, organizationId, day(0))
    await recompute(services, organizationId, { at: day(0) })
    await change(services, organizationId, { at: day(1) }, async (tx) => {
      await insertEvidence(tx, chain, { collectedAt: day(1) })
      const action = {
        id: newId(),
        number: 1,
        risk_id: chain.riskId,
        control_id: chain.controlId,
        owner_id: chain.personId,
      }
      await tx
        .insertInto('treatment_action')
        .values({ organization_id: organizationId, ...action, title: 'Buy a second site', due_at: day(60) })
        .execute()
    })
    await change(services, organizationId, { at: day(2) }, (tx) => insertAcceptance(tx, chain, day(2)))
    await recompute(services, organizationId, { at: day(216) })
    client = await server.clientOf(organizationId)
  })

  it('is due as the chain says: evidence by its worth, actions and acceptances by their day', async () => {
    const { attention } = await client.call(getPulse, { params })
    const { items } = await client.call(listWork, { params })
    const stale = attention.items.find(({ kind }) => kind === 'evidence_stale')
    expect(items.find(({ kind }) => kind === 'evidence')).toMatchObject({
      what: 'Renew evidence',
      entityId: stale?.id,
      dueAt: stale?.dueAt,
      when: 'overdue',
    })
    expect(items.find(({ kind }) => kind === 'action')).toMatchObject({ what: 'Finish', ref: 'T-1', when: 'overdue' })
    const all = await client.call(listWork, { params, query: { later: true, kind: 'acceptance' } })
    expect(all.items).toMatchObject([{ what: 'Decide again', ref: 'R-1', when: 'later' }])
    const method = await client.call(listWork, { params, query: { later: true, kind: 'methodology' } })
    expect(method.items).toMatchObject([{ what: 'Review', title: 'Risk methodology', dueAt: day(365).toISOString() }])
  })

  it('is read as of a past instant, when the evidence was fresh', async () => {
    const asOf = day(30).toISOString()
    const { items } = await client.call(listWork, { params, query: { asOf } })
    expect(items.filter(({ kind }) => kind === 'evidence')).toEqual([])
    expect(items.find(({ kind }) => kind === 'action')).toMatchObject({ when: 'later' })
  })
})
