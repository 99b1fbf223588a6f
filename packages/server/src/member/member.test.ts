import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import { type Client, createClient } from '@sinew/contract/client.ts'
import { listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import {
  changeRole,
  createInvitation,
  listInvitations,
  listMembers,
  type Member,
  removeMember,
} from '@sinew/contract/member/member-contract.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { createToken } from '@sinew/contract/token/token-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

type Scene = TestOrganization & { readonly params: { readonly organizationId: string } }

async function scene(): Promise<Scene> {
  const organization = await server.createOrganization()
  return { ...organization, params: { organizationId: organization.organizationId } }
}

async function memberOf(client: Client, organizationId: string, name: string): Promise<Member> {
  const { items } = await client.call(listMembers, { params: { organizationId }, query: { q: name } })
  const [member] = items
  if (!member) throw new Error(`No member ${name}`)
  return member
}

function change(client: Client, organizationId: string, member: Member, role: Member['role']) {
  const params = { organizationId, memberId: member.id }
  return client.call(changeRole, { params, ifMatch: member.version, body: { role } })
}

describe('members', () => {
  it('are listed with role, person and tokens, ranked as people rank roles', async () => {
    const { client, clientAs, params } = await scene()
    for (const role of ['reader', 'manager', 'auditor'] as const) await clientAs(role)
    const { items } = await client.call(listMembers, { params, query: { sort: 'role' } })
    expect(items.map(({ role }) => role)).toEqual(['owner', 'manager', 'auditor', 'reader'])
    expect(items[0]).toMatchObject({ isYou: true, name: 'Olga Owner', tokenCount: 0, personNumber: 1 })
    expect(items.filter(({ isYou }) => isYou)).toHaveLength(1)
    expect((await client.call(listMembers, { params, query: { role: 'auditor' } })).total).toBe(1)
  })

  it('have a new role from their next request on', async () => {
    const { client, clientAs, params, organizationId } = await scene()
    const reader = await clientAs('reader')
    const add = () => reader.call(createAsset, { params, body: { title: 'X', kind: 'site' } })
    await expect(add()).rejects.toMatchObject({ status: 403 })
    const member = await memberOf(client, organizationId, 'Someone reader')
    const raised = await change(client, organizationId, member, 'contributor')
    expect(raised).toMatchObject({ role: 'contributor', version: 2 })
    await add()
    await expect(change(client, organizationId, member, 'reader')).rejects.toMatchObject({ status: 412 })
    await change(client, organizationId, raised, 'reader')
    await expect(add()).rejects.toMatchObject({ status: 403 })
    const trail = await client.call(listLedger, { params, query: { entity: 'member', operation: 'update' } })
    expect(trail.items[0]).toMatchObject({
      title: 'Someone reader',
      changes: [{ label: 'Role', before: 'contributor', after: 'reader' }],
    })
  })

  it('lose a session’s standing and every token when they are removed; the person stays', async () => {
    const { client, clientAs, params, organizationId } = await scene()
    const manager = await clientAs('manager')
    const { token } = await manager.call(createToken, {
      params,
      body: { name: 'Script', scopes: ['asset:read', 'organization:read'], expiresInDays: 30 },
    })
    const script = withToken(token)
    expect((await script.call(getOrganization, { params })).role).toBe('manager')
    const member = await memberOf(client, organizationId, 'Someone manager')
    expect(member.tokenCount).toBe(1)
    await client.call(removeMember, {
      params: { ...params, memberId: member.id },
      ifMatch: member.version,
      query: { reason: 'Left' },
    })
    await expect(manager.call(getOrganization, { params })).rejects.toMatchObject({ status: 404 })
    await expect(script.call(getOrganization, { params })).rejects.toMatchObject({ status: 401 })
    const people = await client.call(listPeople, { params, query: { q: 'Someone manager' } })
    expect(people.items).toMatchObject([{ active: true, memberId: null, role: null }])
    const trail = await client.call(listLedger, { params, query: { operation: 'delete' } })
    expect(trail.items.map(({ entity, reason }) => [entity, reason]).sort()).toEqual([
      ['api_token', 'Left'],
      ['member', 'Left'],
    ])
  })

  it('never leave an organisation without an owner, not even two who step down at once', async () => {
    const { client, clientAs, organizationId, params } = await scene()
    const olga = await memberOf(client, organizationId, 'Olga')
    const refused = { status: 409, problem: { refusals: [{ code: 'last_owner' }] } }
    await expect(change(client, organizationId, olga, 'manager')).rejects.toMatchObject(refused)
    await expect(
      client.call(removeMember, { params: { ...params, memberId: olga.id }, ifMatch: olga.version }),
    ).rejects.toMatchObject(refused)

    const second = await clientAs('owner')
    const other = await memberOf(client, organizationId, 'Someone owner')
    const steps = await Promise.allSettled([
      change(client, organizationId, olga, 'manager'),
      change(second, organizationId, other, 'manager'),
    ])
    expect(steps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const owners = await server.services.pools.owner.query(
      `select count(*)::int as n from revision where organization_id = $1 and entity = 'member'
       and upper_inf(validity) and operation <> 'delete' and row ->> 'role' = 'owner'`,
      [organizationId],
    )
    expect(owners.rows[0].n).toBe(1)
  })

  it('who may no longer invite leave no open invitation behind', async () => {
    const { client, clientAs, organizationId, params } = await scene()
    const second = await clientAs('owner')
    await second.call(createInvitation, { params, body: { email: 'friend@example.org', role: 'owner' } })
    const member = await memberOf(client, organizationId, 'Someone owner')
    await change(client, organizationId, member, 'manager')
    const { items } = await client.call(listInvitations, { params })
    expect(items.map(({ status }) => status)).toEqual(['revoked'])
  })

  it('are managed by owners alone, and by no other organisation', async () => {
    const { client, clientAs, organizationId, params } = await scene()
    const olga = await memberOf(client, organizationId, 'Olga')
    const manager = await clientAs('manager')
    await expect(change(manager, organizationId, olga, 'reader')).rejects.toMatchObject({ status: 403 })
    const self = await memberOf(client, organizationId, 'Someone manager')
    await expect(change(manager, organizationId, self, 'owner')).rejects.toMatchObject({ status: 403 })
    const stranger = await scene()
    await expect(change(stranger.client, stranger.organizationId, olga, 'reader')).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      client.call(changeRole, {
        params: { ...params, memberId: olga.id },
        ifMatch: 1,
        body: { role: 'god' as 'owner' },
      }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'role' }] } })
  })
})

function withToken(token: string): Client {
  return createClient({ baseUrl: testUrl, token, fetch: async (request) => server.app.fetch(request) })
}
