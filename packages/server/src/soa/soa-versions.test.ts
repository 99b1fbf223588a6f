import { createHash } from 'node:crypto'
import { createControl, updateControl } from '@sinew/contract/control/control-contract.ts'
import { updateOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { exportSoaVersion, getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import {
  approveSoaVersion,
  diffSoa,
  getSoaVersion,
  listSoaVersions,
  proposeSoaVersion,
  rejectSoaVersion,
  verifySoaVersion,
  withdrawSoaVersion,
} from '@sinew/contract/soa/soa-version-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { planChange } from '../test/plan-change.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { giveReasons, lineOf } from '../test/test-statement.ts'

const fact = 'No code is written or commissioned, see the scope.'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

/** An organisation whose statement has no error, with the owner and a manager. */
async function ready() {
  const organization = await server.createOrganization()
  await giveReasons(server.services, organization.organizationId)
  const manager = await organization.clientAs('manager')
  return { ...organization, manager, params: { organizationId: organization.organizationId } }
}
type Ready = Awaited<ReturnType<typeof ready>>

async function approveOne(one: Ready) {
  const proposed = await one.manager.call(proposeSoaVersion, { params: one.params, body: { note: 'Yearly review' } })
  const params = { ...one.params, soaVersionId: proposed.id }
  const changeId = await planChange(one.manager, one.organizationId, ['soa'], one.client)
  const body = { note: 'Agreed', changeId }
  return one.client.call(approveSoaVersion, { params, ifMatch: proposed.version, body })
}

async function leaveOut(one: Ready, ref: string) {
  const line = await lineOf(one.client, one.organizationId, ref)
  await one.client.call(updateSoaLine, {
    params: { ...one.params, controlId: line.controlId },
    ifMatch: line.version,
    body: { applicable: false, justification: fact },
  })
}

/** Runs a statement as the role the application serves with. */
async function asServingRole(one: TestOrganization, statement: string): Promise<void> {
  const client = await server.services.pools.app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.organization_id', $1, true), set_config('app.actor_kind', 'system', true), set_config('app.actor_id', 'x', true),
        set_config('app.actor_name', 'x', true), set_config('app.request_id', gen_random_uuid()::text, true)`,
      [one.organizationId],
    )
    await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

describe('a version', () => {
  it('is proposed by one, approved by another, and is then in force', async () => {
    const one = await ready()
    const proposed = await one.manager.call(proposeSoaVersion, { params: one.params, body: { note: 'First' } })
    expect(proposed).toMatchObject({
      number: 1,
      status: 'proposed',
      note: 'First',
      lineCount: 93,
      excludedCount: 0,
      proposedByName: 'Someone manager',
      decidedAt: null,
      approvedAlone: false,
    })
    expect(proposed.refusals.approve.map((refusal) => refusal.code)).toEqual(['soa-own-proposal'])
    const params = { ...one.params, soaVersionId: proposed.id }
    const approved = await one.client.call(approveSoaVersion, { params, ifMatch: 1, body: { note: 'Agreed' } })
    expect(approved).toMatchObject({
      status: 'approved',
      decidedByName: 'Olga Owner',
      decisionNote: 'Agreed',
      approvedAlone: false,
    })
    const soa = await one.client.call(getSoa, { params })
    expect(soa.approved).toMatchObject({ number: 1, hash: proposed.hash })
    expect(soa.counts.changed).toEqual({ decision: 0, status: 0 })
    expect((await one.client.call(verifySoaVersion, { params })).sentence).toBe(
      'Version 1 is unchanged since Someone manager proposed it.',
    )
  })

  it('pins its content, which anybody can hash again', async () => {
    const one = await ready()
    await leaveOut(one, 'A.8.30')
    const version = await approveOne(one)
    const params = { ...one.params, soaVersionId: version.id }
    const { content, hash } = await one.client.call(getSoaVersion, { params })
    expect(content).toMatchObject({
      format: 'sinew-soa-1',
      version: 1,
      previous: null,
      organization: 'Test organisation',
    })
    expect(content.lines).toHaveLength(93)
    expect(content.lines.find((line) => line.ref === 'A.8.30')).toMatchObject({
      applicable: false,
      justification: fact,
    })
    const file = await one.client.download(exportSoaVersion, { params, query: { format: 'json' } })
    const text = await file.text()
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash)
    expect(JSON.parse(text)).toEqual(content)
    await leaveOut(one, 'A.8.28')
    expect((await one.client.call(getSoaVersion, { params })).content).toEqual(content)
  })

  it('is never changed or deleted, not even by the serving role of the database', async () => {
    const one = await ready()
    const version = await approveOne(one)
    const where = `where id = '${version.id}'`
    for (const change of [
      `update soa_version set content = jsonb_set(content, '{scope}', '"less"') ${where}`,
      `update soa_version set content_hash = repeat('0', 64) ${where}`,
      `update soa_version set note = 'else' ${where}`,
      `update soa_version set scope = 'else' ${where}`,
      `update soa_version set decided_by_name = 'Somebody else' ${where}`,
      `update soa_version set decision_note = 'else' ${where}`,
      `update soa_version set status = 'proposed', decided_at = null, decided_by = null ${where}`,
      `update soa_version set status = 'rejected' ${where}`,
      `delete from soa_version ${where}`,
      'truncate soa_version',
    ]) {
      await expect(asServingRole(one, change), change).rejects.toThrow(
        /does not change|never deleted|permission denied|must be owner/,
      )
    }
    const params = { ...one.params, soaVersionId: version.id }
    expect((await one.client.call(verifySoaVersion, { params })).matches).toBe(true)
  })

  it('that somebody changed behind the application’s back does not match its hash', async () => {
    const one = await ready()
    const version = await approveOne(one)
    const owner = await server.services.pools.owner.connect()
    try {
      await owner.query('begin')
      await owner.query("select set_config('app.organization_id', $1, true)", [one.organizationId])
      await owner.query('alter table soa_version disable trigger user')
      const tamper = `jsonb_set(content, '{lines,0,justification}', '"never mind"')`
      await owner.query(`update soa_version set content = ${tamper} where id = $1`, [version.id])
      await owner.query('alter table soa_version enable trigger user')
      await owner.query('commit')
    } finally {
      owner.release()
    }
    const params = { ...one.params, soaVersionId: version.id }
    const verified = await one.client.call(verifySoaVersion, { params })
    expect(verified).toMatchObject({ matches: false, stored: version.hash })
    expect(verified.computed).not.toBe(version.hash)
    expect(verified.sentence).toContain('not what was proposed')
  })

  it('names the version before it, which makes a chain', async () => {
    const one = await ready()
    const first = await approveOne(one)
    await leaveOut(one, 'A.8.30')
    const second = await approveOne(one)
    const params = { ...one.params, soaVersionId: second.id }
    const { content } = await one.client.call(getSoaVersion, { params })
    expect(content.previous).toEqual({ version: 1, hash: first.hash })
    expect(await one.client.call(verifySoaVersion, { params })).toMatchObject({ matches: true, previousMatches: true })
    const { items } = await one.client.call(listSoaVersions, { params })
    expect(items.map((item) => [item.number, item.status])).toEqual([
      [2, 'approved'],
      [1, 'superseded'],
    ])
  })

  it('is sent back with the reason, or taken back, and its number is not used again', async () => {
    const one = await ready()
    const first = await one.manager.call(proposeSoaVersion, { params: one.params, body: {} })
    const rejecting = { params: { ...one.params, soaVersionId: first.id }, ifMatch: first.version }
    await expect(one.client.call(rejectSoaVersion, { ...rejecting, body: { note: ' ' } })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'note', message: 'Say what has to change.' }] },
    })
    const rejected = await one.client.call(rejectSoaVersion, { ...rejecting, body: { note: 'A.8.30 is missing' } })
    expect(rejected).toMatchObject({
      status: 'rejected',
      decisionNote: 'A.8.30 is missing',
      decidedByName: 'Olga Owner',
    })
    const second = await one.manager.call(proposeSoaVersion, { params: one.params, body: {} })
    const params = { ...one.params, soaVersionId: second.id }
    const withdrawn = await one.manager.call(withdrawSoaVersion, { params, ifMatch: second.version, body: {} })
    expect(withdrawn).toMatchObject({ number: 2, status: 'withdrawn' })
    const third = await one.manager.call(proposeSoaVersion, { params: one.params, body: {} })
    expect(third.number).toBe(3)
    const soa = await one.client.call(getSoa, { params })
    expect(soa).toMatchObject({ approved: null, proposed: { number: 3 } })
  })

  it('makes a line that loses its reason an error; a control that came later is only undecided', async () => {
    const one = await ready()
    await approveOne(one)
    const line = await lineOf(one.client, one.organizationId, 'A.5.1')
    await one.client.call(updateSoaLine, {
      params: { ...one.params, controlId: line.controlId },
      ifMatch: line.version,
      body: { writtenReasons: [] },
    })
    await one.client.call(createControl, { params: one.params, body: { title: 'Escrow of keys', theme: 'people' } })
    const { counts, lines, proposeRefusals } = await one.client.call(getSoa, { params: one.params })
    const rules = (ref: string) => lines.find((each) => each.ref === ref)?.issues.map((issue) => issue.rule)
    expect(rules('A.5.1')).toContain('included-for-no-reason')
    expect(rules('C-1')).toEqual(['undecided'])
    expect(counts).toMatchObject({ undecided: 1, issues: { error: 1, note: 1 } })
    expect(proposeRefusals.map(({ code }) => code)).toEqual(['included-for-no-reason', 'undecided'])
  })

  it('is not proposed with errors, nor while another waits', async () => {
    const empty = await server.createOrganization()
    const refused = empty.client.call(proposeSoaVersion, { params: { organizationId: empty.organizationId }, body: {} })
    await expect(refused).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'undecided' }] },
    })
    const one = await ready()
    await one.manager.call(proposeSoaVersion, { params: one.params, body: {} })
    const again = one.client.call(proposeSoaVersion, { params: one.params, body: {} })
    await expect(again).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'soa-proposal-open' }] } })
    const soa = await one.client.call(getSoa, { params: one.params })
    expect(soa.proposeRefusals.map((refusal) => refusal.code)).toEqual(['soa-proposal-open'])
  })

  it('is proposed by one of two who try at the same time', async () => {
    const one = await ready()
    const tries = await Promise.allSettled(
      [one.client, one.manager].map((client) => client.call(proposeSoaVersion, { params: one.params, body: {} })),
    )
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = tries.find((each) => each.status === 'rejected')
    expect(failed?.reason).toMatchObject({ status: 409, problem: { refusals: [{ code: 'soa-proposal-open' }] } })
  })

  it('is not approved by the one who proposed it while there is somebody else', async () => {
    const one = await ready()
    const proposed = await one.client.call(proposeSoaVersion, { params: one.params, body: {} })
    const params = { ...one.params, soaVersionId: proposed.id }
    await expect(one.client.call(approveSoaVersion, { params, ifMatch: 1, body: {} })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'soa-own-proposal' }] },
    })
    const owner = await one.clientAs('owner')
    expect((await owner.call(approveSoaVersion, { params, ifMatch: 1, body: {} })).approvedAlone).toBe(false)
  })

  it('is approved alone when there is nobody else, and says so for ever', async () => {
    const organization = await server.createOrganization()
    await giveReasons(server.services, organization.organizationId)
    await organization.clientAs('auditor')
    const params = { organizationId: organization.organizationId }
    const proposed = await organization.client.call(proposeSoaVersion, { params, body: {} })
    const one = { ...params, soaVersionId: proposed.id }
    const approved = await organization.client.call(approveSoaVersion, { params: one, ifMatch: 1, body: {} })
    expect(approved.approvedAlone).toBe(true)
  })

  it('is decided on once, and by who saw it as it is', async () => {
    const one = await ready()
    const version = await approveOne(one)
    const params = { ...one.params, soaVersionId: version.id }
    for (const decide of [approveSoaVersion, withdrawSoaVersion, rejectSoaVersion]) {
      const stale = one.client.call(decide, { params, ifMatch: 1, body: { note: 'x' } })
      await expect(stale).rejects.toMatchObject({ status: 412 })
      const late = one.client.call(decide, { params, ifMatch: version.version, body: { note: 'x' } })
      await expect(late).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'soa-not-proposed' }] } })
      await expect(one.client.call(decide, { params, body: { note: 'x' } })).rejects.toMatchObject({ status: 428 })
    }
  })

  it('is approved by owners only, read by everybody inside, and by nobody outside', async () => {
    const one = await ready()
    const proposed = await one.client.call(proposeSoaVersion, { params: one.params, body: {} })
    const params = { ...one.params, soaVersionId: proposed.id }
    await expect(one.manager.call(approveSoaVersion, { params, ifMatch: 1, body: {} })).rejects.toMatchObject({
      status: 403,
    })
    const auditor = await one.clientAs('auditor')
    expect((await auditor.call(getSoaVersion, { params })).number).toBe(1)
    await expect(auditor.call(proposeSoaVersion, { params, body: {} })).rejects.toMatchObject({ status: 403 })
    const other = await ready()
    const theirs = { ...other.params, soaVersionId: proposed.id }
    for (const route of [getSoaVersion, verifySoaVersion, exportSoaVersion]) {
      await expect(other.client.call(route, { params: theirs })).rejects.toMatchObject({ status: 404 })
    }
    const steal = other.client.call(approveSoaVersion, { params: theirs, ifMatch: 1, body: {} })
    await expect(steal).rejects.toMatchObject({ status: 404 })
  })
})

describe('what changed', () => {
  it('since approval is listed line by line, decisions apart from statuses', async () => {
    const one = await ready()
    await approveOne(one)
    await leaveOut(one, 'A.8.30')
    const line = await lineOf(one.client, one.organizationId, 'A.5.1')
    await one.client.call(updateControl, {
      params: { ...one.params, controlId: line.controlId },
      ifMatch: line.version,
      body: { implementation: 'implemented', description: 'Signed by the board' },
    })
    await one.client.call(createControl, { params: one.params, body: { title: 'Escrow', theme: 'people' } })
    const soa = await one.client.call(getSoa, { params: one.params, query: { changed: 'any' } })
    expect(soa.lines.map((each) => each.ref)).toEqual(['A.5.1', 'A.8.30', 'C-1'])
    expect(soa.counts.changed).toEqual({ decision: 2, status: 1 })
    expect(soa.lines[0]?.changes.map((change) => [change.field, change.needsApproval])).toEqual([
      ['implementation', false],
      ['description', false],
    ])
    const decisions = await one.client.call(getSoa, { params: one.params, query: { changed: 'decision' } })
    expect(decisions.lines.map((each) => each.ref)).toEqual(['A.8.30', 'C-1'])
    const statuses = await one.client.call(getSoa, { params: one.params, query: { changed: 'status' } })
    expect(statuses.lines.map((each) => each.ref)).toEqual(['A.5.1'])
  })

  it('between two versions, or a version and the statement as it is, is field by field', async () => {
    const one = await ready()
    await approveOne(one)
    await leaveOut(one, 'A.8.30')
    const organization = await one.client.call(updateOrganization, {
      params: one.params,
      ifMatch: one.organization.version,
      body: { scope: 'Everything in Berlin' },
    })
    expect(organization.scope).toBe('Everything in Berlin')
    await approveOne(one)
    const params = one.params
    const versions = await one.client.call(diffSoa, { params, query: { from: 1, to: 2 } })
    expect(versions).toMatchObject({
      from: { number: 1 },
      to: { number: 2 },
      head: [{ field: 'scope', before: '', after: 'Everything in Berlin' }],
      counts: { lines: 1, decisions: 1, statuses: 0 },
    })
    expect(versions.changes.map((change) => [change.field, change.before, change.after])).toEqual([
      ['applicable', 'applicable', 'excluded'],
      ['justification', '', fact],
    ])
    const backwards = await one.client.call(diffSoa, { params, query: { from: 2, to: 1 } })
    expect(backwards.changes[0]).toMatchObject({ before: 'excluded', after: 'applicable' })
    const live = await one.client.call(diffSoa, { params, query: { from: 2 } })
    expect(live).toMatchObject({ to: null, changes: [], head: [] })
    await expect(one.client.call(diffSoa, { params, query: { from: 7 } })).rejects.toMatchObject({ status: 404 })
    await expect(one.client.call(diffSoa, { params, query: { from: 'soon' as 'live' } })).rejects.toMatchObject({
      status: 400,
    })
  })

  it('shows the past as it was', async () => {
    const one = await ready()
    await pause()
    const before = new Date().toISOString()
    await pause()
    const proposed = await one.manager.call(proposeSoaVersion, { params: one.params, body: {} })
    await pause()
    const between = new Date().toISOString()
    await pause()
    const params = { ...one.params, soaVersionId: proposed.id }
    await one.client.call(approveSoaVersion, { params, ifMatch: 1, body: {} })
    const list = async (asOf: string) => (await one.client.call(listSoaVersions, { params, query: { asOf } })).items
    expect(await list(before)).toEqual([])
    expect(await list(between)).toMatchObject([{ number: 1, status: 'proposed', decidedAt: null }])
    expect((await one.client.call(getSoa, { params, query: { asOf: between } })).approved).toBeNull()
    expect((await one.client.call(getSoa, { params })).approved?.number).toBe(1)
    expect((await one.client.call(verifySoaVersion, { params, query: { asOf: between } })).matches).toBe(true)
  })
})
