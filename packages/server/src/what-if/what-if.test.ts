import { createControl, listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import { listHistory, restore } from '@sinew/contract/ledger/ledger-contract.ts'
import { createPerson, deactivatePerson } from '@sinew/contract/person/person-contract.ts'
import { createRisk, estimateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { createAction, listActions } from '@sinew/contract/treatment/action-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import {
  createWhatIf,
  deleteWhatIf,
  getWhatIf,
  listWhatIfs,
  planWhatIf,
  updateWhatIf,
} from '@sinew/contract/what-if/what-if-contract.ts'
import { noChange } from '@sinew/core/what-if/what-if.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const nothing = { ...noChange, controls: [], insurance: null }

/** Ransomware costs €10,000 a year for certain; backup, planned at €1,000 a year, would halve how often. */
async function aPlannedControl(of?: TestOrganization) {
  const { client, clientAs, organizationId } = of ?? (await server.createOrganization())
  const params = { organizationId }
  const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
  await client.call(estimateRisk, {
    params: { ...params, riskId: risk.id },
    ifMatch: risk.version,
    body: { frequency: { low: 1, high: 1 }, lossMinor: { low: 1_000_000, high: 1_000_000 }, note: 'For the test.' },
  })
  const [control] = (await client.call(listControls, { params, query: { ref: 'A.8.13' } })).items
  const controlId = control?.id ?? ''
  await client.call(updateControl, {
    params: { ...params, controlId },
    ifMatch: 1,
    body: { implementation: 'planned', opexMinor: 100_000 },
  })
  await client.call(linkControl, {
    params: { ...params, riskId: risk.id },
    body: { controlId, effect: 'frequency', reduction: { low: 0.5, high: 0.5 } },
  })
  const done = { ...nothing, controls: [{ controlId, change: 'done' as const }] }
  return { client, clientAs, params, riskId: risk.id, controlId, done }
}

describe('a what-if', () => {
  it('is saved with the figures of both worlds, found by number and name, and changed by whoever saw it last', async () => {
    const { client, params, done } = await aPlannedControl()
    const saved = await client.call(createWhatIf, {
      params,
      body: { name: ' What would backup bring? ', note: 'For the board.', content: done },
    })
    expect(saved).toMatchObject({
      number: 1,
      version: 1,
      name: 'What would backup bring?',
      content: done,
      actionCount: 0,
      figures: {
        today: { meanMinor: 1_000_000 },
        changed: { meanMinor: 500_000 },
        costMinor: 100_000,
        unknownCosts: 0,
      },
    })
    expect(saved.figures.today.oneInTwentyMinor).toBeGreaterThan(saved.figures.changed.oneInTwentyMinor)
    const one = { ...params, whatIfId: saved.id }
    expect(await client.call(getWhatIf, { params: one })).toEqual(saved)
    expect((await client.call(listWhatIfs, { params, query: { number: 1 } })).items).toEqual([saved])
    expect((await client.call(listWhatIfs, { params, query: { q: 'backup', sort: 'name' } })).total).toBe(1)
    expect((await client.call(listWhatIfs, { params, query: { q: 'nothing' } })).total).toBe(0)

    const renamed = await client.call(updateWhatIf, { params: one, ifMatch: 1, body: { name: 'Backup' } })
    expect(renamed).toMatchObject({ version: 2, name: 'Backup', figures: saved.figures })
    const today = await client.call(updateWhatIf, { params: one, ifMatch: 2, body: { content: nothing } })
    expect(today.figures).toMatchObject({ changed: { meanMinor: 1_000_000 }, costMinor: 0 })
    await expect(client.call(updateWhatIf, { params: one, ifMatch: 2, body: { name: 'X' } })).rejects.toMatchObject({
      status: 412,
    })
    await expect(client.call(updateWhatIf, { params: one, body: { name: 'X' } })).rejects.toMatchObject({ status: 428 })
    const history = await client.call(listHistory, { params: { ...params, entity: 'what_if', entityId: saved.id } })
    expect(history.items).toHaveLength(3)
  })

  it('is removed, and comes back from the ledger', async () => {
    const { client, params } = await aPlannedControl()
    const saved = await client.call(createWhatIf, { params, body: { name: 'Gone soon', content: nothing } })
    const one = { ...params, whatIfId: saved.id }
    await expect(client.call(deleteWhatIf, { params: one, ifMatch: 7 })).rejects.toMatchObject({ status: 412 })
    await client.call(deleteWhatIf, { params: one, ifMatch: 1 })
    await expect(client.call(getWhatIf, { params: one })).rejects.toMatchObject({ status: 404 })
    const history = await client.call(listHistory, { params: { ...params, entity: 'what_if', entityId: saved.id } })
    const deletionId = history.items[0]?.requestId ?? ''
    await client.call(restore, { params, body: { deletionId, reason: 'Needed' } })
    expect(await client.call(getWhatIf, { params: one })).toMatchObject({ name: 'Gone soon' })
  })

  it('prices insurance: per event, or off the whole year', async () => {
    const { client, params, riskId } = await aPlannedControl()
    const policy = { deductibleMinor: 200_000, limitMinor: 500_000, premiumMinor: 50_000 }
    const price = async (insurance: object) => {
      const content = { ...nothing, insurance: { ...policy, ...insurance } as never }
      return (await client.call(createWhatIf, { params, body: { name: 'Insured', content } })).figures
    }
    // Of each €10,000 the policy pays €5,000.
    expect(await price({ per: 'event', riskIds: [riskId] })).toMatchObject({
      changed: { meanMinor: 500_000 },
      costMinor: 50_000,
    })
    // Of the year it pays €5,000 whenever anything happens: 1 − 1/e.
    expect((await price({ per: 'year', riskIds: null })).changed.meanMinor).toBeCloseTo(1_000_000 - 316_060, -2)
  })

  it('is refused where it contradicts itself, and where it is no input', async () => {
    const { client, params, controlId, riskId } = await aPlannedControl()
    const save = (content: object, name = 'X') =>
      client.call(createWhatIf, { params, body: { name, content: { ...nothing, ...content } as never } })
    const policy = { deductibleMinor: 0, limitMinor: 1, premiumMinor: 0 }
    const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
    const off = { controlId, change: 'off' }
    await expect(save({ controls: [off, off] })).rejects.toMatchObject(refused('what_if_control_twice'))
    await expect(save({ insurance: { ...policy, per: 'year', riskIds: [riskId] } })).rejects.toMatchObject(
      refused('what_if_year_for_some'),
    )
    await expect(save({ insurance: { ...policy, per: 'event', riskIds: [] } })).rejects.toMatchObject(
      refused('what_if_covers_nothing'),
    )
    const invalid = { status: 422 }
    await expect(save({}, ' ')).rejects.toMatchObject(invalid)
    await expect(save({ controls: [{ controlId, change: 'share', share: 1.5 }] })).rejects.toMatchObject(invalid)
    await expect(save({ controls: [{ controlId, change: 'sold' }] })).rejects.toMatchObject(invalid)
    await expect(save({ aheadDays: -1 })).rejects.toMatchObject(invalid)
    await expect(save({ insurance: { ...policy, limitMinor: 0, per: 'event', riskIds: null } })).rejects.toMatchObject(
      invalid,
    )
    await expect(save({ controls: [{ controlId: riskId, change: 'off' }] })).rejects.toMatchObject({ status: 404 })
    await expect(save({ insurance: { ...policy, per: 'event', riskIds: [controlId] } })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('is read by all, written by writers, and unknown elsewhere', async () => {
    const { client, clientAs, params, done } = await aPlannedControl()
    const saved = await client.call(createWhatIf, { params, body: { name: 'Ours', content: nothing } })
    const one = { ...params, whatIfId: saved.id }
    const reader = await clientAs('reader')
    expect((await reader.call(getWhatIf, { params: one })).name).toBe('Ours')
    const body = { name: 'Mine', content: nothing }
    await expect(reader.call(createWhatIf, { params, body })).rejects.toMatchObject({ status: 403 })
    await expect(reader.call(deleteWhatIf, { params: one, ifMatch: 1 })).rejects.toMatchObject({ status: 403 })
    const stranger = await server.createOrganization('Another')
    const there = { organizationId: stranger.organizationId }
    await expect(stranger.client.call(getWhatIf, { params: { ...there, whatIfId: saved.id } })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      stranger.client.call(createWhatIf, { params: there, body: { name: 'Yours', content: done } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('a treatment plan from a what-if', () => {
  const dueAt = '2031-01-31T12:00:00Z'

  it('is made of all its actions, which point back, or of none', async () => {
    const { client, params, riskId, controlId, done } = await aPlannedControl()
    const owner = await client.call(createPerson, { params, body: { name: 'Olga' } })
    const saved = await client.call(createWhatIf, { params, body: { name: 'Backup', content: done } })
    const one = { ...params, whatIfId: saved.id }
    const action = { riskId, controlId, title: 'Set up backup', ownerId: owner.id, dueAt, costMinor: 5_000 }
    const { items } = await client.call(planWhatIf, { params: one, ifMatch: 1, body: { actions: [action] } })
    expect(items).toMatchObject([
      { title: 'Set up backup', ownerName: 'Olga', controlRef: 'A.8.13', whatIfNumber: 1, whatIfName: 'Backup' },
    ])
    expect(await client.call(getWhatIf, { params: one })).toMatchObject({ actionCount: 1 })
    expect((await client.call(listActions, { params, query: { whatIfId: saved.id } })).items).toEqual(items)

    // Nothing double, and of a plan that is refused in part nothing is made.
    const own = await client.call(createControl, { params, body: { title: 'Own', theme: 'people' } })
    const again = client.call(planWhatIf, {
      params: one,
      ifMatch: 1,
      body: { actions: [{ ...action, controlId: own.id }, action] },
    })
    await expect(again).rejects.toMatchObject({
      status: 409,
      problem: {
        refusals: [
          { code: 'plan_not_in_what_if' },
          { code: 'plan_not_linked' },
          { code: 'plan_open_already', message: 'A.8.13 on R-1 is planned already: T-1.' },
        ],
      },
    })
    expect((await client.call(listActions, { params })).total).toBe(1)

    await client.call(deleteWhatIf, { params: one, ifMatch: 1 })
    expect((await client.call(listActions, { params })).items).toMatchObject([{ whatIfNumber: null, whatIfName: null }])
  })

  it('made twice at once is made once', async () => {
    const { client, params, riskId, controlId, done } = await aPlannedControl()
    const saved = await client.call(createWhatIf, { params, body: { name: 'Backup', content: done } })
    const input = {
      params: { ...params, whatIfId: saved.id },
      ifMatch: 1,
      body: { actions: [{ riskId, controlId, title: 'Set up backup', ownerId: null, dueAt }] },
    }
    const answers = await Promise.allSettled([client.call(planWhatIf, input), client.call(planWhatIf, input)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await client.call(listActions, { params })).total).toBe(1)
  })

  it('asks for somebody who is there, words and a date, as any action does', async () => {
    const { client, params, riskId, controlId, done, clientAs } = await aPlannedControl()
    const left = await client.call(createPerson, { params, body: { name: 'Leo' } })
    await client.call(deactivatePerson, {
      params: { ...params, personId: left.id },
      ifMatch: left.version,
      body: { reason: 'Left the company.' } as never,
    })
    const saved = await client.call(createWhatIf, { params, body: { name: 'Backup', content: done } })
    const one = { ...params, whatIfId: saved.id }
    const action = { riskId, controlId, title: 'Set up backup', ownerId: null, dueAt }
    const plan = (change: object) =>
      client.call(planWhatIf, { params: one, ifMatch: 1, body: { actions: [{ ...action, ...change }] } })
    await expect(plan({ ownerId: left.id })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'action-owner-left' }] },
    })
    await expect(plan({ title: ' ' })).rejects.toMatchObject({ status: 422 })
    await expect(plan({ dueAt: 'soon' })).rejects.toMatchObject({ status: 422 })
    await expect(plan({ riskId: controlId })).rejects.toMatchObject({ status: 404 })
    await expect(plan({ controlId: riskId })).rejects.toMatchObject({ status: 404 })
    await expect(plan({ ownerId: riskId })).rejects.toMatchObject({ status: 404 })
    const twice = { params: one, ifMatch: 1, body: { actions: [action, action] } }
    await expect(client.call(planWhatIf, twice)).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'plan_twice' }] },
    })
    await expect(client.call(planWhatIf, { ...twice, ifMatch: 3 })).rejects.toMatchObject({ status: 412 })
    await expect((await clientAs('reader')).call(planWhatIf, twice)).rejects.toMatchObject({ status: 403 })
    await client.call(createAction, { params: { ...params, riskId }, body: { title: 'By hand', controlId, dueAt } })
    await expect(plan({})).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'plan_open_already' }] },
    })
  })
})
