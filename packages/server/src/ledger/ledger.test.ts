import { createAsset, deleteAsset, getAsset, updateAsset } from '@sinew/contract/asset/asset-contract.ts'
import {
  exportLedger,
  listActors,
  listDeleted,
  listHistory,
  listLedger,
  restore,
} from '@sinew/contract/ledger/ledger-contract.ts'
import {
  createObligation,
  deleteObligation,
  getObligation,
  linkObligationControl,
  unlinkObligationControl,
  updateObligation,
} from '@sinew/contract/obligation/obligation-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { entityNames, ledgeredEntities, secretColumns } from '@sinew/core/ledger/ledgered-entities.ts'
import { referenceColumns } from '@sinew/core/ledger/reference-columns.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../db/identity.ts'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

type Scene = TestOrganization & { readonly ids: SeededRows; readonly params: { readonly organizationId: string } }

async function scene(): Promise<Scene> {
  const organization = await server.createOrganization()
  const ids = await seedRows(server.services.pools.app, organization.organizationId, organization.userId)
  return { ...organization, ids, params: { organizationId: organization.organizationId } }
}

describe('what the ledger knows', () => {
  it('is every table it writes, every reference in them, and every secret', async () => {
    const { timeTravelTables } = server.services
    expect([...timeTravelTables.keys()].sort()).toEqual([...entityNames].sort())
    const columns = [...timeTravelTables].flatMap(([table, list]) => list.map((column) => ({ table, ...column })))
    const unnamed = columns.filter(
      ({ name, type }) =>
        type === 'uuid' &&
        !['id', 'organization_id', 'entity_id', 'from_id', 'to_id'].includes(name) &&
        !(name in referenceColumns),
    )
    expect(unnamed).toEqual([])
    const secret = columns.filter(
      ({ name }) => /token|secret|password|_key$/.test(name) && !['sort_key', 'usual_key'].includes(name),
    )
    const open = secret.filter(({ name }) => !secretColumns.includes(name) && name !== 'episode_key')
    expect(open).toEqual([])
    expect(secret.length).toBeGreaterThan(1)
    for (const { children } of Object.values(ledgeredEntities)) {
      for (const { entity, column } of children) {
        expect(timeTravelTables.get(entity)?.map(({ name }) => name)).toContain(column)
      }
    }
  })
})

