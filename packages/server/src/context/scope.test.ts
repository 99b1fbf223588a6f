import { scopeBoundaries, scopeVersions, services, sites } from '@sinew/contract/context/context-contract.ts'
import { exportScope, getScopeContent, startScopeVersion } from '@sinew/contract/context/scope-contract.ts'
import { getOrganization, updateOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { planChange } from '../test/plan-change.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const manager = await clientAs('manager')
  const move = async (who: typeof client, scopeVersionId: string, to: string, reason?: string) => {
    const one = { ...params, scopeVersionId }
    const { version } = await client.call(scopeVersions.get, { params: one })
    return who.call(scopeVersions.move, { params: one, ifMatch: version, body: { to, reason } })
  }
  const update = async (scopeVersionId: string, body: object) => {
    const one = { ...params, scopeVersionId }
    const { version } = await client.call(scopeVersions.get, { params: one })
    return client.call(scopeVersions.update, { params: one, ifMatch: version, body })
  }
  /** A draft that can be proposed. */
  const draft = async (title: string) => {
    const made = await client.call(startScopeVersion, { params, body: { title } })
    await update(made.id, { statement: `The service, ${title}.`, nextReviewAt: '2099-01-01T00:00:00Z' })
    await client.call(scopeBoundaries.create, {
      params,
      body: { scopeVersionId: made.id, title: `Cloud provider, ${title}`, reason: 'Encrypted, under contract.' },
    })
    return made.id
  }
  return { client, manager, params, organizationId, move, update, draft }
}

describe('the scope', () => {
  it('is proposed when it is whole, approved by somebody else, and then frozen by its hash', async () => {
    const { client, manager, params, move, update, draft } = await scene()
    const id = await draft('2026')
    await expect(move(client, id, 'proposed')).rejects.toMatchObject({ status: 409 })
    await client.call(sites.create, { params, body: { name: 'Head office' } })
    const attic = await client.call(sites.create, { params, body: { name: 'Attic', inScope: false } })
    await expect(move(client, id, 'proposed')).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('What is out of scope needs a reason: SI-2.') },
    })
    const siteId = attic.id
    await client.call(sites.update, {
      params: { ...params, siteId },
      ifMatch: 1,
      body: { reason: 'Nothing is kept there.' },
    })
    await move(client, id, 'proposed')
    await expect(update(id, { statement: 'Else' })).rejects.toMatchObject({ status: 409 })
    await expect(move(client, id, 'approved')).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('somebody else') },
    })
    const approved = await move(manager, id, 'approved')
    expect(approved).toMatchObject({ status: 'approved', approverName: 'Someone manager', approvedAlone: false })
    const one = { ...params, scopeVersionId: id }
    const before = await client.call(getScopeContent, { params: one })
    expect(before).toMatchObject({ isFrozen: true, hash: approved.contentHash, against: null, differences: [] })
    await client.call(sites.update, { params: { ...params, siteId }, ifMatch: 2, body: { name: 'Loft' } })
    expect(await client.call(getScopeContent, { params: one })).toEqual(before)
    await expect(
      server.services.pools.owner.query("update scope_version set statement = 'Else' where id = $1", [id]),
    ).rejects.toThrow()
    const border = { scopeVersionId: id, title: 'Another', reason: 'Late.' }
    await expect(client.call(scopeBoundaries.create, { params, body: border })).rejects.toMatchObject({ status: 409 })
    const json = await (await client.download(exportScope, { params: one, query: { format: 'json' } })).text()
    expect(JSON.parse(json)).toMatchObject({ title: '2026', sites: [{ name: 'Head office' }, { name: 'Attic' }] })
    const pdf = await client.download(exportScope, { params: one, query: {} })
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('changes only by a planned change, tells what differs, and is what the statement of applicability prints', async () => {
    const { client, manager, params, organizationId, move, update, draft } = await scene()
    await client.call(sites.create, { params, body: { name: 'Head office' } })
    const first = await draft('2026')
    await move(client, first, 'proposed')
    await move(manager, first, 'approved')
    const organization = await client.call(getOrganization, { params })
    expect(organization.scope).toBe('The service, 2026.')
    await expect(
      client.call(updateOrganization, { params, ifMatch: organization.version, body: { scope: 'By hand' } }),
    ).rejects.toMatchObject({ status: 409 })

    const second = await draft('2027')
    await client.call(services.create, { params, body: { name: 'Appointments' } })
    await move(client, second, 'proposed')
    await expect(move(manager, second, 'approved')).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('name the approved change') },
    })
    await move(client, second, 'draft', 'The change was forgotten.')
    const other = await planChange(client, organizationId, ['soa'], manager)
    await update(second, { changeId: other })
    await move(client, second, 'proposed')
    await expect(move(manager, second, 'approved')).rejects.toMatchObject({ status: 409 })
    await move(client, second, 'draft', 'It touches something else.')
    await update(second, { changeId: await planChange(client, organizationId, ['scope'], manager) })
    await move(client, second, 'proposed')
    await move(manager, second, 'approved')
    const answer = await client.call(getScopeContent, { params: { ...params, scopeVersionId: second } })
    expect(answer.against).toMatchObject({ ref: 'SC-1', title: '2026' })
    expect(answer.differences.map(({ part, name }) => [part, name])).toEqual([
      ['statement', ''],
      ['service', 'Appointments'],
      ['interface', 'Cloud provider, 2027'],
    ])
    const { items } = await client.call(scopeVersions.list, { params, query: {} })
    expect(items.map(({ status }) => status)).toEqual(['superseded', 'approved'])
  })
})
