import {
  climateDecisions,
  contextIssues,
  interestedParties,
  ismsProcesses,
  ismsRisks,
  partyRequirements,
  processFeeds,
} from '@sinew/contract/context/context-contract.ts'
import { makeObligation } from '@sinew/contract/context/requirement-obligation-contract.ts'
import { getObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const years = (count: number) => new Date(Date.now() + count * 365 * 86_400_000).toISOString()

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  return { client, clientAs, params: { organizationId } }
}

describe('the context of the organisation', () => {
  it('says when the review of a watched issue is overdue, and closes it with a reason', async () => {
    const { client, params } = await scene()
    const issue = await client.call(contextIssues.create, {
      params,
      body: { title: 'A new law', kind: 'legal', effect: 'Reports within a day.', reviewAt: years(-1) },
    })
    expect(issue).toMatchObject({ number: 1, origin: 'external', status: 'watched', isOverdue: true })
    const one = { ...params, contextIssueId: issue.id }
    await expect(
      client.call(contextIssues.move, { params: one, ifMatch: 1, body: { to: 'closed' } }),
    ).rejects.toMatchObject({ status: 422 })
    const body = { to: 'closed', reason: 'It was repealed.' }
    const closed = await client.call(contextIssues.move, { params: one, ifMatch: 1, body })
    expect(closed).toMatchObject({ status: 'closed', isOverdue: false })
    await expect(
      client.call(contextIssues.update, { params: one, ifMatch: closed.version, body: { title: 'X' } }),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('decides on climate change with reasons, keeps each decision, and is open again when the newest has run out', async () => {
    const { client, clientAs, params } = await scene()
    const decide = (isRelevant: 'yes' | 'no', revisitAt: string, reasoning = 'Seen at each site.') =>
      client.call(climateDecisions.create, { params, body: { isRelevant, reasoning, revisitAt } })
    await expect(decide('no', years(1), ' ')).rejects.toMatchObject({ status: 422 })
    await expect(decide('no', years(-1))).rejects.toMatchObject({ status: 409 })
    const first = await decide('no', years(1))
    expect(first).toMatchObject({ standing: 'holds', title: 'Climate change is not a relevant issue' })
    const second = await decide('yes', years(2))
    const listed = await client.call(climateDecisions.list, { params, query: {} })
    expect(listed.items.map(({ standing }) => standing)).toEqual(['superseded', 'holds'])
    const one = { ...params, climateDecisionId: second.id }
    await expect(
      client.call(climateDecisions.update, { params: one, ifMatch: 1, body: { isRelevant: 'no' } }),
    ).rejects.toMatchObject({ status: 409, problem: { detail: expect.stringContaining('stays as it was written') } })
    await expect(client.call(climateDecisions.remove, { params: one, ifMatch: 1 })).rejects.toMatchObject({
      status: 409,
    })
    await expect(
      server.services.pools.owner.query("update climate_decision set is_relevant = 'no' where id = $1", [second.id]),
    ).rejects.toThrow()
    const manager = await clientAs('manager')
    server.setNow(new Date(Date.now() + 800 * 86_400_000))
    const later = await manager.call(climateDecisions.get, { params: one })
    server.setNow(null)
    expect(later.standing).toBe('overdue')
  })

  it('has an answer for each requirement that is addressed, and a reason for each that is not', async () => {
    const { client, params } = await scene()
    const party = await client.call(interestedParties.create, { params, body: { name: 'Clinics' } })
    const body = { partyId: party.id, title: 'Tell us of a breach within a day', source: 'Contract, annex 3' }
    for (const isAddressed of ['addressed', 'not_addressed'] as const)
      await expect(
        client.call(partyRequirements.create, { params, body: { ...body, isAddressed } }),
      ).rejects.toMatchObject({ status: 409 })
    const made = await client.call(partyRequirements.create, { params, body })
    const one = { ...params, partyRequirementId: made.id }
    const answered = await client.call(makeObligation, { params: one, ifMatch: 1, body: { kind: 'contract' } })
    expect(answered).toMatchObject({ isAddressed: 'addressed', obligation: { ref: 'O-1', name: body.title } })
    const obligationId = answered.obligationId ?? ''
    expect(await client.call(getObligation, { params: { ...params, obligationId } })).toMatchObject({
      kind: 'contract',
      party: 'Clinics',
      source: 'Contract, annex 3',
    })
    await expect(
      client.call(makeObligation, { params: one, ifMatch: answered.version, body: {} }),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('shows which processes feed which, and which never ran or are late', async () => {
    const { client, params } = await scene()
    const add = (name: string, lastRunAt: string | null) =>
      client.call(ismsProcesses.create, { params, body: { name, purpose: 'To know.', rhythm: 'yearly', lastRunAt } })
    const audit = await add('Internal audit', years(-2))
    const review = await add('Management review', null)
    expect([audit.run, review.run]).toEqual(['late', 'never'])
    const now = await client.call(ismsProcesses.update, {
      params: { ...params, ismsProcessId: audit.id },
      ifMatch: 1,
      body: { lastRunAt: years(-0.5) },
    })
    expect(now.run).toBe('on_time')
    const feed = { processId: review.id, fromProcessId: audit.id, title: 'Findings' }
    expect(await client.call(processFeeds.create, { params, body: feed })).toMatchObject({
      fromProcess: { ref: 'PR-1', name: 'Internal audit' },
    })
    await expect(
      client.call(processFeeds.create, { params, body: { ...feed, fromProcessId: review.id } }),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('judges whether the action on a risk of the ISMS itself worked', async () => {
    const { client, params } = await scene()
    const risk = await client.call(ismsRisks.create, { params, body: { title: 'One person knows it all' } })
    const one = { ...params, ismsRiskId: risk.id }
    const step = async (to: string) => {
      const { version } = await client.call(ismsRisks.get, { params: one })
      return client.call(ismsRisks.move, { params: one, ifMatch: version, body: { to } })
    }
    await expect(step('acted')).rejects.toMatchObject({ status: 409 })
    await client.call(ismsRisks.update, { params: one, ifMatch: 1, body: { action: 'Train a deputy.' } })
    await step('acted')
    await expect(step('judged')).rejects.toMatchObject({ status: 409 })
    const { version } = await client.call(ismsRisks.get, { params: one })
    const judgement = { worked: 'worked', judgement: 'She ran the last audit.' } as const
    await client.call(ismsRisks.update, { params: one, ifMatch: version, body: judgement })
    expect(await step('judged')).toMatchObject({ status: 'judged', judgedAt: expect.any(String) })
  })
})