describe('the history of an object', () => {
  it('says who changed what, field by field, with names instead of ids', async () => {
    const { client, params } = await scene()
    const ann = await client.call(createPerson, { params, body: { name: 'Ann' } })
    const asset = await client.call(createAsset, { params, body: { title: 'Laptop', kind: 'endpoint' } })
    const one = { ...params, assetId: asset.id, entity: 'asset', entityId: asset.id }
    await client.call(updateAsset, { params: one, ifMatch: 1, body: { ownerId: ann.id, classification: 'restricted' } })
    const history = await client.call(listHistory, { params: one })
    expect(history.total).toBe(2)
    const [update, create] = history.items
    expect(update).toMatchObject({
      operation: 'update',
      version: 2,
      ref: 'AS-1',
      title: 'Laptop',
      actor: { kind: 'user', name: 'Olga Owner' },
      changes: [
        { label: 'Classification', before: 'internal', after: 'restricted' },
        { label: 'Owner', kind: 'reference', before: null, after: 'Ann' },
      ],
    })
    expect(create).toMatchObject({ operation: 'create', version: 1 })
    expect(create?.changes.map(({ field }) => field)).toEqual(['title', 'classification', 'in_scope', 'kind'])
  })

  it('includes what belongs to it, removed links too, and keeps reasons', async () => {
    const { client, ids, params } = await scene()
    const obligationId = ids.obligation ?? ''
    const link = { ...params, obligationId, controlId: ids.control ?? '', entity: 'obligation', entityId: obligationId }
    await client.call(unlinkObligationControl, { params: link, query: { reason: 'Repealed' } })
    const { items } = await client.call(listHistory, { params: link })
    expect(items.map(({ entity, operation, title, reason }) => [entity, operation, title, reason])).toEqual([
      ['obligation_control', 'delete', 'C-9001 Seeded control for O-9001 Seeded law', 'Repealed'],
      ['obligation_review', 'create', 'Seeded', ''],
      ['obligation_control', 'create', 'C-9001 Seeded control for O-9001 Seeded law', ''],
      ['obligation', 'create', 'Seeded law', ''],
    ])
    const control = { ...params, entity: 'control', entityId: ids.control ?? '' }
    const ofControl = await client.call(listHistory, { params: control })
    expect(new Set(ofControl.items.map(({ entity }) => entity))).toEqual(
      new Set(['control', 'evidence_need', 'risk_control', 'obligation_control']),
    )
    const second = await client.call(listHistory, { params: control, query: { page: 2, pageSize: 2 } })
    expect(second.items.map(({ seq }) => seq)).toEqual(ofControl.items.slice(2, 4).map(({ seq }) => seq))
  })

  it('ends at the instant on screen', async () => {
    const { client, params } = await scene()
    const asset = await client.call(createAsset, { params, body: { title: 'Then', kind: 'site' } })
    await pause()
    const then = new Date().toISOString()
    await pause()
    await client.call(updateAsset, { params: { ...params, assetId: asset.id }, ifMatch: 1, body: { title: 'Now' } })
    const one = { ...params, entity: 'asset', entityId: asset.id }
    expect((await client.call(listHistory, { params: one, query: { asOf: then } })).total).toBe(1)
    const before = await client.call(listLedger, { params, query: { asOf: then, entity: 'asset', limit: 1 } })
    expect(before.items[0]).toMatchObject({ title: 'Then', version: 1 })
  })

  it('is 404 for what is not here, and for kinds that have none', async () => {
    const { client, params, ids } = await scene()
    const history = (entity: string, entityId: string) =>
      client.call(listHistory, { params: { ...params, entity, entityId } })
    await expect(history('asset', newId())).rejects.toMatchObject({ status: 404 })
    await expect(history('asset', ids.risk ?? '')).rejects.toMatchObject({ status: 404 })
    await expect(history('api_token', ids.api_token ?? '')).rejects.toMatchObject({ status: 404 })
  })

  it('needs the right to read that kind of object, for a token too', async () => {
    const { client, ids, params, clientAs } = await scene()
    const reader = await clientAs('reader')
    const one = { ...params, entity: 'risk', entityId: ids.risk ?? '' }
    expect((await reader.call(listHistory, { params: one })).total).toBeGreaterThan(0)
    expect((await client.call(listHistory, { params: one })).total).toBeGreaterThan(0)
  })
})

