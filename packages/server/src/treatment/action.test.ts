import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { createRisk, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import {
  type Action,
  cancelAction,
  completeAction,
  createAction,
  deleteAction,
  exportActions,
  getAction,
  listActions,
  listDueDateChanges,
  reopenAction,
  updateAction,
} from '@sinew/contract/treatment/action-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let riskId: string
let ownerId: string
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  riskId = (await ours.client.call(createRisk, { params, body: { title: 'Ransomware' } })).id
  ownerId = (await ours.client.call(createPerson, { params, body: { name: 'Ada' } })).id
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

function plan(title: string, dueAt = inDays(30), more: { readonly ownerId?: string } = {}): Promise<Action> {
  const params = { organizationId: ours.organizationId, riskId }
  return ours.client.call(createAction, { params, body: { title, dueAt, ...more } })
}

const at = (action: Action) => ({ organizationId: ours.organizationId, actionId: action.id })

describe('an action', () => {
  it('says what, who, by when and for how much', async () => {
    const { client, organizationId } = ours
    const action = await client.call(createAction, {
      params: { organizationId, riskId },
      body: { title: 'Buy a second backup', dueAt: inDays(10), ownerId, costMinor: 250_000, note: 'Two offers' },
    })
    expect(action).toMatchObject({
      number: 1,
      status: 'open',
      overdue: false,
      ownerName: 'Ada',
      costMinor: 250_000,
      riskNumber: 1,
      riskTitle: 'Ransomware',
      controlRef: null,
    })
    const changed = await client.call(updateAction, { params: at(action), ifMatch: 1, body: { costMinor: 300_000 } })
    expect(changed).toMatchObject({ version: 2, costMinor: 300_000 })
    const stale = client.call(updateAction, { params: at(action), ifMatch: 1, body: { title: 'Mine' } })
    await expect(stale).rejects.toMatchObject({ status: 412 })
    expect((await client.call(getRisk, { params: { organizationId, riskId } })).actions[0]?.id).toBe(action.id)
    await client.call(deleteAction, { params: at(action), ifMatch: 2 })
    await expect(client.call(getAction, { params: at(action) })).rejects.toMatchObject({ status: 404 })
  })

  it('moves its due date only for a reason, and keeps every date it had', async () => {
    const { client } = ours
    const [first, second] = [inDays(5), inDays(50)]
    const action = await plan('Test the restore', first)
    await pause()
    const asOf = new Date().toISOString()
    await pause()
    const silent = client.call(updateAction, { params: at(action), ifMatch: 1, body: { dueAt: second } })
    await expect(silent).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'reason', message: 'Say why the due date moves.' }] },
    })
    // The same date again is no move.
    await client.call(updateAction, { params: at(action), ifMatch: 1, body: { dueAt: first, title: 'Test a restore' } })
    await client.call(updateAction, {
      params: at(action),
      ifMatch: 2,
      body: { dueAt: second, reason: 'Supplier is late' },
    })
    const { items } = await client.call(listDueDateChanges, { params: at(action) })
    expect(items).toMatchObject([
      { from: first, to: second, reason: 'Supplier is late', actorName: 'Olga Owner' },
      { from: null, to: first },
    ])
    expect((await client.call(listDueDateChanges, { params: at(action), query: { asOf } })).items).toHaveLength(1)
  })

  it('is done by somebody, given up for a reason, and taken up again', async () => {
    const { client } = ours
    const nobody = await plan('Nobody does it')
    const undone = client.call(completeAction, { params: at(nobody), ifMatch: 1, body: {} })
    await expect(undone).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'action-no-owner' }] } })

    const action = await plan('Train people', inDays(3), { ownerId })
    const done = await client.call(completeAction, { params: at(action), ifMatch: 1, body: { note: 'All but two' } })
    expect(done).toMatchObject({ status: 'done', overdue: false })
    expect(done.doneAt).not.toBeNull()
    const twice = client.call(completeAction, { params: at(action), ifMatch: 2, body: {} })
    await expect(twice).rejects.toMatchObject({ status: 409 })
    const late = client.call(cancelAction, { params: at(action), ifMatch: 2, body: { reason: 'Too late' } })
    await expect(late).rejects.toMatchObject({ problem: { refusals: [{ code: 'not_open' }] } })
    const open = await client.call(reopenAction, {
      params: at(action),
      ifMatch: 2,
      body: { reason: 'Two were missing' },
    })
    expect(open).toMatchObject({ status: 'open', doneAt: null })
    const again = client.call(reopenAction, { params: at(action), ifMatch: 3, body: { reason: 'Once more' } })
    await expect(again).rejects.toMatchObject({ problem: { refusals: [{ code: 'already_there' }] } })
    const cancelled = await client.call(cancelAction, {
      params: at(action),
      ifMatch: 3,
      body: { reason: 'Outsourced' },
    })
    expect(cancelled).toMatchObject({ status: 'cancelled', doneAt: null })
    const silent = client.call(cancelAction, { params: at(nobody), ifMatch: 1, body: { reason: ' ' } })
    await expect(silent).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'reason' }] } })
  })

  it('is found when overdue, across risks, and exported', async () => {
    const org = await server.createOrganization()
    const params = { organizationId: org.organizationId }
    const risk = await org.client.call(createRisk, { params, body: { title: 'Fire' } })
    const to = { ...params, riskId: risk.id }
    await org.client.call(createAction, { params: to, body: { title: '=late', dueAt: inDays(-3) } })
    await org.client.call(createAction, { params: to, body: { title: 'Soon', dueAt: inDays(3), costMinor: 12_345 } })
    const overdue = await org.client.call(listActions, { params, query: { overdue: true } })
    expect(overdue.items.map(({ title }) => title)).toEqual(['=late'])
    expect((await org.client.call(listActions, { params, query: { overdue: false } })).total).toBe(1)
    const all = await org.client.call(listActions, { params })
    expect(all.items.map(({ overdue: late }) => late)).toEqual([true, false])
    const third = await org.client.call(createAction, { params: to, body: { title: 'Past', dueAt: inDays(-9) } })
    const gone = { ...params, actionId: third.id }
    await org.client.call(cancelAction, { params: gone, ifMatch: 1, body: { reason: 'Not needed' } })
    const ordered = (await org.client.call(listActions, { params })).items.map(({ title }) => title)
    expect(ordered).toEqual(['=late', 'Soon', 'Past'])
    await org.client.call(deleteAction, { params: gone, ifMatch: 2 })
    expect((await org.client.call(listActions, { params, query: { number: 2 } })).items[0]?.title).toBe('Soon')
    expect((await org.client.call(listActions, { params, query: { q: 'soo', status: 'open' } })).total).toBe(1)
    for (const sort of ['dueAt', 'number', 'title', 'status', 'owner', 'risk', '-cost', 'updatedAt'] as const) {
      expect((await org.client.call(listActions, { params, query: { sort, riskId: risk.id } })).total).toBe(2)
    }
    expect(await org.client.call(getRisk, { params: to })).toMatchObject({ openActionCount: 2, overdueActionCount: 1 })
    const csv = await (await org.client.download(exportActions, { params })).text()
    expect(csv).toContain("T-1,'=late,R-1 Fire")
    expect(csv).toContain('123.45')
    const xlsx = await org.client.download(exportActions, { params, query: { format: 'xlsx' } })
    expect(xlsx.headers.get('content-disposition')).toContain('treatment-plan.xlsx')
  })

  it('is not planned without what and when, by strangers, or by readers', async () => {
    const { client, organizationId } = ours
    const wrong = client.call(createAction, {
      params: { organizationId, riskId },
      body: { title: ' ', dueAt: 'soon', costMinor: -1 },
    })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'title' }, { path: 'dueAt' }, { path: 'costMinor' }] },
    })
    const theirs = await server.createOrganization('Theirs')
    const mixed = { organizationId: theirs.organizationId, riskId }
    const foreign = theirs.client.call(createAction, { params: mixed, body: { title: 'X', dueAt: inDays(1) } })
    await expect(foreign).rejects.toMatchObject({ status: 404 })
    const reader = await ours.clientAs('reader')
    const body = { title: 'X', dueAt: inDays(1) }
    await expect(reader.call(createAction, { params: { organizationId, riskId }, body })).rejects.toMatchObject({
      status: 403,
    })
    expect((await reader.call(listActions, { params: { organizationId } })).page).toBe(1)
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
