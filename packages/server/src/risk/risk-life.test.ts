import { listControls } from '@sinew/contract/control/control-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import {
  createRisk,
  editRisks,
  estimateRisk,
  explainRisk,
  getRisk,
  listRisks,
  moveRisk,
  type RiskDetail,
  updateRisk,
} from '@sinew/contract/risk/risk-contract.ts'
import { createRisksFromThreats } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { cancelAction, createAction } from '@sinew/contract/treatment/action-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let ownerId: string
let controlId: string
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  ownerId = (await ours.client.call(createPerson, { params, body: { name: 'Ada' } })).id
  const controls = await ours.client.call(listControls, { params, query: { q: 'A.8.13' } })
  controlId = controls.items[0]?.id ?? ''
})

const estimate = { frequency: { low: 0.1, high: 1 }, lossMinor: { low: 1_000_000, high: 9_000_000 }, note: 'Guess' }
const at = (risk: { readonly id: string }) => ({ organizationId: ours.organizationId, riskId: risk.id })
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

function add(title: string, owner: string | null = ownerId): Promise<RiskDetail> {
  return ours.client.call(createRisk, {
    params: { organizationId: ours.organizationId },
    body: { title, ownerId: owner },
  })
}

async function assessed(title: string): Promise<RiskDetail> {
  const risk = await add(title)
  const estimated = await ours.client.call(estimateRisk, { params: at(risk), ifMatch: risk.version, body: estimate })
  return move(estimated, 'assessed')
}

function move(risk: RiskDetail, to: 'draft' | 'assessed' | 'treated' | 'closed', reason = ''): Promise<RiskDetail> {
  return ours.client.call(moveRisk, { params: at(risk), ifMatch: risk.version, body: { to, reason } })
}

const refusedWith = (...codes: readonly string[]) => ({
  status: 409,
  problem: { refusals: codes.map((code) => ({ code })) },
})

describe('the life of a risk', () => {
  it('goes from draft to assessed to treated to closed, and back', async () => {
    const risk = await assessed('Ransomware')
    expect(risk.status).toBe('assessed')
    await ours.client.call(linkControl, {
      params: at(risk),
      body: { controlId, effect: 'loss', reduction: { low: 0.3, high: 0.6 } },
    })
    const decided = await ours.client.call(updateRisk, {
      params: at(risk),
      ifMatch: risk.version,
      body: { treatment: 'modify' },
    })
    const treated = await move(decided, 'treated')
    expect(treated.status).toBe('treated')
    const closed = await move(treated, 'closed', 'The product was sold')
    expect(closed).toMatchObject({ status: 'closed', closedReason: 'The product was sold', reviewOverdue: false })
    const edit = ours.client.call(updateRisk, { params: at(risk), ifMatch: closed.version, body: { title: 'X' } })
    await expect(edit).rejects.toMatchObject(refusedWith('risk-closed'))
    const anew = ours.client.call(estimateRisk, { params: at(risk), ifMatch: closed.version, body: estimate })
    await expect(anew).rejects.toMatchObject(refusedWith('risk-closed'))
    const link = ours.client.call(linkControl, {
      params: at(risk),
      body: { controlId, effect: 'frequency', reduction: { low: 0.3, high: 0.6 } },
    })
    await expect(link).rejects.toMatchObject(refusedWith('risk-closed'))
    const plan = ours.client.call(createAction, { params: at(risk), body: { title: 'X', dueAt: inAWeek() } })
    await expect(plan).rejects.toMatchObject(refusedWith('action-risk-closed'))
    const open = await move(closed, 'assessed')
    expect(open).toMatchObject({ status: 'assessed', closedReason: '' })
  })

  it('says why it cannot be assessed yet', async () => {
    const risk = await add('Unfinished', null)
    await expect(move(risk, 'assessed')).rejects.toMatchObject(refusedWith('risk-no-owner', 'risk-not-estimated'))
    await expect(move(risk, 'treated')).rejects.toMatchObject(refusedWith('risk-move-not-allowed'))
    await expect(move(risk, 'draft')).rejects.toMatchObject(refusedWith('risk-already-there'))
    const toAccepted = ours.client.call(moveRisk, {
      params: at(risk),
      ifMatch: 1,
      body: { to: 'accepted' as 'treated' },
    })
    await expect(toAccepted).rejects.toMatchObject({ status: 422 })
  })

  it.each([
    [null, 'risk-no-option'],
    ['modify', 'risk-modify-without-control'],
    ['share', 'risk-option-without-action'],
  ] as const)('says why it is not treated: %s', async (treatment, code) => {
    const risk = await assessed(`Option ${treatment}`)
    const decided = await ours.client.call(updateRisk, { params: at(risk), ifMatch: risk.version, body: { treatment } })
    await expect(move(decided, 'treated')).rejects.toMatchObject(refusedWith(code))
  })

  it('does not close while something is open, and only for a reason', async () => {
    const risk = await assessed('Supplier fails')
    const decided = await ours.client.call(updateRisk, {
      params: at(risk),
      ifMatch: risk.version,
      body: { treatment: 'share' },
    })
    const action = await ours.client.call(createAction, {
      params: at(risk),
      body: { title: 'Insure', dueAt: inAWeek(), ownerId },
    })
    await expect(move(decided, 'closed')).rejects.toMatchObject(
      refusedWith('risk-actions-open', 'risk-close-without-reason'),
    )
    await ours.client.call(cancelAction, {
      params: { organizationId: ours.organizationId, actionId: action.id },
      ifMatch: 1,
      body: { reason: 'No insurer takes it' },
    })
    expect((await move(decided, 'closed', 'Supplier replaced')).status).toBe('closed')
  })

  it('is moved by whoever saw its newest version', async () => {
    const risk = await assessed('Seen')
    await expect(move({ ...risk, version: 1 }, 'draft')).rejects.toMatchObject({ status: 412 })
  })

  it('makes whoever calls proposed figures assessed their assessor', async () => {
    const { items } = await ours.client.call(createRisksFromThreats, {
      params: { organizationId: ours.organizationId },
      body: { threatIds: ['T-ransomware-phishing'], ownerId },
    })
    const [proposed] = items
    const taken = await ours.client.call(moveRisk, {
      params: at({ id: proposed?.id ?? '' }),
      ifMatch: 1,
      body: { to: 'assessed' },
    })
    expect(taken).toMatchObject({ assessedByName: 'Olga Owner', assessedMethodology: 1, status: 'assessed' })
  })
})

