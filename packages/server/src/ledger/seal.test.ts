import { createAsset, updateAsset } from '@sinew/contract/asset/asset-contract.ts'
import { verifyLedger } from '@sinew/contract/ledger/verification-contract.ts'
import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../db/database.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { sealLedger } from './seal-ledger.ts'

let server: TestServer
let db: Kysely<Database>
beforeAll(async () => {
  server = await startTestServer()
  db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: server.services.pools.jobs }) })
})

const verified = ({ client, organizationId }: TestOrganization, expected?: string) =>
  client.call(verifyLedger, { params: { organizationId }, query: expected === undefined ? {} : { expected } })

/** Until nothing waits: a link leaves out what a transaction elsewhere on the server might still come before. */
async function sealAll(ours: TestOrganization): Promise<void> {
  await vi.waitFor(
    async () => {
      await sealLedger(db, ours.organizationId)
      expect((await verified(ours)).waiting).toBe(0)
    },
    { timeout: 20_000, interval: 50 },
  )
}

/** An organisation with two links or more: of its founding, and of an asset made and changed. */
async function sealed() {
  const ours = await server.createOrganization()
  await sealAll(ours)
  const params = { organizationId: ours.organizationId }
  const asset = await ours.client.call(createAsset, { params, body: { title: 'Vault', kind: 'information' } })
  await ours.client.call(updateAsset, {
    params: { ...params, assetId: asset.id },
    ifMatch: asset.version,
    body: { title: 'The vault' },
  })
  await sealAll(ours)
  return { ours, asset }
}

/** What somebody with every right in the database could do, past all triggers. */
async function tamper({ organizationId }: TestOrganization, statement: string, past?: string): Promise<void> {
  const client = await server.services.pools.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.organization_id', $1, true)`, [organizationId])
    if (past !== undefined) await client.query(`alter table ${past} disable trigger user`)
    const { rowCount } = await client.query(statement)
    if (past !== undefined) await client.query(`alter table ${past} enable trigger user`)
    expect(rowCount).toBeGreaterThan(0)
    await client.query('commit')
  } finally {
    client.release()
  }
}

describe('the chain of the ledger', () => {
  it('seals every entry once, in links that hold, whoever seals at the same time', async () => {
    const { ours } = await sealed()
    const before = await verified(ours)
    expect(before).toMatchObject({ holds: true, waiting: 0, breakCount: 0, last: { position: before.links } })
    await ours.client.call(createAsset, {
      params: { organizationId: ours.organizationId },
      body: { title: 'Safe', kind: 'information' },
    })
    expect(await verified(ours)).toMatchObject({ holds: true, links: before.links, waiting: 1 })
    await Promise.all([1, 2, 3].map(() => sealAll(ours)))
    const after = await verified(ours, before.last?.hash)
    expect(after).toMatchObject({
      holds: true,
      links: before.links + 1,
      entries: before.entries + 1,
      waiting: 0,
      expectedAt: before.links,
    })
  })

  it.each([
    [
      'an entry is rewritten',
      `update revision set reason = 'Never said' where entity = 'asset' and operation = 'update'`,
      'entry_changed',
      expect.any(Number),
    ],
    [
      'an entry is taken out',
      `delete from revision where entity = 'asset' and operation = 'insert'`,
      'entry_missing',
      expect.any(Number),
    ],
    ['a link is taken out', 'delete from ledger_seal where position = 1', 'link_missing', 2],
    ['a link is forged', `update ledger_seal set content = sha256('x') where position = 2`, 'link_changed', 2],
    [
      'an entry is slipped in as an older one',
      `insert into revision (organization_id, entity, entity_id, version, operation, at, actor_kind, actor_id, actor_name, request_id, row, validity, written_by)
       select organization_id, entity, entity_id, 9, operation, at, actor_kind, actor_id, actor_name, request_id, row, 'empty', written_by
       from revision where entity = 'asset' and operation = 'insert'`,
      'slipped_in',
      null,
    ],
  ])('breaks when %s', async (_, statement, what, position) => {
    const { ours } = await sealed()
    await tamper(ours, statement)
    const found = await verified(ours)
    expect(found.holds).toBe(false)
    expect(found.breaks).toContainEqual(expect.objectContaining({ what, position }))
  })

  it.each([
    ['is changed', `update asset set title = 'Empty'`, 'row_changed'],
    ['is taken out', 'delete from asset', 'row_missing'],
    [
      'is slipped in',
      `insert into asset (organization_id, id, number, title, kind)
       select organization_id, '018f0000-0000-7000-8000-000000000001', 99, 'Ghost', kind from asset`,
      'row_unrecorded',
    ],
  ])('does not hold when a row %s in the database, past the triggers', async (_, statement, what) => {
    const { ours, asset } = await sealed()
    expect(await verified(ours)).toMatchObject({ holds: true, breaks: [] })
    await tamper(ours, statement, 'asset')
    const { holds, breaks, breakCount, rows } = await verified(ours)
    expect([holds, breakCount]).toEqual([false, 1])
    expect(rows).toBeGreaterThan(10)
    const isNew = what === 'row_unrecorded'
    const id = isNew ? '018f0000-0000-7000-8000-000000000001' : asset.id
    const name = isNew ? null : expect.stringContaining('The vault')
    expect(breaks).toEqual([{ position: null, entry: null, what, row: { table: 'asset', id, name } }])
  })

  it('does not hold without the link whose hash was noted: a chain that was made anew is another one', async () => {
    const { ours } = await sealed()
    const { last } = await verified(ours)
    await tamper(ours, 'delete from ledger_seal')
    await tamper(ours, `update revision set reason = 'Never said' where entity = 'asset' and operation = 'update'`)
    await sealAll(ours)
    expect((await verified(ours)).holds).toBe(true)
    expect(await verified(ours, last?.hash)).toMatchObject({ holds: false, expectedAt: null })
  })

  it('goes on where a dump was read into another cluster, whose transactions count from the beginning', async () => {
    const { ours } = await sealed()
    await tamper(
      ours,
      `update ledger_seal set upto = '9000000000' where position = (select max(position) from ledger_seal)`,
    )
    await ours.client.call(createAsset, {
      params: { organizationId: ours.organizationId },
      body: { title: 'Safe', kind: 'information' },
    })
    expect(await sealLedger(db, ours.organizationId)).toBe(1)
    expect(await sealLedger(db, ours.organizationId)).toBe(0)
    expect(await verified(ours)).toMatchObject({ holds: true, waiting: 0 })
  })

  it('is read by auditors and managers of the organisation alone, and asks for a whole hash', async () => {
    const { ours } = await sealed()
    const params = { organizationId: ours.organizationId }
    const call = (client: TestOrganization['client']) => client.call(verifyLedger, { params, query: {} })
    expect((await call(await ours.clientAs('auditor'))).holds).toBe(true)
    await expect(call(await ours.clientAs('reader'))).rejects.toMatchObject({ status: 403 })
    const theirs = await server.createOrganization()
    await expect(call(theirs.client)).rejects.toMatchObject({ status: 404 })
    await expect(verified(ours, 'ab12')).rejects.toMatchObject({ status: 400 })
  })
})
