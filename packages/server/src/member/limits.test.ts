import { exportAccessLog, listAccessLog } from '@sinew/contract/access-log/access-log-contract.ts'
import { acceptInvitation, getSession } from '@sinew/contract/account/account-contract.ts'
import type { BodyOf, Client } from '@sinew/contract/client.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { createEvidence, getEvidence, listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { getEvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import { downloadFile, uploadFile } from '@sinew/contract/file/file-contract.ts'
import { listHistory, listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { changeRole, createInvitation, limitMember, listMembers } from '@sinew/contract/member/member-contract.ts'
import { createRisk, getRisk, listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { listViews } from '@sinew/contract/view/view-contract.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

const unlimited = { accessUntil: null, readFrom: null, readUntil: null, areas: [] }
const today = new Date().toISOString().slice(0, 10)
const daysFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const dayFrom = (days: number) => daysFrom(days).slice(0, 10)

let server: TestServer
let ours: TestOrganization
let params: { organizationId: string }
let auditor: Client
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  server.setNow(null)
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
  auditor = await ours.clientAs('auditor')
})

async function memberOf(role: Role) {
  const { items } = await ours.client.call(listMembers, { params, query: { role } })
  const [member] = items
  if (member === undefined) throw new Error(`no ${role}`)
  return member
}

async function limit(role: Role, body: Partial<BodyOf<typeof limitMember>>, by = ours.client) {
  const { id, version } = await memberOf(role)
  return by.call(limitMember, {
    params: { ...params, memberId: id },
    ifMatch: version,
    body: { ...unlimited, ...body },
  })
}

describe('the last day of an access', () => {
  it('ends it everywhere with a sentence, and a manager extends it', async () => {
    const manager = await ours.clientAs('manager')
    await limit('auditor', { accessUntil: today, reason: 'Stage 2' }, manager)
    await auditor.call(listRisks, { params })
    expect((await auditor.call(getSession)).organizations).toMatchObject([{ accessUntil: today, hasEnded: false }])
    await limit('auditor', { accessUntil: dayFrom(-1) }, manager)
    const ended = {
      status: 403,
      message: expect.stringMatching(/^Your access to this organisation ended on .*\. Ask an owner or manager/),
    }
    await expect(auditor.call(listRisks, { params })).rejects.toMatchObject(ended)
    await expect(auditor.download(exportAccessLog, { params })).rejects.toMatchObject(ended)
    expect((await auditor.call(getSession)).organizations).toMatchObject([{ hasEnded: true }])
    await limit('auditor', { accessUntil: dayFrom(7) }, manager)
    await auditor.call(listRisks, { params })
    const { id } = await memberOf('auditor')
    const { items } = await ours.client.call(listLedger, { params, query: { entity: 'member' } })
    expect(items.filter(({ entityId }) => entityId === id).map(({ reason }) => reason)).toContain('Stage 2')
  })

  it('is none of an owner’s, and a manager limits neither owners nor managers', async () => {
    const manager = await ours.clientAs('manager')
    const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
    await expect(limit('owner', { accessUntil: today })).rejects.toMatchObject(refused('owner_without_end'))
    await expect(limit('manager', { accessUntil: today }, manager)).rejects.toMatchObject(refused('above_own_role'))
    await expect(limit('manager', { readFrom: today })).rejects.toMatchObject(refused('auditors_only'))
    await expect(limit('manager', {}, auditor)).rejects.toMatchObject({ status: 403 })
  })

  it('comes with the invitation', async () => {
    const body = {
      email: 'ada@example.org',
      role: 'auditor',
      ...unlimited,
      accessUntil: dayFrom(30),
      areas: ['soa'],
    } as const
    const invitation = await ours.client.call(createInvitation, { params, body: { ...body, areas: ['soa'] } })
    expect(invitation).toMatchObject({ accessUntil: dayFrom(30), areas: ['soa'] })
    const token = invitation.link.split('/').at(-1) ?? ''
    await server.anonymous.call(acceptInvitation, {
      params: { token },
      body: { name: 'Ada Auditor', password: 'correct horse battery' },
    })
    const { items } = await ours.client.call(listMembers, { params, query: { q: 'ada@' } })
    expect(items).toMatchObject([{ accessUntil: dayFrom(30), areas: ['soa'] }])
  })

  it('stays with another role; period and areas do not', async () => {
    const limited = await limit('auditor', { accessUntil: dayFrom(7), readFrom: today, areas: ['risk'] })
    const one = { ...params, memberId: limited.id }
    await expect(
      ours.client.call(changeRole, { params: one, ifMatch: limited.version, body: { role: 'owner' } }),
    ).rejects.toMatchObject({ status: 409 })
    const reader = await ours.client.call(changeRole, {
      params: one,
      ifMatch: limited.version,
      body: { role: 'reader' },
    })
    expect(reader).toMatchObject({ accessUntil: dayFrom(7), readFrom: null, areas: [] })
  })
})