describe('several risks at once', () => {
  const several = (risks: readonly RiskDetail[]) => risks.map(({ id, version }) => ({ riskId: id, version }))
  const edit = (
    risks: readonly RiskDetail[],
    change: { ownerId?: string | null; category?: string; status?: 'assessed' },
  ) =>
    ours.client.call(editRisks, {
      params: { organizationId: ours.organizationId },
      body: { items: several(risks), change, reason: 'Yearly review' },
    })

  it('get an owner, a category and a status in one step', async () => {
    const risks = [await add('One', null), await add('Two', null)]
    for (const [index, risk] of risks.entries()) {
      risks[index] = await ours.client.call(estimateRisk, { params: at(risk), ifMatch: 1, body: estimate })
    }
    const { items } = await edit(risks, { ownerId, category: 'Physical', status: 'assessed' })
    expect(items).toMatchObject([
      { title: 'One', ownerName: 'Ada', category: 'Physical', status: 'assessed' },
      { title: 'Two', ownerName: 'Ada', category: 'Physical', status: 'assessed' },
    ])
  })

  it('are all changed or none, with the reason for each', async () => {
    const fine = await ours.client.call(estimateRisk, {
      params: at(await add('Fine')),
      ifMatch: 1,
      body: estimate,
    })
    const unfinished = await add('Unfinished', null)
    const wrong = edit([fine, unfinished], { category: 'New', status: 'assessed' })
    await expect(wrong).rejects.toMatchObject(refusedWith('risk-no-owner', 'risk-not-estimated'))
    await expect(wrong).rejects.toThrow(`R-${unfinished.number}: The risk has no owner`)
    expect(await ours.client.call(getRisk, { params: at(fine) })).toMatchObject({
      category: '',
      status: 'draft',
      version: 2,
    })
  })

  it('name those that changed meanwhile, and change nothing', async () => {
    const risks = [await add('First'), await add('Second')]
    const [first, second] = risks
    await ours.client.call(updateRisk, { params: at(second ?? { id: '' }), ifMatch: 1, body: { title: 'Newer' } })
    await expect(edit(risks, { category: 'New' })).rejects.toMatchObject({
      status: 412,
      problem: { errors: [{ path: 'items.1' }] },
    })
    expect((await ours.client.call(getRisk, { params: at(first ?? { id: '' }) })).category).toBe('')
  })

  it('are of this organisation, named once, with something to change', async () => {
    const theirs = await server.createOrganization('Theirs')
    const foreign = await theirs.client.call(createRisk, {
      params: { organizationId: theirs.organizationId },
      body: { title: 'Theirs' },
    })
    const own = await add('Own')
    await expect(edit([own, foreign], { category: 'New' })).rejects.toMatchObject({ status: 404 })
    await expect(edit([own, own], { category: 'New' })).rejects.toMatchObject({ status: 422 })
    await expect(edit([own], {})).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'change' }] } })
    await expect(edit([], { category: 'New' })).rejects.toMatchObject({ status: 422 })
    await expect(edit([own], { ownerId: foreign.id })).rejects.toMatchObject({ status: 404 })
    expect((await ours.client.call(getRisk, { params: at(own) })).version).toBe(1)
  })
})

