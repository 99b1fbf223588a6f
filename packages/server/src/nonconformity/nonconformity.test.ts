import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import {
  correctiveActions,
  improvements,
  nonconformities,
} from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const day = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString()

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  const found = { title: 'A leaver kept an account', requirements: ['8.1.criteria', 'A.5.18'], foundAt: daysAgo(40) }
  const made = await client.call(nonconformities.create, { params, body: { ...found, ownerId: anna.id } })
  const one = { ...params, nonconformityId: made.id }
  const current = () => client.call(nonconformities.get, { params: one })
  const fill = async (body: object) =>
    client.call(nonconformities.update, { params: one, ifMatch: (await current()).version, body })
  const move = async (to: string, reason?: string, by = client) =>
    by.call(nonconformities.move, { params: one, ifMatch: (await current()).version, body: { to, reason } })
  return { client, clientAs, params, anna, found, made, one, current, fill, move }
}

const refused = (code: string) => ({
  status: 409,
  problem: { refusals: expect.arrayContaining([expect.objectContaining({ code })]) },
})

describe('nonconformities', () => {
  it('go their way from open to closed, and each step says what it lacks', async () => {
    const { client, params, anna, one, made, fill, move, current } = await scene()
    expect(made).toMatchObject({ state: 'open', isRecurrence: false, isOverdue: false, grade: 'minor' })
    await expect(move('contained')).rejects.toMatchObject(refused('no_correction'))
    await fill({ correction: 'Account removed.', correctedAt: daysAgo(39), consequences: 'None: never used.' })
    await move('contained')
    await fill({ causeMethod: 'five_whys', cause: 'Human error', elsewhere: 'none', extent: 'All accounts looked at.' })
    await expect(move('analysed')).rejects.toMatchObject(refused('human_error'))
    await fill({ whys: ['Forgotten', 'Not on the list', 'Nobody owns the list'], cause: 'The list has no owner.' })
    await move('analysed')
    await fill({ actionDecision: 'action', criterion: 'Three months without one.', checkDueAt: daysAgo(-60) })
    await expect(move('planned')).rejects.toMatchObject(refused('no_action'))
    const action = await client.call(correctiveActions.create, {
      params,
      body: { nonconformityId: made.id, title: 'Give the list an owner', ownerId: anna.id, dueAt: daysAgo(10) },
    })
    expect(await current()).toMatchObject({ isOverdue: true })
    await move('planned')
    await move('approved')
    await expect(move('done')).rejects.toMatchObject(refused('actions_open'))
    const oneAction = { ...params, correctiveActionId: action.id }
    await expect(
      client.call(correctiveActions.update, { params: oneAction, ifMatch: 1, body: { doneAt: daysAgo(5) } }),
    ).rejects.toMatchObject({ status: 422 })
    const doneBody = { doneAt: daysAgo(5), proof: 'Ticket 42' }
    await client.call(correctiveActions.update, { params: oneAction, ifMatch: 1, body: doneBody })
    await move('done')
    await expect(move('closed')).rejects.toMatchObject({ status: 409 })
    await expect(move('checked')).rejects.toMatchObject(refused('no_check'))
    await fill({ effectSeen: 'None found in three months.' })
    await move('checked')
    expect(await move('closed')).toMatchObject({ state: 'closed', closedBy: { name: expect.any(String) } })
    await expect(fill({ cause: 'Another' })).rejects.toMatchObject({ status: 409 })
    await expect(client.call(correctiveActions.remove, { params: oneAction, ifMatch: 2 })).rejects.toMatchObject(
      refused('held'),
    )
    const history = await client.call(listHistory, {
      params: { ...params, entity: 'nonconformity', entityId: made.id },
    })
    expect(history.items.map(({ entity }) => entity)).toContain('corrective_action')
    await expect(move('open')).rejects.toMatchObject({ status: 422 })
    const again = await move('open', 'Found another account in the next comparison.')
    expect(again).toMatchObject({ state: 'open', reopenings: 1, checkedAt: null, doneAt: null, closedById: null })
    expect(one.nonconformityId).toBe(made.id)
  })

  it('stay in the database as they were closed', async () => {
    const { params, fill, move, one } = await scene()
    await fill({
      correction: 'Removed.',
      correctedAt: daysAgo(39),
      consequences: 'None.',
      causeMethod: 'other',
      cause: 'The list has no owner.',
      elsewhere: 'none',
      extent: 'Everywhere.',
      actionDecision: 'none',
      noActionReason: 'The system is gone.',
      criterion: 'It stays gone.',
      checkDueAt: daysAgo(1),
      effectSeen: 'It is gone.',
    })
    for (const to of ['contained', 'analysed', 'planned', 'approved', 'done', 'checked', 'closed']) await move(to)
    const change = server.services.pools.owner.query(
      "select set_config('app.organization_id', $1, false); ".replace('$1', `'${params.organizationId}'`) +
        `update nonconformity set cause = 'x' where id = '${one.nonconformityId}'`,
    )
    await expect(change).rejects.toThrow('a closed nonconformity does not change')
  })

  it('tell when the same requirement was missed before', async () => {
    const { client, params, found, made } = await scene()
    const body = { ...found, title: 'Again', requirements: ['A.5.18'], foundAt: daysAgo(2) }
    const again = await client.call(nonconformities.create, { params, body })
    expect(again).toMatchObject({ isRecurrence: true, recursOf: `NC-${made.number}` })
    const other = { ...found, title: 'Other', requirements: ['A.8.13'], foundAt: daysAgo(1) }
    expect(await client.call(nonconformities.create, { params, body: other })).toMatchObject({ isRecurrence: false })
    const { items } = await client.call(nonconformities.list, { params, query: { isRecurrence: true } })
    expect(items.map(({ title }) => title)).toEqual(['Again'])
  })

  it('name requirements that exist, and days that were', async () => {
    const { client, params, found } = await scene()
    await expect(
      client.call(nonconformities.create, { params, body: { ...found, requirements: ['9.9', 'A.5.99'] } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'requirements' }] } })
    await expect(
      client.call(nonconformities.create, { params, body: { ...found, foundAt: daysAgo(-2) } }),
    ).rejects.toMatchObject({ status: 422 })
  })

  it('have plans that managers approve', async () => {
    const { clientAs, params, client } = await scene()
    const contributor = await clientAs('contributor')
    const idea = await contributor.call(improvements.create, { params, body: { title: 'One list of accounts' } })
    const one = { ...params, improvementId: idea.id }
    await expect(
      contributor.call(improvements.move, { params: one, ifMatch: 1, body: { to: 'accepted' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      client.call(improvements.move, { params: one, ifMatch: 1, body: { to: 'accepted' } }),
    ).rejects.toMatchObject(refused('no_owner'))
  })
})
