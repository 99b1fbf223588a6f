import {
  createAsset,
  deleteAsset,
  exportAssets,
  getAsset,
  getAssetGraph,
  importAssets,
  listAssets,
  updateAsset,
} from '@sinew/contract/asset/asset-contract.ts'
import { assetDependencies } from '@sinew/contract/asset/asset-dependency-contract.ts'
import { sites } from '@sinew/contract/context/context-contract.ts'
import { createPerson, deactivatePerson, listPeople } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const dryAndWet = [true, false] as const

function assetsOf({ client, organizationId }: TestOrganization) {
  const params = { organizationId }
  return {
    add: (title: string, body: object = {}) =>
      client.call(createAsset, { params, body: { title, kind: 'application', ...body } }),
    rest: (assetId: string, onAssetId: string, anyOf = '') =>
      client.call(assetDependencies.create, { params, body: { assetId, onAssetId, anyOf } }),
    list: (query: object) => client.call(listAssets, { params, query }),
    get: (assetId: string) => client.call(getAsset, { params: { organizationId, assetId } }),
  }
}

describe('what assets need', () => {
  it('is handed down to what they rest on, with the cause, sorted and filtered by, and as it was', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const { add, rest, list, get } = assetsOf(ours)
    const site = await client.call(sites.create, { params: { organizationId }, body: { name: 'Basement' } })
    const service = await add('Service', {
      availability: 'very_high',
      availabilityReason: 'Clinics stand still without it.',
      rtoHours: 4,
      rpoHours: 0.25,
    })
    const cluster = await add('Cluster')
    const disks = await add('Disks', { availability: 'low', integrity: 'medium', siteId: site.id })
    const alone = await add('Wiki')
    await rest(service.id, cluster.id)
    const before = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    const last = await rest(cluster.id, disks.id)

    expect(await get(disks.id)).toMatchObject({
      availability: 'low',
      site: { name: 'Basement' },
      effective: {
        availability: {
          level: 'very_high',
          because: 'Availability very high, because AS-1 rests on it by way of AS-2.',
        },
        integrity: { level: 'medium', because: null },
        confidentiality: { level: null, because: null },
      },
      singlePoint: expect.stringContaining('if AS-3 fails, AS-1 (availability very high) stops'),
      unassessed: 'No risk is about it, though it needs availability very high.',
    })
    const numbers = async (query: object) => (await list(query)).items.map(({ number }) => number)
    expect(await numbers({ sort: '-availability' })).toEqual([3, 2, 1, 4])
    expect(await numbers({ need: 'very_high', sort: 'number' })).toEqual([1, 2, 3])
    expect(await numbers({ singlePoint: true })).toEqual([2, 3])
    expect(await numbers({ unassessed: false })).toEqual([alone.number])
    expect(await numbers({ siteId: site.id })).toEqual([3])
    expect(await numbers({ singlePoint: true, asOf: before })).toEqual([2])

    const csv = await (await client.download(exportAssets, { params: { organizationId }, query: {} })).text()
    expect(csv).toContain('Effective availability')
    expect(csv).toMatch(/AS-2,Cluster,.*very high.*AS-3/)

    await client.call(assetDependencies.remove, {
      params: { organizationId, assetDependencyId: last.id },
      ifMatch: last.version,
    })
    expect((await get(disks.id)).effective.availability).toEqual({ level: 'low', because: null })
  })

  it('shows the web around one asset, names circles, and refuses what makes no sense', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const { add, rest } = assetsOf(ours)
    const [directory, names, printer, other] = [
      await add('Directory'),
      await add('Names'),
      await add('Printer'),
      await add('Other'),
    ]
    await rest(directory.id, names.id)
    await rest(names.id, directory.id)
    await rest(printer.id, other.id)
    const around = await client.call(getAssetGraph, { params: { organizationId }, query: { around: names.id } })
    expect(around.assets.map(({ number }) => number)).toEqual([1, 2])
    expect(around.circles).toMatchObject([{ sentence: 'They rest on each other in a circle: AS-1 → AS-2 → AS-1.' }])
    expect((await client.call(getAssetGraph, { params: { organizationId } })).dependencies).toHaveLength(3)

    await expect(rest(names.id, names.id)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('itself'),
    })
    await expect(rest(directory.id, names.id)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('already'),
    })
    const removal = client.call(deleteAsset, { params: { organizationId, assetId: other.id }, ifMatch: 1 })
    await expect(removal).rejects.toMatchObject({ status: 409, message: expect.stringContaining('AS-3 rests on it') })
    await client.call(deleteAsset, { params: { organizationId, assetId: printer.id }, ifMatch: 1 })
    await client.call(deleteAsset, { params: { organizationId, assetId: other.id }, ifMatch: 1 })
    const wrong = client.call(updateAsset, {
      params: { organizationId, assetId: names.id },
      ifMatch: 1,
      body: { availability: 'huge' as 'high', rtoHours: -1 },
    })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'availability' }, { path: 'rtoHours', message: 'Not below zero.' }] },
    })
  })

  it('finds a new custodian when somebody leaves', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const person = (name: string) => client.call(createPerson, { params: { organizationId }, body: { name } })
    const [owner, custodian] = [await person('Olga'), await person('Kim')]
    const { id } = await assetsOf(ours).add('Rack', { ownerId: owner.id, custodianId: custodian.id })
    const { items } = await client.call(listPeople, { params: { organizationId }, query: { q: 'Kim' } })
    expect(items).toMatchObject([{ ownedTotal: 1 }])
    await client.call(deactivatePerson, {
      params: { organizationId, personId: custodian.id },
      ifMatch: custodian.version,
      body: { successorId: owner.id, reason: 'Kim leaves.' },
    })
    expect(await assetsOf(ours).get(id)).toMatchObject({ ownerName: 'Olga', custodianName: 'Olga' })
  })
})

