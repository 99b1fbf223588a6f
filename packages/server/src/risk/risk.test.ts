import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import type { BodyOf, QueryOf } from '@sinew/contract/client.ts'
import { createPerson, deactivatePerson } from '@sinew/contract/person/person-contract.ts'
import {
  createRisk,
  deleteRisk,
  estimateRisk,
  exportRisks,
  getRisk,
  listRisks,
  type RiskDetail,
  updateRisk,
} from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let theirs: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  theirs = await server.createOrganization('Theirs')
})

const estimate = {
  frequency: { low: 0.1, high: 1 },
  lossMinor: { low: 1_000_000, high: 20_000_000 },
  note: 'Two peers in three years',
}

function addRisk({ client, organizationId }: TestOrganization, body: BodyOf<typeof createRisk>): Promise<RiskDetail> {
  return client.call(createRisk, { params: { organizationId }, body })
}

describe('risks', () => {
  it('are written, read, changed and removed', async () => {
    const { client, organizationId } = ours
    const asset = await client.call(createAsset, {
      params: { organizationId },
      body: { title: 'Backups', kind: 'infrastructure' },
    })
    const created = await addRisk(ours, {
      title: 'Ransomware',
      source: 'Organised crime',
      event: 'encrypts the servers',
      consequence: 'Eight days without service',
      category: 'Malware',
      properties: ['availability', 'confidentiality'],
      assetIds: [asset.id],
    })
    expect(created).toMatchObject({
      number: 1,
      version: 1,
      status: 'draft',
      properties: ['availability', 'confidentiality'],
      frequency: null,
      state: null,
      assets: [{ id: asset.id, title: 'Backups' }],
      assetCount: 1,
      controls: [],
      actions: [],
      acceptances: [],
      acceptance: null,
    })
    const params = { organizationId, riskId: created.id }
    const changed = await client.call(updateRisk, {
      params,
      ifMatch: 1,
      body: { treatment: 'modify', treatmentRationale: 'Backups first', assetIds: [] },
    })
    expect(changed).toMatchObject({ version: 2, treatment: 'modify', assets: [], title: 'Ransomware' })
    await expect(client.call(updateRisk, { params, ifMatch: 1, body: { title: 'Mine' } })).rejects.toMatchObject({
      status: 412,
    })
    await expect(client.call(updateRisk, { params, body: { title: 'Mine' } })).rejects.toMatchObject({ status: 428 })

    const silent = client.call(deleteRisk, { params, ifMatch: 2 })
    await expect(silent).rejects.toMatchObject({ problem: { refusals: [{ code: 'risk-removed-without-reason' }] } })
    await expect(client.call(deleteRisk, { params, ifMatch: 1, query: { reason: 'x' } })).rejects.toMatchObject({
      status: 412,
    })
    await client.call(deleteRisk, { params, ifMatch: 2, query: { reason: 'Entered twice' } })
    await expect(client.call(getRisk, { params })).rejects.toMatchObject({ status: 404 })
  })

  it('are estimated by somebody, under a methodology, for a reason', async () => {
    const { client, organizationId } = ours
    const risk = await addRisk(ours, { title: 'Phishing' })
    const params = { organizationId, riskId: risk.id }
    const estimated = await client.call(estimateRisk, {
      params,
      ifMatch: 1,
      body: { ...estimate, lossCapMinor: 50_000_000, basis: 'Sector data' },
    })
    expect(estimated).toMatchObject({
      version: 2,
      ...{ frequency: estimate.frequency, lossMinor: estimate.lossMinor, lossCapMinor: 50_000_000 },
      estimateNote: estimate.note,
      estimateBasis: 'Sector data',
      assessedByName: 'Olga Owner',
      assessedBy: ours.userId,
      assessedMethodology: 1,
    })
    expect(estimated.estimatedAt).not.toBeNull()
    const stale = client.call(estimateRisk, { params, ifMatch: 1, body: estimate })
    await expect(stale).rejects.toMatchObject({ status: 412 })
  })

  it.each([
    ['no reason', { ...estimate, note: ' ' }, ['note']],
    ['upside down', { ...estimate, frequency: { low: 2, high: 1 } }, ['frequency.high']],
    ['nothing ever happens', { ...estimate, frequency: { low: 0, high: 1 } }, ['frequency.low']],
    ['a fraction of a cent', { ...estimate, lossMinor: { low: 1.5, high: 3 } }, ['lossMinor.low']],
    ['a cap below the range', { ...estimate, lossCapMinor: 10 }, ['lossCapMinor']],
    ['far too wide', { ...estimate, frequency: { low: 0.000_01, high: 100 } }, ['frequency']],
  ])('keep no estimate that is wrong: %s', async (_case, body, paths) => {
    const { client, organizationId } = ours
    const risk = await addRisk(ours, { title: 'Theft' })
    const wrong = client.call(estimateRisk, { params: { organizationId, riskId: risk.id }, ifMatch: 1, body })
    await expect(wrong).rejects.toMatchObject({ status: 422, problem: { errors: paths.map((path) => ({ path })) } })
  })

  it('say what is wrong with the input, and where', async () => {
    const wrong = addRisk(ours, {
      title: '',
      properties: ['availability', 'availability'],
      treatment: 'pray' as 'avoid',
      reviewAt: 'tomorrow',
    })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [{ path: 'title' }, { path: 'properties' }, { path: 'treatment' }, { path: 'reviewAt' }],
      },
    })
    const unknown = addRisk(ours, { title: 'X', colour: 'red' } as unknown as { title: string })
    await expect(unknown).rejects.toMatchObject({ status: 422 })
  })

  it('have an owner who is still here, of this organisation', async () => {
    const { client, organizationId } = ours
    const person = await client.call(createPerson, { params: { organizationId }, body: { name: 'Leo Leaver' } })
    const risk = await addRisk(ours, { title: 'Owned', ownerId: person.id })
    expect(risk).toMatchObject({ ownerName: 'Leo Leaver', ownerActive: true, ownerUserId: null })
    const free = await addRisk(ours, { title: 'Free' })
    await client.call(updateRisk, {
      params: { organizationId, riskId: risk.id },
      ifMatch: risk.version,
      body: { ownerId: null },
    })
    await client.call(deactivatePerson, {
      params: { organizationId, personId: person.id },
      ifMatch: person.version,
      body: { reason: 'Left in May' },
    })
    const params = { organizationId, riskId: free.id }
    const toLeaver = client.call(updateRisk, { params, ifMatch: 1, body: { ownerId: person.id } })
    await expect(toLeaver).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'owner_left' }] } })
    const theirPerson = await theirs.client.call(createPerson, {
      params: { organizationId: theirs.organizationId },
      body: { name: 'Tina' },
    })
    const foreign = client.call(updateRisk, { params, ifMatch: 1, body: { ownerId: theirPerson.id } })
    await expect(foreign).rejects.toMatchObject({ status: 404 })
    const theirAsset = await theirs.client.call(createAsset, {
      params: { organizationId: theirs.organizationId },
      body: { title: 'Theirs', kind: 'site' },
    })
    const foreignAsset = client.call(updateRisk, { params, ifMatch: 1, body: { assetIds: [theirAsset.id] } })
    await expect(foreignAsset).rejects.toMatchObject({ status: 404 })
    expect(await client.call(getRisk, { params })).toMatchObject({ version: 1, ownerId: null })
  })

  it('are found by text, number, field and link; sorted and paged', async () => {
    const org = await server.createOrganization()
    const { client, organizationId } = org
    const params = { organizationId }
    const asset = await client.call(createAsset, { params, body: { title: 'Site', kind: 'site' } })
    await addRisk(org, { title: 'Fire', category: 'Physical', assetIds: [asset.id] })
    await addRisk(org, { title: 'Flood', category: 'Physical', treatment: 'share' })
    await addRisk(org, { title: 'Phishing 50%', event: 'A fire drill mail', reviewAt: '2020-01-01T00:00:00Z' })
    const titles = async (query: QueryOf<typeof listRisks>) =>
      (await client.call(listRisks, { params, query: { sort: 'number', ...query } })).items.map((risk) => risk.title)
    expect(await titles({})).toEqual(['Fire', 'Flood', 'Phishing 50%'])
    expect(await titles({ q: 'fire' })).toEqual(['Fire', 'Phishing 50%'])
    expect(await titles({ q: '0%' })).toEqual(['Phishing 50%'])
    expect(await titles({ q: 'R-2' })).toEqual(['Flood'])
    expect(await titles({ number: 2 })).toEqual(['Flood'])
    expect(await titles({ category: 'Physical' })).toEqual(['Fire', 'Flood'])
    expect(await titles({ treatment: 'share' })).toEqual(['Flood'])
    expect(await titles({ assetId: asset.id })).toEqual(['Fire'])
    expect(await titles({ status: 'closed' })).toEqual([])
    expect(await titles({ status: ['draft', 'closed'], sort: '-title' })).toEqual(['Phishing 50%', 'Flood', 'Fire'])
    expect(await titles({ reviewOverdue: true })).toEqual(['Phishing 50%'])
    expect(await titles({ reviewOverdue: false })).toEqual(['Fire', 'Flood'])
    expect(await titles({ aboveAppetite: true })).toEqual([])
    const page = await client.call(listRisks, { params, query: { sort: 'title', page: 2, pageSize: 2 } })
    expect(page).toMatchObject({ total: 3, page: 2, items: [{ title: 'Phishing 50%' }] })
    for (const sort of [
      'category',
      'status',
      'owner',
      'level',
      'inherent',
      'claimed',
      '-proven',
      'target',
      '-gap',
      'reviewAt',
      '-updatedAt',
    ] as const) {
      expect(await titles({ sort })).toHaveLength(3)
    }
    await expect(titles({ sort: 'colour' as 'title' })).rejects.toMatchObject({ status: 400 })
  })

  it('are shown, listed and exported as they were at a past instant', async () => {
    const org = await server.createOrganization()
    const { client, organizationId } = org
    const risk = await addRisk(org, { title: 'Old title', reviewAt: new Date(Date.now() + 60_000).toISOString() })
    const between = await pastInstant()
    const params = { organizationId, riskId: risk.id }
    await client.call(updateRisk, { params, ifMatch: 1, body: { title: 'New title', properties: ['integrity'] } })
    const query = { asOf: between }
    expect(await client.call(getRisk, { params, query })).toMatchObject({
      title: 'Old title',
      version: 1,
      properties: [],
    })
    const list = await client.call(listRisks, { params: { organizationId }, query })
    expect(list.items).toMatchObject([{ title: 'Old title' }])
    const file = await client.download(exportRisks, { params: { organizationId }, query })
    expect(await file.text()).toContain('R-1,Old title')
    const written = client.call(updateRisk, { params, ifMatch: 2, body: {} })
    expect(await written).toMatchObject({ version: 3 })
  })

  it('are exported as CSV and XLSX, as filtered, and never as formulas', async () => {
    const org = await server.createOrganization()
    const { client, organizationId } = org
    await addRisk(org, { title: '=HYPERLINK("http://127.0.0.1")', category: 'A' })
    await addRisk(org, { title: 'Plain', category: 'B' })
    const params = { organizationId }
    const csv = await (await client.download(exportRisks, { params })).text()
    expect(csv).toContain(`"'=HYPERLINK(""http://127.0.0.1"")"`)
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    const filtered = await (await client.download(exportRisks, { params, query: { category: 'B' } })).text()
    expect(filtered.trim().split('\r\n')).toHaveLength(2)
    const xlsx = await client.download(exportRisks, { params, query: { format: 'xlsx' } })
    expect(xlsx.headers.get('content-disposition')).toBe('attachment; filename="risk-register.xlsx"')
  })

  it('are read by everybody in the organisation, written by contributors, removed by managers', async () => {
    const { organizationId, clientAs } = ours
    const params = { organizationId }
    const auditor = await clientAs('auditor')
    expect((await auditor.call(listRisks, { params })).page).toBe(1)
    await expect(auditor.call(createRisk, { params, body: { title: 'X' } })).rejects.toMatchObject({ status: 403 })
    const contributor = await clientAs('contributor')
    const risk = await contributor.call(createRisk, { params, body: { title: 'X' } })
    const one = { organizationId, riskId: risk.id }
    const removal = contributor.call(deleteRisk, { params: one, ifMatch: 1, query: { reason: 'x' } })
    await expect(removal).rejects.toMatchObject({ status: 403 })
    await expect(theirs.client.call(getRisk, { params: one })).rejects.toMatchObject({ status: 404 })
    const mixed = { organizationId: theirs.organizationId, riskId: risk.id }
    await expect(theirs.client.call(getRisk, { params: mixed })).rejects.toMatchObject({ status: 404 })
    await expect(theirs.client.call(updateRisk, { params: mixed, ifMatch: 1, body: {} })).rejects.toMatchObject({
      status: 404,
    })
  })
})

async function pastInstant(): Promise<string> {
  await pause()
  const instant = new Date().toISOString()
  await pause()
  return instant
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
