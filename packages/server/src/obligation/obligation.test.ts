import {
  createObligation,
  deleteObligation,
  exportObligations,
  getObligation,
  importObligations,
  linkObligationControl,
  listObligations,
  unlinkObligationControl,
  updateObligation,
} from '@sinew/contract/obligation/obligation-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let ids: SeededRows
let params: { readonly organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  ids = await seedRows(server.services.pools.app, ours.organizationId, ours.userId)
  params = { organizationId: ours.organizationId }
})

const create = (title: string, more: object = {}) =>
  ours.client.call(createObligation, { params, body: { title, kind: 'contract', ...more } })

describe('obligations', () => {
  it('are created, listed, changed and removed with a reason', async () => {
    const { client } = ours
    const created = await create('Data processing agreement', { party: 'Acme', ownerId: ids.person })
    expect(created).toMatchObject({ number: 1, version: 1, party: 'Acme', ownerName: 'Seeded person', controls: [] })
    const one = { ...params, obligationId: created.id }
    const changed = await client.call(updateObligation, {
      params: one,
      ifMatch: 1,
      body: { requirement: 'Tell within 24 hours', reviewAt: '2026-12-01T00:00:00+01:00' },
    })
    expect(changed).toMatchObject({ version: 2, reviewAt: '2026-11-30T23:00:00.000Z', party: 'Acme' })
    await expect(
      client.call(updateObligation, { params: one, ifMatch: 1, body: { title: 'Mine' } }),
    ).rejects.toMatchObject({ status: 412 })

    const acme = await client.call(listObligations, { params, query: { q: 'acme' } })
    expect(acme.items.map(({ id }) => id)).toEqual([created.id])
    expect((await client.call(listObligations, { params, query: { number: 1 } })).total).toBe(1)
    expect((await client.call(listObligations, { params, query: { kind: 'promise' } })).total).toBe(0)
    const csv = await client.download(exportObligations, { params, query: { q: 'acme' } })
    expect(await csv.text()).toContain('O-1,Data processing agreement,contract')

    await expect(
      client.call(deleteObligation, { params: one, ifMatch: 2, query: { reason: '' } }),
    ).rejects.toMatchObject({ status: 400, problem: { errors: [{ path: 'reason' }] } })
    await client.call(deleteObligation, { params: one, ifMatch: 2, query: { reason: 'Contract ended' } })
    await expect(client.call(getObligation, { params: one })).rejects.toMatchObject({ status: 404 })
  })

  it('rest on controls; taking one away is a decision with a reason', async () => {
    const { client } = ours
    const { id: obligationId } = await create('Law with controls')
    const link = { ...params, obligationId, controlId: ids.control ?? '' }
    const linked = await client.call(linkObligationControl, { params: link, body: { note: 'Article 32' } })
    expect(linked.controls).toEqual([
      {
        controlId: ids.control,
        ref: 'C-9001',
        title: 'Seeded control',
        proof: 'unproven',
        applicable: true,
        note: 'Article 32',
      },
    ])
    const again = await client.call(linkObligationControl, { params: link, body: { note: 'Article 33' } })
    expect(again.controls.map(({ note }) => note)).toEqual(['Article 33'])
    const filtered = await client.call(listObligations, { params, query: { controlId: ids.control, linked: true } })
    expect(filtered.items.map((item) => [item.title, item.controlCount])).toEqual([
      ['Law with controls', 1],
      ['Seeded law', 1],
    ])
    await pause()
    const before = new Date().toISOString()
    await pause()
    const unlinked = await client.call(unlinkObligationControl, { params: link, query: { reason: 'Repealed' } })
    expect(unlinked.controls).toEqual([])
    const past = await client.call(getObligation, { params: link, query: { asOf: before } })
    expect(past.controls).toHaveLength(1)
    const revision = await server.services.pools.owner.query(
      `select operation, reason, row ->> 'note' as note from revision
       where organization_id = $1 and entity = 'obligation_control' and row ->> 'obligation_id' = $2 order by seq desc limit 1`,
      [params.organizationId, obligationId],
    )
    expect(revision.rows[0]).toEqual({ operation: 'delete', reason: 'Repealed', note: 'Article 33' })
    await expect(
      client.call(unlinkObligationControl, { params: link, query: { reason: 'Again' } }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('come due for review at the instant on screen', async () => {
    const { client } = ours
    const due = await create('Due', { reviewAt: '2020-01-01T00:00:00Z' })
    const later = await create('Later', { reviewAt: '2199-01-01T00:00:00Z' })
    const now = await client.call(listObligations, { params, query: { reviewDue: true } })
    expect(now.items.map(({ id }) => id)).toEqual([due.id])
    const notYet = await client.call(listObligations, { params, query: { reviewDue: false, sort: 'reviewAt' } })
    expect(notYet.items[0]?.id).toBe(later.id)
    expect(notYet.items.map(({ id }) => id)).not.toContain(due.id)
  })

  it('say what is wrong with the input, and refuse what is not here', async () => {
    const { client } = ours
    await expect(create('', { kind: 'wish', reviewAt: 'soon' })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'title' }, { path: 'kind' }, { path: 'reviewAt' }] },
    })
    await expect(create('X', { owner: 'me' })).rejects.toMatchObject({ status: 422 })
    const stranger = await server.createOrganization()
    const theirs = await seedRows(server.services.pools.app, stranger.organizationId, stranger.userId)
    await expect(create('X', { ownerId: theirs.person })).rejects.toMatchObject({ status: 404 })
    const link = { ...params, obligationId: ids.obligation ?? '', controlId: theirs.control ?? '' }
    await expect(client.call(linkObligationControl, { params: link, body: {} })).rejects.toMatchObject({ status: 404 })
  })

  it('are written by contributors and read by everybody here', async () => {
    const reader = await ours.clientAs('reader')
    expect((await reader.call(listObligations, { params })).page).toBe(1)
    await expect(reader.call(createObligation, { params, body: { title: 'X', kind: 'law' } })).rejects.toMatchObject({
      status: 403,
    })
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a table of obligations', () => {
  const table = (...rows: readonly string[]) =>
    ['Title;Kind;Party;Owner;Review every (months);Review;Tell of incidents within (hours);Kept by', ...rows].join('\n')

  it('is looked through, then added whole with the controls that keep them', async () => {
    const { client, organizationId } = await server.createOrganization()
    const here = { organizationId }
    const csv = table(
      'Tell of breaches;law;Authority;Olga Owner;12;;72;"A.5.24; A.5.26"',
      'Uptime;;All customers;;;2027-01-31;;',
    )
    for (const dryRun of [true, false])
      expect(await client.call(importObligations, { params: here, body: { csv, dryRun } })).toEqual({
        added: 2,
        rows: 2,
        problems: [],
      })
    const { items } = await client.call(listObligations, { params: here, query: { sort: 'number' } })
    expect(items).toMatchObject([
      { title: 'Tell of breaches', kind: 'law', ownerName: 'Olga Owner', notifyHours: 72, controlCount: 2 },
      { title: 'Uptime', kind: 'contract', reviewAt: '2027-01-31T12:00:00.000Z', controlCount: 0 },
    ])
    // One rhythm from now, as where it is written by hand.
    expect(items[0]?.reviewAt).not.toBeNull()
    const exported = await (await client.download(exportObligations, { params: here })).text()
    expect(exported.split('\n')[0]).toContain('Review every (months)')
  })

  it('with a problem is not added at all, and each problem says its line and column', async () => {
    const { client, organizationId } = await server.createOrganization()
    const here = { organizationId }
    const csv = table(';habit;;Nobody known;0;soon;x;A.9.1', 'Fine;law;;;;;;')
    const { added, problems } = await client.call(importObligations, { params: here, body: { csv } })
    expect(added).toBe(0)
    expect(problems.map(({ row, column }) => `${row} ${column}`).toSorted()).toEqual([
      '2 Kept by',
      '2 Kind',
      '2 Owner',
      '2 Review',
      '2 Review every (months)',
      '2 Tell of incidents within (hours)',
      '2 Title',
    ])
    expect((await client.call(listObligations, { params: here })).total).toBe(0)
  })
})
