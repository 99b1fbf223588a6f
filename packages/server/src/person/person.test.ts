import { createAsset, getAsset, updateAsset } from '@sinew/contract/asset/asset-contract.ts'
import {
  createPerson,
  deactivatePerson,
  exportPeople,
  getPerson,
  listOwned,
  listPeople,
  reactivatePerson,
  updatePerson,
} from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
})

const nobody = '0192b6a0-0000-7000-8000-000000000000'
const person = (name: string) =>
  ours.client.call(createPerson, { params: { organizationId: ours.organizationId }, body: { name } })

describe('people', () => {
  it('are added, found, changed and listed', async () => {
    const { client, organizationId } = ours
    const params = { organizationId }
    const created = await client.call(createPerson, {
      params,
      body: { name: ' Ann Archer ', email: 'Ann@Example.org', jobTitle: 'Engineer' },
    })
    expect(created).toMatchObject({
      name: 'Ann Archer',
      email: 'ann@example.org',
      active: true,
      version: 1,
      role: null,
    })
    const found = await client.call(listPeople, { params, query: { q: 'engin' } })
    expect(found.items.map(({ id }) => id)).toEqual([created.id])
    const byNumber = await client.call(listPeople, { params, query: { number: created.number } })
    expect(byNumber.items.map(({ id }) => id)).toEqual([created.id])

    const one = { organizationId, personId: created.id }
    const changed = await client.call(updatePerson, { params: one, ifMatch: 1, body: { jobTitle: 'Head of it' } })
    expect(changed).toMatchObject({ version: 2, jobTitle: 'Head of it', name: 'Ann Archer' })
    await expect(client.call(updatePerson, { params: one, ifMatch: 1, body: { name: 'X' } })).rejects.toMatchObject({
      status: 412,
    })
    await expect(client.call(createPerson, { params, body: { name: '', email: 'nonsense' } })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'name' }, { path: 'email' }] },
    })
    await expect(client.call(getPerson, { params: { organizationId, personId: nobody } })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('know what they answer for, kind by kind', async () => {
    const other = await server.createOrganization()
    const ids = await seedRows(server.services.pools.app, other.organizationId, other.userId)
    const params = { organizationId: other.organizationId, personId: ids.person ?? '' }
    const owner = await other.client.call(getPerson, { params })
    const { record, ...nouns } = owner.owns
    expect(nouns).toEqual({ risk: 1, control: 1, obligation: 1, asset: 1, action: 1, collector: 1 })
    expect(record).toBeGreaterThan(0)
    expect(owner.ownedTotal).toBe(6 + record)
    const owned = await other.client.call(listOwned, { params, query: { sort: 'title' } })
    expect(owned.total).toBe(6 + record)
    const refs = owned.items.flatMap(({ kind, ref }) => (kind === 'record' ? [] : [ref]))
    expect(refs.sort()).toEqual(['AS-9001', 'C-9001', 'CO-9001', 'O-9001', 'R-9001', 'T-9001'])
    const risks = await other.client.call(listOwned, { params, query: { kind: 'risk' } })
    expect(risks.items).toMatchObject([{ kind: 'risk', ref: 'R-9001', title: 'Seeded risk', id: ids.risk }])
    const busy = await other.client.call(listPeople, { params, query: { owns: true, sort: '-owned' } })
    expect(busy.items.map(({ id }) => id)).toEqual([ids.person])
  })

  it('hand everything over when they leave, in one step', async () => {
    const other = await server.createOrganization()
    const { organizationId, client } = other
    const ids = await seedRows(server.services.pools.app, organizationId, other.userId)
    const params = { organizationId, personId: ids.person ?? '' }
    const { version, ownedTotal } = await client.call(getPerson, { params })
    await expect(
      client.call(deactivatePerson, { params, ifMatch: version, body: { reason: 'Left the company' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'still_owns' }] } })
    const successor = await client.call(createPerson, { params, body: { name: 'Successor' } })
    await expect(
      client.call(deactivatePerson, { params, ifMatch: version, body: { reason: '', successorId: successor.id } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'reason' }] } })
    const left = await client.call(deactivatePerson, {
      params,
      ifMatch: version,
      body: { reason: 'Left the company', successorId: successor.id },
    })
    expect(left).toMatchObject({ active: false, ownedTotal: 0 })
    const taken = await client.call(getPerson, { params: { organizationId, personId: successor.id } })
    expect(taken.ownedTotal).toBe(ownedTotal)
    const reasons = await server.services.pools.owner.query(
      `select distinct entity, reason from revision where organization_id = $1 and reason <> '' order by entity`,
      [organizationId],
    )
    const entities = reasons.rows.map(({ entity }) => entity)
    expect(entities).toEqual(
      expect.arrayContaining(['asset', 'collector', 'control', 'obligation', 'person', 'risk', 'treatment_action']),
    )
    await expect(
      client.call(deactivatePerson, { params, ifMatch: left.version, body: { reason: 'Twice' } }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'already_inactive' }] } })

    const back = await client.call(reactivatePerson, { params, ifMatch: left.version })
    expect(back.active).toBe(true)
    await expect(client.call(reactivatePerson, { params, ifMatch: back.version })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'already_active' }] },
    })
  })

  it('who left are given nothing new, but what they still have can be edited', async () => {
    const { client, organizationId } = ours
    const params = { organizationId }
    const leaver = await person('Leaver')
    const asset = await client.call(createAsset, { params, body: { title: 'Laptop', kind: 'endpoint' } })
    await client.call(deactivatePerson, {
      params: { organizationId, personId: leaver.id },
      ifMatch: 1,
      body: { reason: 'Left' },
    })
    const refused = { status: 409, problem: { refusals: [{ code: 'owner_left' }] } }
    await expect(
      client.call(createAsset, { params, body: { title: 'X', kind: 'site', ownerId: leaver.id } }),
    ).rejects.toMatchObject(refused)
    const one = { organizationId, assetId: asset.id }
    await expect(
      client.call(updateAsset, { params: one, ifMatch: 1, body: { ownerId: leaver.id } }),
    ).rejects.toMatchObject(refused)
    expect((await client.call(getAsset, { params: one })).version).toBe(1)
  })

  it('are linked to the member who signs in as them, by an owner, one person a member', async () => {
    const { client, organizationId, clientAs } = ours
    const people = await client.call(listPeople, { params: { organizationId }, query: { q: 'Olga' } })
    const olga = people.items[0]
    expect(olga).toMatchObject({ role: 'owner', name: 'Olga Owner' })
    const memberId = olga?.memberId ?? ''
    const twin = await person('Olga’s twin')
    const params = { organizationId, personId: twin.id }
    await expect(client.call(updatePerson, { params, ifMatch: 1, body: { memberId } })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'member_already_linked' }] },
    })
    const manager = await clientAs('manager')
    const first = { organizationId, personId: olga?.id ?? '' }
    await expect(
      manager.call(updatePerson, { params: first, ifMatch: olga?.version ?? 0, body: { memberId: null } }),
    ).rejects.toMatchObject({ status: 403 })
    await client.call(updatePerson, { params: first, ifMatch: olga?.version ?? 0, body: { memberId: null } })
    const linked = await client.call(updatePerson, { params, ifMatch: 1, body: { memberId } })
    expect(linked).toMatchObject({ memberId, role: 'owner' })
    await manager.call(updatePerson, { params, ifMatch: linked.version, body: { memberId, jobTitle: 'Twin' } })
    await expect(client.call(updatePerson, { params, ifMatch: 3, body: { memberId: nobody } })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('are shown as of a past instant, and taken away as a file', async () => {
    const other = await server.createOrganization()
    const { client, organizationId } = other
    const params = { organizationId }
    await pause()
    const before = new Date().toISOString()
    await pause()
    await client.call(createPerson, { params, body: { name: '=Later()' } })
    expect((await client.call(listPeople, { params, query: { asOf: before } })).total).toBe(1)
    expect((await client.call(listPeople, { params })).total).toBe(2)
    const csv = await client.download(exportPeople, { params, query: { format: 'csv' } })
    expect(await csv.text()).toContain("'=Later()")
    const past = await client.download(exportPeople, { params, query: { format: 'csv', asOf: before } })
    expect(await past.text()).not.toContain('Later')
    expect((await client.download(exportPeople, { params, query: { format: 'xlsx' } })).status).toBe(200)
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