describe('the derived state in the register', () => {
  it('is explained by the same tree as everywhere, down to what it was made from', async () => {
    const risk = await assessed('Explained')
    await ours.client.call(linkControl, {
      params: at(risk),
      body: { controlId, effect: 'loss', reduction: { low: 0.3, high: 0.6 } },
    })
    await recompute(server.services, ours.organizationId)
    const { state } = await ours.client.call(getRisk, { params: at(risk) })
    const proven = await ours.client.call(explainRisk, { params: at(risk) })
    expect(proven).toMatchObject({ unit: 'minor', source: { entity: 'risk', id: risk.id } })
    expect(Math.round(Number(proven.value))).toBe(state?.provenMinor)
    expect(JSON.stringify(proven)).toContain('A.8.13')
    const target = await ours.client.call(explainRisk, { params: at(risk), query: { state: 'target' } })
    expect(Number(target.value)).toBeCloseTo(Number(proven.value) * (1 - 0.45), 3)
    const draft = await add('Not estimated')
    expect(await ours.client.call(explainRisk, { params: at(draft) })).toMatchObject({ value: null })
    const theirs = await server.createOrganization('Theirs')
    const mixed = { organizationId: theirs.organizationId, riskId: risk.id }
    await expect(theirs.client.call(explainRisk, { params: mixed })).rejects.toMatchObject({ status: 404 })
    const wrong = ours.client.call(explainRisk, { params: at(risk), query: { state: 'hoped' as 'proven' } })
    await expect(wrong).rejects.toMatchObject({ status: 400 })
  })

  it('is filtered and sorted by level, bands, appetite and money', async () => {
    const org = await server.createOrganization()
    const params = { organizationId: org.organizationId }
    const price = async (title: string, high: number) => {
      const risk = await org.client.call(createRisk, { params, body: { title } })
      const lossMinor = { low: high / 10, high }
      await org.client.call(estimateRisk, {
        params: { ...params, riskId: risk.id },
        ifMatch: 1,
        body: { ...estimate, lossMinor },
      })
    }
    await price('Small', 100_000)
    await price('Large', 900_000_000)
    await org.client.call(createRisk, { params, body: { title: 'Unknown' } })
    expect((await org.client.call(listRisks, { params })).items.every((risk) => risk.state === null)).toBe(true)
    await recompute(server.services, org.organizationId)
    const { items } = await org.client.call(listRisks, { params })
    expect(items.map(({ title }) => title)).toEqual(['Large', 'Small', 'Unknown'])
    const [large, small, unknown] = items
    expect(large).toMatchObject({ aboveAppetite: true, state: { provenLevel: 'high', gapMinor: 0 } })
    expect(small).toMatchObject({ aboveAppetite: false, state: { provenLevel: 'low' } })
    expect(unknown).toMatchObject({ aboveAppetite: false, state: null })
    const titles = async (query: Record<string, unknown>) =>
      (await org.client.call(listRisks, { params, query })).items.map(({ title }) => title)
    expect(await titles({ level: 'high' })).toEqual(['Large'])
    expect(await titles({ level: ['low', 'medium'], state: 'inherent' })).toEqual(['Small'])
    expect(await titles({ aboveAppetite: true })).toEqual(['Large'])
    expect(await titles({ aboveAppetite: false, sort: 'title' })).toEqual(['Small', 'Unknown'])
    const { likelihood, consequence } = large?.state?.bands.target ?? { likelihood: -1, consequence: -1 }
    expect(await titles({ state: 'target', likelihoodBand: likelihood, consequenceBand: consequence })).toEqual([
      'Large',
    ])
    expect(await titles({ sort: 'level' })).toEqual(['Small', 'Large', 'Unknown'])
  })
})