describe('the audit trail', () => {
  it('is paged downwards without a gap, and filtered', async () => {
    const { client, params, userId } = await scene()
    const pages = async (limit: number) => {
      const items = []
      let before: number | undefined
      do {
        const page = await client.call(listLedger, { params, query: { limit, background: true, before } })
        items.push(...page.items)
        before = page.nextBefore ?? undefined
      } while (before !== undefined)
      return items
    }
    const whole = await pages(17)
    const stored = await server.services.pools.owner.query(
      'select seq::int from revision where organization_id = $1 order by seq desc',
      [params.organizationId],
    )
    expect(whole.map(({ seq }) => seq)).toEqual(stored.rows.map(({ seq }) => seq))
    expect(await pages(200)).toEqual(whole)
    expect(new Set(whole.map(({ entity }) => entity)).size).toBe(entityNames.length)

    const usual = await client.call(listLedger, { params, query: { limit: 200 } })
    expect(usual.items.map(({ entity }) => entity)).not.toContain('risk_state')
    const mine = await client.call(listLedger, { params, query: { actorId: userId } })
    expect(new Set(mine.items.map(({ actor }) => actor.name))).toEqual(new Set(['Olga Owner']))
    const deletions = await client.call(listLedger, { params, query: { operation: 'delete' } })
    expect(deletions.items.map(({ title }) => title)).toEqual(['Deleted'])
    const request = deletions.items[0]?.requestId ?? ''
    const together = await client.call(listLedger, { params, query: { request } })
    expect(together.items.map(({ operation }) => operation)).toEqual(['delete', 'create'])
    const none = await client.call(listLedger, { params, query: { to: '2020-01-01T00:00:00Z' } })
    expect(none.items).toEqual([])
    const actors = await client.call(listActors, { params })
    expect(actors.items.map(({ name }) => name).sort()).toEqual(['Olga Owner', 'Seed'])
  })

  it('finds by reason', async () => {
    const { client, params, ids } = await scene()
    const one = { ...params, obligationId: ids.obligation ?? '' }
    await client.call(deleteObligation, { params: one, ifMatch: 1, query: { reason: '100% repealed' } })
    const found = await client.call(listLedger, { params, query: { q: '0% REP' } })
    const entities = found.items.map(({ entity }) => entity)
    expect(entities).toEqual(expect.arrayContaining(['obligation', 'obligation_control']))
    expect((await client.call(listLedger, { params, query: { q: '0_ REP' } })).items).toEqual([])
  })

  it('holds no secret: neither in a page, nor in a file', async () => {
    const { client, params, organizationId } = await scene()
    const secret = 'f'.repeat(60)
    const hashes = await plantHashes(organizationId, secret)
    expect(hashes).toBe(2)
    const page = await client.call(listLedger, { params, query: { limit: 200, background: true } })
    expect(page.items.some(({ entity }) => entity === 'api_token')).toBe(true)
    expect(page.items.some(({ entity }) => entity === 'invitation')).toBe(true)
    expect(JSON.stringify(page)).not.toContain(secret)
    expect(JSON.stringify(page)).not.toContain('token_hash')
    const csv = await client.download(exportLedger, { params, query: { background: true } })
    expect(await csv.text()).not.toContain(secret)
  })

  it('is taken away as a file with what changed in words', async () => {
    const { client, params, clientAs } = await scene()
    const created = await client.call(createObligation, { params, body: { title: '=Formula()', kind: 'law' } })
    await client.call(updateObligation, {
      params: { ...params, obligationId: created.id },
      ifMatch: 1,
      body: { party: 'Acme', reviewAt: '2026-03-01T00:00:00Z' },
    })
    const csv = await (await client.download(exportLedger, { params, query: { entity: 'obligation' } })).text()
    expect(csv).toContain('Next review: 2026-03-01 00:00; Party: nothing → Acme')
    expect(csv).toContain("'=Formula()")
    const xlsx = await client.download(exportLedger, { params, query: { format: 'xlsx' } })
    expect((await xlsx.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    const contributor = await clientAs('contributor')
    await expect(contributor.call(listLedger, { params })).rejects.toMatchObject({ status: 403 })
  })
})

describe('restoring', () => {
  it('brings back a deletion with everything that went with it, under the same ids', async () => {
    const { client, params, ids } = await scene()
    const obligationId = ids.obligation ?? ''
    const one = { ...params, obligationId, entity: 'obligation', entityId: obligationId }
    const before = await client.call(getObligation, { params: one })
    await client.call(deleteObligation, { params: one, ifMatch: 1, query: { reason: 'By mistake' } })
    const { items } = await client.call(listDeleted, { params })
    expect(items[0]).toMatchObject({
      reason: 'By mistake',
      rowCount: 3,
      items: [{ entity: 'obligation', entityId: obligationId, ref: 'O-9001', title: 'Seeded law' }],
    })
    const deletionId = items[0]?.deletionId ?? ''
    const restored = await client.call(restore, { params, body: { deletionId, reason: 'Was a mistake' } })
    expect(restored.rowCount).toBe(3)
    const after = await client.call(getObligation, { params: one })
    expect(after).toEqual({ ...before, version: 3, updatedAt: after.updatedAt })
    const history = await client.call(listHistory, { params: one })
    expect(history.items.map(({ entity, operation, version, reason }) => [entity, operation, version, reason])).toEqual(
      [
        ['obligation_review', 'restore', 3, 'Was a mistake'],
        ['obligation_control', 'restore', 3, 'Was a mistake'],
        ['obligation', 'restore', 3, 'Was a mistake'],
        ['obligation', 'delete', 2, 'By mistake'],
        ['obligation_control', 'delete', 2, 'By mistake'],
        ['obligation_review', 'delete', 2, 'By mistake'],
        ['obligation_review', 'create', 1, ''],
        ['obligation_control', 'create', 1, ''],
        ['obligation', 'create', 1, ''],
      ].sort((a, b) => order(history, a) - order(history, b)),
    )
    expect((await client.call(listDeleted, { params })).items.map((item) => item.deletionId)).not.toContain(deletionId)
    await expect(client.call(restore, { params, body: { deletionId, reason: 'Again' } })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'already_restored', message: expect.stringContaining('is there again already') }] },
    })
    // A page from before the deletion holds version 1; it must not fit the restored object.
    await expect(
      client.call(updateObligation, { params: one, ifMatch: 1, body: { title: 'X' } }),
    ).rejects.toMatchObject({ status: 412 })
  })

  it('brings back a risk with links, actions, acceptances and derived state', async () => {
    const { client, params, ids, organizationId } = await scene()
    const counts = () =>
      server.services.pools.owner.query(
        `select entity, count(*)::int as n from revision where organization_id = $1 and upper_inf(validity) and operation <> 'delete'
         and (entity_id = $2 or row ->> 'risk_id' = $2::text) group by entity order by entity`,
        [organizationId, ids.risk],
      )
    const before = (await counts()).rows
    const rowCount = before.reduce((sum, { n }) => sum + n, 0)
    expect(rowCount).toBeGreaterThan(5)
    const deletionId = await inDatabase(organizationId, 'delete from risk where id = $1', [ids.risk])
    expect((await counts()).rows).toEqual([])
    const restored = await client.call(restore, { params, body: { deletionId, reason: 'Needed' } })
    expect(restored).toMatchObject({ rowCount, items: [{ entity: 'risk', ref: 'R-9001' }] })
    expect((await counts()).rows).toEqual(before)
  })

  it('refuses when another one has its place, and when what it belonged to is gone', async () => {
    const { client, params, ids } = await scene()
    const created = await client.call(createObligation, { params, body: { title: 'Law', kind: 'law' } })
    const link = { ...params, obligationId: created.id, controlId: ids.control ?? '' }
    await client.call(linkObligationControl, { params: link, body: {} })
    await client.call(unlinkObligationControl, { params: link, query: { reason: 'First' } })
    await client.call(linkObligationControl, { params: link, body: { note: 'New' } })
    const deletion = (reason: string) => deletionBecause(client, params, reason)
    const taken = await deletion('First')
    await expect(client.call(restore, { params, body: { deletionId: taken, reason: 'Back' } })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'place_taken' }] },
    })
    expect((await client.call(getObligation, { params: link })).controls.map(({ note }) => note)).toEqual(['New'])

    await client.call(unlinkObligationControl, { params: link, query: { reason: 'Second' } })
    await client.call(deleteObligation, { params: link, ifMatch: 1, query: { reason: 'Third' } })
    const orphan = await deletion('Second')
    await expect(client.call(restore, { params, body: { deletionId: orphan, reason: 'Back' } })).rejects.toMatchObject({
      status: 409,
      problem: {
        refusals: [{ code: 'parent_gone', message: expect.stringContaining('the obligation it belonged to is gone') }],
      },
    })
    await client.call(restore, { params, body: { deletionId: await deletion('Third'), reason: 'Back' } })
    await client.call(restore, { params, body: { deletionId: orphan, reason: 'Back as well' } })
    expect((await client.call(getObligation, { params: link })).controls).toHaveLength(1)
  })

  it('gives nobody a standing back', async () => {
    const { client, params, ids, organizationId } = await scene()
    const deletionId = await inDatabase(organizationId, 'delete from invitation where id = $1', [ids.invitation])
    expect((await client.call(listDeleted, { params })).items.map((item) => item.deletionId)).not.toContain(deletionId)
    await expect(client.call(restore, { params, body: { deletionId, reason: 'Back' } })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'not_restorable' }] },
    })
  })

  it('says why in the ledger, is for managers, and knows no other organisation’s deletions', async () => {
    const { client, params, clientAs, ids } = await scene()
    const stranger = await scene()
    const restoring = (deletionId: string, reason = 'Back') =>
      client.call(restore, { params, body: { deletionId, reason } })
    await expect(restoring(stranger.ids.deletion ?? '')).rejects.toMatchObject({ status: 404 })
    await expect(restoring(newId())).rejects.toMatchObject({ status: 404 })
    await expect(restoring(ids.deletion ?? '', ' ')).rejects.toMatchObject({ status: 422 })
    const contributor = await clientAs('contributor')
    await expect(
      contributor.call(restore, { params, body: { deletionId: ids.deletion ?? '', reason: 'Back' } }),
    ).rejects.toMatchObject({ status: 403 })
    const manager = await clientAs('manager')
    await manager.call(restore, { params, body: { deletionId: ids.deletion ?? '', reason: 'Back' } })
  })

  it('keeps the version going through deletion and restoration of one asset', async () => {
    const { client, params } = await scene()
    const asset = await client.call(createAsset, { params, body: { title: 'Twice', kind: 'site' } })
    const one = { ...params, assetId: asset.id }
    for (const version of [1, 3]) {
      await client.call(deleteAsset, { params: one, ifMatch: version })
      const deletionId = (await client.call(listDeleted, { params })).items[0]?.deletionId ?? ''
      await client.call(restore, { params, body: { deletionId, reason: 'Back' } })
      expect((await client.call(getAsset, { params: one })).version).toBe(version + 2)
    }
    expect((await client.call(getAsset, { params: one })).createdAt).toBe(asset.createdAt)
  })
})

