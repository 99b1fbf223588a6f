import { auditChecks, audits } from '@sinew/contract/audit/audit-contract.ts'
import { listCitations } from '@sinew/contract/citation/citation-contract.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { documents, promises } from '@sinew/contract/document/document-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const daysFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

async function scene() {
  const ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const { items } = await ours.client.call(listControls, { params, query: { q: 'A.5.18' } })
  const control = items.find(({ ref }) => ref === 'A.5.18')
  return {
    ...ours,
    params,
    controlId: control?.id ?? '',
    at: { ...params, entity: 'control', entityId: control?.id ?? '' },
  }
}

describe('what names a control', () => {
  it('is found in every register, by reference and among requirements, also by its theme', async () => {
    const { client, params, controlId, at } = await scene()
    expect((await client.call(listCitations, { params: at })).groups).toEqual([])
    const policy = await client.call(documents.create, {
      params,
      body: { title: 'Access', cadenceDays: 365, controls: ['A.5.18'] },
    })
    await client.call(documents.create, { params, body: { title: 'Backup', cadenceDays: 365, controls: ['A.8.13'] } })
    await client.call(promises.create, {
      params,
      body: { title: 'Access is reviewed.', documentId: policy.id, controlId, cadenceDays: 90 },
    })
    const days = { startsAt: daysFrom(-5), endsAt: daysFrom(-1) }
    const whole = await client.call(audits.create, { params, body: { title: 'People', controls: ['A.5'], ...days } })
    const check = { auditId: whole.id, requirement: 'A.5.18', title: 'Access rights' }
    await client.call(auditChecks.create, { params, body: check })
    const missed = {
      title: 'A leaver kept an account',
      requirements: ['8.1.criteria', 'A.5.18'],
      foundAt: daysFrom(-4),
    }
    await client.call(nonconformities.create, { params, body: missed })

    const { groups } = await client.call(listCitations, { params: at })
    const shown = groups.map(({ title, items }) => [title, ...items.map(({ ref, as, state }) => [ref, as, state])])
    expect(shown.toSorted()).toEqual([
      ['Checklist', ['AC-1', ['Clause or control'], null]],
      ['Documents', ['D-1', ['Controls it serves'], null]],
      ['Internal audits', ['AU-1', ['Controls'], 'Planned']],
      ['Nonconformities', ['NC-1', ['Requirements'], 'Open']],
      ['Promises', ['PM-1', ['Control'], null]],
    ])
    const question = groups.find(({ entity }) => entity === 'audit_check')?.items[0]
    expect(question?.whole).toEqual({ id: whole.id, ref: 'AU-1', name: 'People' })
  })

  it('is counted whole and shown in part, the newest change first', async () => {
    const { client, params, at } = await scene()
    for (const title of ['One', 'Two', 'Three'])
      await client.call(documents.create, { params, body: { title, cadenceDays: 365, controls: ['A.5.18'] } })
    const { groups } = await client.call(listCitations, { params: at, query: { limit: 2 } })
    expect(groups).toMatchObject([{ total: 3, items: [{ name: 'Three' }, { name: 'Two' }] }])
  })

  it('is shown as of then, to whoever may read it, and to nobody outside', async () => {
    const { client, clientAs, params, at } = await scene()
    const before = new Date().toISOString()
    const found = { title: 'Missed', requirements: ['A.5.18'], foundAt: daysFrom(-1) }
    await client.call(nonconformities.create, { params, body: found })
    expect((await client.call(listCitations, { params: at, query: { asOf: before } })).groups).toEqual([])
    expect((await (await clientAs('auditor')).call(listCitations, { params: at })).groups).toHaveLength(1)
    const other = await server.createOrganization()
    const theirs = { params: { ...at, organizationId: other.organizationId } }
    await expect(other.client.call(listCitations, theirs)).rejects.toMatchObject({ status: 404 })
  })
})
