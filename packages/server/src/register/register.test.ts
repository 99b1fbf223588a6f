import { createComment } from '@sinew/contract/comment/comment-contract.ts'
import { interestedParties, partyRequirements, sites } from '@sinew/contract/context/context-contract.ts'
import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import { createObligation } from '@sinew/contract/obligation/obligation-contract.ts'
import { createPerson, deactivatePerson, listOwned } from '@sinew/contract/person/person-contract.ts'
import { registers } from '@sinew/contract/register/registers.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

import { wholeOf } from './held.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  return { client, clientAs, params, anna }
}

describe('registers', () => {
  it('have heads and contracts one to one, with letters and addresses of their own', () => {
    expect(registers.map(({ register }) => register.table).sort()).toEqual(
      registerHeads.map(({ table }) => table).sort(),
    )
    for (const key of ['letters', 'plural', 'table'] as const)
      expect(new Set(registerHeads.map((head) => head[key])).size).toBe(registerHeads.length)
  })

  it('that are held by the object they belong to name states that it has', () => {
    for (const { register } of registers) {
      if (register.held === undefined) continue
      const whole = wholeOf(register)
      const field = { ...whole?.fields, ...whole?.stamped }[whole?.states?.field ?? '']
      if (field?.kind !== 'choice') throw new Error(`${register.table}: nothing holds it`)
      expect(Object.keys(field.words), register.table).toEqual(expect.arrayContaining([...register.held.while]))
    }
  })

  it('have work that is somebody’s: its owner is a person, where one is named', () => {
    for (const { register } of registers)
      for (const { owner } of register.work)
        if (owner !== undefined)
          expect({ ...register.fields, ...register.stamped }[owner], register.table).toMatchObject({ to: 'person' })
  })

  it('keep objects with their references named, their versions and their history', async () => {
    const { client, params, anna } = await scene()
    const made = await client.call(sites.create, { params, body: { name: 'Head office', ownerId: anna.id } })
    expect(made).toMatchObject({
      number: 1,
      version: 1,
      kind: 'office',
      inScope: true,
      owner: { id: anna.id, ref: `P-${anna.number}`, name: 'Anna Ames' },
    })
    const one = { ...params, siteId: made.id }
    const changed = await client.call(sites.update, {
      params: one,
      ifMatch: 1,
      body: { inScope: false, reason: 'Let.' },
    })
    expect(changed).toMatchObject({ version: 2, name: 'Head office', inScope: false, reason: 'Let.' })
    await expect(client.call(sites.update, { params: one, ifMatch: 1, body: { name: 'X' } })).rejects.toMatchObject({
      status: 412,
    })
    await client.call(createComment, {
      params: { ...params, entity: 'site', entityId: made.id },
      body: { body: 'Hm.' },
    })
    const history = await client.call(listHistory, { params: { ...params, entity: 'site', entityId: made.id } })
    expect(history.items.map(({ operation }) => operation)).toEqual(['update', 'create'])
    expect(history.items[0]).toMatchObject({ ref: 'SI-1', title: 'Head office' })
    await client.call(sites.remove, { params: one, ifMatch: 2 })
    await expect(client.call(sites.get, { params: one })).rejects.toMatchObject({ status: 404 })
  })

  it('are searched, filtered, sorted, paged and exported in SQL', async () => {
    const { client, params, anna } = await scene()
    const add = (name: string, kind: 'office' | 'home', ownerId: string | null) =>
      client.call(sites.create, { params, body: { name, kind, ownerId } })
    await add('North', 'office', anna.id)
    await add('South', 'home', null)
    await add('100% remote', 'home', null)
    const names = async (query: object) =>
      (await client.call(sites.list, { params, query })).items.map(({ name }) => name)
    expect(await names({ kind: 'home', sort: '-name' })).toEqual(['South', '100% remote'])
    expect(await names({ ownerId: anna.id })).toEqual(['North'])
    expect(await names({ q: '100%' })).toEqual(['100% remote'])
    expect(await names({ number: 2 })).toEqual(['South'])
    expect(await names({ inScope: false })).toEqual([])
    expect(await names({ sort: 'kind', pageSize: 1, page: 1 })).toEqual(['North'])
    expect(await names({ sort: 'ownerId' })).toEqual(['North', 'South', '100% remote'])
    const csv = await (await client.download(sites.export, { params, query: { format: 'csv', kind: 'office' } })).text()
    expect(csv).toContain('SI-1,North,Office')
    expect(csv).toContain(`P-${anna.number} Anna Ames`)
    expect(csv).not.toContain('South')
  })

  it('are read as of a past instant', async () => {
    const { client, params } = await scene()
    const made = await client.call(sites.create, { params, body: { name: 'Before' } })
    const one = { ...params, siteId: made.id }
    const asOf = made.updatedAt
    await new Promise((resolve) => setTimeout(resolve, 20))
    await client.call(sites.update, { params: one, ifMatch: 1, body: { name: 'After' } })
    const then = new Date(Date.parse(asOf) + 1).toISOString()
    expect((await client.call(sites.get, { params: one, query: { asOf: then } })).name).toBe('Before')
    expect((await client.call(sites.list, { params, query: { asOf: then } })).items[0]?.name).toBe('Before')
    expect((await client.call(sites.get, { params: one })).name).toBe('After')
  })

  it('are added from a table: all rows, or none and every problem with its place', async () => {
    const { client, params } = await scene()
    const csv = 'Name;Kind;Responsible;In scope of the ISMS\nNorth;Data centre;Anna Ames;no\n"South; old";home;;\n'
    const load = (body: { csv: string; dryRun?: boolean }) => client.call(sites.import, { params, body })
    expect(await load({ csv, dryRun: true })).toEqual({ added: 2, rows: 2, problems: [] })
    expect((await client.call(sites.list, { params })).total).toBe(0)
    expect(await load({ csv })).toEqual({ added: 2, rows: 2, problems: [] })
    const { items } = await client.call(sites.list, { params, query: { sort: 'name' } })
    expect(items).toMatchObject([
      { name: 'North', kind: 'data_centre', inScope: false, owner: { name: 'Anna Ames' } },
      { name: 'South; old', kind: 'home', inScope: true, owner: null },
    ])
    const bad = await load({ csv: 'Name,Kind,Responsible\n,ship,Nobody\nWest,office,\n' })
    expect(bad.added).toBe(0)
    expect(bad.problems).toEqual([
      { row: 2, column: 'Name', message: 'This is needed.' },
      { row: 2, column: 'Kind', message: expect.stringContaining('is none of') },
      { row: 2, column: 'Responsible', message: 'There is no “Nobody”, or more than one.' },
    ])
    expect((await client.call(sites.list, { params })).total).toBe(2)
    for (const name of ['Bea Bell', 'Bea Bell'])
      await client.call(createPerson, { params, body: { name, email: `${crypto.randomUUID()}@example.org` } })
    await client.call(createPerson, { params, body: { name: 'Cy', email: 'Cy@Example.org' } })
    const named = (who: string) => `${who} site,office,${who}\n`
    const refs = ['anna ames', 'P-2', 'P-2 Anna Ames', 'cy@example.org', 'Bea Bell'].map(named).join('')
    expect((await load({ csv: `Name,Kind,Responsible\n${refs}` })).problems).toEqual([
      { row: 6, column: 'Responsible', message: 'There is no “Bea Bell”, or more than one.' },
    ])
    await expect(load({ csv: 'Colour\nred\n' })).rejects.toMatchObject({ status: 422 })
    await expect(load({ csv: 'Name\n' })).rejects.toMatchObject({ status: 422 })
    await expect(load({ csv: 'Name\n"North' })).rejects.toMatchObject({ status: 422 })
  })

  it('go to a successor when their owner leaves', async () => {
    const { client, params, anna } = await scene()
    const bob = await client.call(createPerson, { params, body: { name: 'Bob Byrd' } })
    const site = await client.call(sites.create, { params, body: { name: 'Head office', ownerId: anna.id } })
    const leaving = { ...params, personId: anna.id }
    const owned = await client.call(listOwned, { params: leaving })
    expect(owned.items).toMatchObject([{ kind: 'record', ref: 'SI-1', title: 'Head office' }])
    await expect(
      client.call(deactivatePerson, { params: leaving, ifMatch: 1, body: { reason: 'Left.', successorId: null } }),
    ).rejects.toMatchObject({ status: 409 })
    await client.call(deactivatePerson, { params: leaving, ifMatch: 1, body: { reason: 'Left.', successorId: bob.id } })
    expect((await client.call(sites.get, { params: { ...params, siteId: site.id } })).owner?.name).toBe('Bob Byrd')
  })

  it('refuse what is not there, who has left, and whom it is not meant for', async () => {
    const { client, clientAs, params, anna } = await scene()
    const party = await client.call(interestedParties.create, { params, body: { name: 'Customers' } })
    const law = await client.call(createObligation, { params, body: { title: 'A law', kind: 'law' } })
    const body = { partyId: party.id, title: 'Tell us within a day', obligationId: law.id }
    const requirement = await client.call(partyRequirements.create, { params, body })
    expect(requirement).toMatchObject({ party: { ref: 'PA-1', name: 'Customers' }, obligation: { name: 'A law' } })
    await expect(
      client.call(partyRequirements.create, { params, body: { ...body, partyId: law.id } }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(client.call(sites.create, { params, body: { name: ' ' } })).rejects.toMatchObject({ status: 422 })
    const history = await client.call(listHistory, {
      params: { ...params, entity: 'interested_party', entityId: party.id },
    })
    expect(history.items.map(({ entity }) => entity)).toContain('party_requirement')
    const reader = await clientAs('reader')
    await expect(reader.call(sites.create, { params, body: { name: 'X' } })).rejects.toMatchObject({ status: 403 })
    await client.call(deactivatePerson, {
      params: { ...params, personId: anna.id },
      ifMatch: 1,
      body: { reason: 'Left.' },
    })
    await expect(client.call(sites.create, { params, body: { name: 'X', ownerId: anna.id } })).rejects.toMatchObject({
      status: 409,
    })
  })
})