describe('an auditor who is limited', () => {
  it('to areas reads those and what belongs to nobody, and no other', async () => {
    const risk = await ours.client.call(createRisk, { params, body: { title: 'Ransomware' } })
    await limit('auditor', { areas: ['control'] })
    await auditor.call(listControls, { params })
    await expect(auditor.call(listRisks, { params })).rejects.toMatchObject({
      status: 403,
      message: 'Your access does not cover this area (risk).',
    })
    await expect(
      auditor.call(listHistory, { params: { ...params, entity: 'risk', entityId: risk.id } }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('to a period sees evidence, audit trail and past of that period alone', async () => {
    const { client } = ours
    const add = async (title: string, collectedAt: string) => {
      const file = await client.call(uploadFile, { params, body: title, query: { name: 'a.txt' } })
      const body = { title, kind: 'file', fileId: file.id, nature: 'operation', collectedAt } as const
      return { file, piece: await client.call(createEvidence, { params, body }) }
    }
    const early = await add('early', daysFrom(-40))
    const late = await add('late', daysFrom(-5))
    const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
    await limit('auditor', { readFrom: dayFrom(-10), readUntil: dayFrom(-1) })

    const { items } = await auditor.call(listEvidence, { params })
    expect(items.map(({ title }) => title)).toEqual(['late'])
    const outside = { status: 403, message: expect.stringMatching(/^Your access covers .* to .*;/) }
    const evidence = (evidenceId: string) => auditor.call(getEvidence, { params: { ...params, evidenceId } })
    await evidence(late.piece.id)
    await expect(evidence(early.piece.id)).rejects.toMatchObject(outside)
    const bytes = (fileId: string) => auditor.download(downloadFile, { params: { ...params, fileId } })
    expect(await (await bytes(late.file.id)).text()).toBe('late')
    await expect(bytes(early.file.id)).rejects.toMatchObject(outside)
    const room = (from: string) => auditor.call(getEvidenceRoom, { params, query: { from, until: dayFrom(-1) } })
    expect((await room(dayFrom(-10))).pieces).toBe(1)
    await expect(room(dayFrom(-11))).rejects.toMatchObject(outside)
    await expect(auditor.call(listRisks, { params, query: { asOf: daysFrom(-20) } })).rejects.toMatchObject(outside)

    // All was written today, after the period.
    expect((await auditor.call(listLedger, { params })).items).toEqual([])
    const history = { params: { ...params, entity: 'risk', entityId: risk.id } } as const
    expect(await auditor.call(listHistory, history)).toMatchObject({ total: 0 })
    await limit('auditor', { readFrom: dayFrom(-10) })
    expect((await auditor.call(listHistory, history)).total).toBeGreaterThan(0)
  })
})

describe('the access log', () => {
  it('names what auditors opened, once for each object and hour, to owners and managers', async () => {
    const risk = await ours.client.call(createRisk, { params, body: { title: 'Ransomware' } })
    const one = { params: { ...params, riskId: risk.id } }
    server.setNow(new Date('2026-03-01T10:05:00Z'))
    await auditor.call(getRisk, one)
    await auditor.call(getRisk, one)
    server.setNow(new Date('2026-03-01T11:00:00Z'))
    await auditor.call(getRisk, one)
    await auditor.call(listRisks, { params })
    await auditor.call(listViews, { params, query: { screen: 'risks' } })
    await expect(auditor.call(listAccessLog, { params })).rejects.toMatchObject({ status: 403 })
    await (await ours.clientAs('reader')).call(getRisk, one)

    const manager = await ours.clientAs('manager')
    const { items, total } = await manager.call(listAccessLog, { params, query: { sort: 'at' } })
    expect(total).toBe(3)
    expect(items[0]).toMatchObject({
      at: '2026-03-01T10:05:00.000Z',
      memberName: 'Someone auditor',
      route: 'getRisk',
      objectId: risk.id,
      objectName: expect.stringContaining('Ransomware'),
      byToken: false,
    })
    expect(items.map(({ route }) => route).sort()).toEqual(['getRisk', 'getRisk', 'listRisks'])
    const among = async (query: NonNullable<Parameters<Client['call']>[1]>['query']) =>
      (await manager.call(listAccessLog, { params, query: query as never })).total
    expect(await among({ from: '2026-03-02' } as never)).toBe(0)
    expect(await among({ until: '2026-03-01', q: 'someone' } as never)).toBe(3)
    const csv = await (await manager.download(exportAccessLog, { params })).text()
    expect(csv).toContain('Ransomware')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
  })

  it('cannot be changed or emptied, and shows nothing of another organisation', async () => {
    await auditor.call(listRisks, { params })
    const { pools } = server.services
    for (const change of ["update access_log set route = 'x'", 'delete from access_log']) {
      const client = await pools.app.connect()
      await client.query('begin')
      await client.query("select set_config('app.organization_id', $1, true)", [ours.organizationId])
      await expect(client.query(change)).rejects.toThrow('only ever added to')
      await client.query('rollback')
      client.release()
    }
    const other = await server.createOrganization('Another')
    expect(await other.client.call(listAccessLog, { params: { organizationId: other.organizationId } })).toMatchObject({
      total: 0,
    })
  })
})