describe('a table of assets', () => {
  it('is looked through, then added whole with what they rest on', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const params = { organizationId }
    await assetsOf(ours).add('Network, old')
    const csv = [
      'Title;Kind;Availability;Availability reason;RTO hours;Rests on',
      'Shop;application;very high;Sales;4;"Database; Mail A or Mail B; Network, old"',
      'Database;infrastructure;;;;AS-1',
      'Mail A;supplier service;;;;',
      'Mail B;supplier service;;;;',
    ].join('\n')
    for (const dryRun of dryAndWet)
      expect(await client.call(importAssets, { params, body: { csv, dryRun } })).toEqual({
        added: 4,
        rows: 4,
        problems: [],
      })
    const { items } = await assetsOf(ours).list({ singlePoint: true, sort: 'number' })
    expect(items.map(({ title }) => title)).toEqual(['Network, old', 'Database'])
    const exported = await (await client.download(exportAssets, { params, query: { q: 'Shop' } })).text()
    expect(exported).toContain('AS-1; AS-3; AS-4 or AS-5')
  })

  it('with a problem is not added at all, and each problem says its line', async () => {
    const ours = await server.createOrganization()
    const { client, organizationId } = ours
    const csv = 'Title,Kind,Owner,Integrity,Rests on\nA,boat,,,\nB,,Nobody known,,B\n,,,huge,Z\na,,,,\n'
    const outcome = await client.call(importAssets, { params: { organizationId }, body: { csv } })
    expect(outcome.added).toBe(0)
    expect(outcome.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Kind'],
      [3, 'Owner'],
      [3, 'Rests on'],
      [4, 'Title'],
      [4, 'Integrity'],
      [4, 'Rests on'],
      [5, 'Title'],
    ])
    expect((await assetsOf(ours).list({})).total).toBe(0)
    const noTable = client.call(importAssets, { params: { organizationId }, body: { csv: 'Colour\nred' } })
    await expect(noTable).rejects.toMatchObject({ status: 422 })
  })
})