type History = { readonly items: readonly { readonly entity: string; readonly operation: string }[] }

/** Rows of one request come in the order the database wrote them; the test says only which there are. */
function order({ items }: History, wanted: readonly unknown[]): number {
  return items.findIndex(({ entity, operation }) => entity === wanted[0] && operation === wanted[1])
}

async function deletionBecause(
  client: TestOrganization['client'],
  params: { readonly organizationId: string },
  reason: string,
): Promise<string> {
  const { items } = await client.call(listDeleted, { params, query: { pageSize: 100 } })
  return items.find((item) => item.reason === reason)?.deletionId ?? ''
}

/** Writes as the system would, in a request of its own, whose id it gives. */
async function inDatabase(organizationId: string, statement: string, values: unknown[]): Promise<string> {
  const requestId = newId()
  const client = await server.services.pools.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true),
        set_config('app.actor_id', 'test', true), set_config('app.actor_name', 'Test', true), set_config('app.request_id', $2, true)`,
      [organizationId, requestId],
    )
    await client.query(statement, values)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return requestId
}

/** Puts a recognisable hash where secrets are kept; gives how many revisions now hold it. */
async function plantHashes(organizationId: string, secret: string): Promise<number> {
  await inDatabase(organizationId, 'update api_token set token_hash = $1', [secret])
  await inDatabase(organizationId, 'update invitation set token_hash = $1', [secret])
  const rows = await server.services.pools.owner.query(
    `select count(*)::int as n from revision where organization_id = $1 and row ->> 'token_hash' = $2`,
    [organizationId, secret],
  )
  return rows.rows[0].n
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
