import type { Client } from '@sinew/contract/client.ts'
import { getControl } from '@sinew/contract/control/control-contract.ts'
import { listExpiring } from '@sinew/contract/evidence/evidence-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { pictureChances } from '@sinew/core/portfolio/year-picture.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { newId } from '../db/identity.ts'
import {
  change,
  foundExample,
  insertAcceptance,
  insertEvidence,
  type TestChain,
  writeTestChain,
} from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

const dayMs = 86_400_000
const start = Date.now() - 300 * dayMs
const day = (days: number) => new Date(start + days * dayMs)

let server: TestServer
let chain: TestChain
let client: Client
let params: { readonly organizationId: string }

/** Proven on day 1, accepted on day 2, an action due on day 60, stale from day 181, looked at on day 216. */
beforeAll(async () => {
  server = await startTestServer()
  const { services } = server
  const organizationId = await foundExample(services, day(0))
  params = { organizationId }
  chain = await writeTestChain(services, organizationId, day(0))
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
    await tx
      .updateTable('risk')
      .set({ review_at: day(90) })
      .where('id', '=', chain.riskId)
      .execute()
  })
  await recompute(services, organizationId, { at: day(1) })
  await change(services, organizationId, { at: day(2) }, (tx) => insertAcceptance(tx, chain, day(2)))
  await recompute(services, organizationId, { at: day(2) })
  await recompute(services, organizationId, { at: day(216) })
  client = await server.clientOf(organizationId)
})

describe('the pulse', () => {
  it('says how things stand, what moved, what is due and what to do next', async () => {
    const pulse = await client.call(getPulse, { params })
    expect(pulse.portfolio).toMatchObject({
      inherentMinor: 40_000_000,
      claimedMinor: 20_000_000,
      countedRisks: 1,
      unestimatedRisks: 0,
      controls: { stale: 1, unproven: 92, proven: 0 },
    })
    const { picture, tail } = pulse.portfolio ?? {}
    const chances = pictureChances(tail?.proven.noneProbability ?? 0)
    expect(picture?.provenMinor).toHaveLength(chances.length)
    expect(picture?.provenMinor[chances.indexOf(0.01)]).toBe(tail?.proven.exceededMinor[100])
    const { provenMinor = 0, gapMinor } = pulse.portfolio ?? {}
    expect(gapMinor).toBe(provenMinor - 20_000_000)
    expect(pulse.history.at(-1)).toMatchObject({ gapMinor, provenMinor })
    expect(pulse.attention.counts).toEqual(
      expect.arrayContaining([
        { kind: 'evidence_stale', count: 1 },
        { kind: 'acceptance_reopened', count: 1 },
        { kind: 'action_overdue', count: 1 },
      ]),
    )
    const stale = pulse.attention.items.find((item) => item.kind === 'evidence_stale')
    expect(stale).toMatchObject({ ref: 'A.8.13', worthMinor: gapMinor })
    expect(pulse.attention.items.find((item) => item.kind === 'action_overdue')).toMatchObject({
      personName: 'J. Doe',
      dueAt: day(60).toISOString(),
    })
    expect(pulse.next).toMatchObject({ kind: 'attention', entity: 'acceptance' })
    expect(pulse.reviews).toMatchObject({ total: 1, items: [{ entity: 'risk', id: chain.riskId, ref: 'R-1' }] })
    expect(pulse.movements.items[0]?.sentence).toContain('reopened')
    expect(pulse.soa).toMatchObject({ approvedVersion: null, changed: { decision: 0, status: 0 } })
    expect(pulse.methodology).toMatchObject({ versionNumber: 1, isDefault: true })
    expect(pulse.waitingChanges).toBe(0)
  })

  it('orders work by the same money as the control and the list of what expires', async () => {
    const { attention, portfolio } = await client.call(getPulse, { params })
    const worthMinor = attention.items.find((item) => item.kind === 'evidence_stale')?.worthMinor
    expect(worthMinor).toBe(portfolio?.gapMinor)
    const expiring = await client.call(listExpiring, { params, query: { sort: '-worth' } })
    expect(expiring.items).toMatchObject([{ controlId: chain.controlId, freshness: 'stale', worthMinor }])
    const control = await client.call(getControl, { params: { ...params, controlId: chain.controlId } })
    expect(control.needs).toMatchObject([{ worthMinor }])
    // While it was fresh, another piece would have taken nothing off.
    const asOf = day(50).toISOString()
    const then = await client.call(getControl, { params: { ...params, controlId: chain.controlId }, query: { asOf } })
    expect(then.needs).toMatchObject([{ worthMinor: 0 }])
  })

  it('of the past is the pulse that was', async () => {
    const then = await client.call(getPulse, { params, query: { asOf: day(50).toISOString() } })
    expect(then).toMatchObject({ at: day(50).toISOString(), portfolio: { gapMinor: 0, provenMinor: 20_000_000 } })
    expect(then.attention.counts).toEqual([{ kind: 'action_due', count: 1 }])
    expect(then.reviews.total).toBe(0)
    expect(then.movements.total).toBe(3)
    expect(then.history.at(-1)?.gapMinor).toBe(0)
    const before = await client
      .call(getPulse, { params, query: { asOf: day(-1).toISOString() } })
      .catch((error) => error)
    expect(before).toMatchObject({ status: 404 })
  })

  it('of an organisation that just began says where to begin', async () => {
    const fresh = await server.createOrganization()
    const pulse = await fresh.client.call(getPulse, { params: { organizationId: fresh.organizationId } })
    expect(pulse).toMatchObject({
      computedAt: null,
      waitingChanges: 1,
      portfolio: null,
      next: { kind: 'first_risk' },
      movements: { total: 0 },
      history: [],
    })
    await recompute(server.services, fresh.organizationId)
    const after = await fresh.client.call(getPulse, { params: { organizationId: fresh.organizationId } })
    expect(after).toMatchObject({ waitingChanges: 0, portfolio: { gapMinor: 0, countedRisks: 0 } })
  })

  it('is shown to every role, and to nobody else', async () => {
    const { organizationId } = params
    expect((await (await server.clientOf(organizationId, 'reader')).call(getPulse, { params })).currency).toBe('EUR')
    const theirs = await server.createOrganization()
    await expect(theirs.client.call(getPulse, { params })).rejects.toMatchObject({ status: 404 })
  })
})
