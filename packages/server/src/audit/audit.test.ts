import {
  auditChecks,
  auditEvidence,
  auditExceptions,
  auditFindings,
  auditors,
  auditProgrammes,
  audits,
} from '@sinew/contract/audit/audit-contract.ts'
import {
  drawAuditSample,
  getAuditCoverage,
  getAuditReport,
  makeAuditChecklist,
} from '@sinew/contract/audit/audit-work-contract.ts'
import { sites } from '@sinew/contract/context/context-contract.ts'
import { listControls, updateControl } from '@sinew/contract/control/control-contract.ts'
import { nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const daysFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const refused = (code: string) => ({
  status: 409,
  problem: { refusals: expect.arrayContaining([expect.objectContaining({ code })]) },
})

async function scene() {
  const { client, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  const ben = await client.call(createPerson, { params, body: { name: 'Ben Berg' } })
  const programme = await client.call(auditProgrammes.create, {
    params,
    body: {
      title: 'Three years',
      startsAt: daysFrom(-10),
      endsAt: daysFrom(1_080),
      responsibleId: anna.id,
      systemOwnerId: anna.id,
    },
  })
  const plan = (body: object) =>
    client.call(audits.create, {
      params,
      body: { title: 'Audit', startsAt: daysFrom(-5), endsAt: daysFrom(-1), programmeId: programme.id, ...body },
    })
  return { client, params, anna, ben, programme, plan }
}

describe('an audit programme', () => {
  it('is approved when clauses, applicable controls and sites are covered by somebody independent, or excepted', async () => {
    const { client, params, anna, ben, programme, plan } = await scene()
    await client.call(sites.create, { params, body: { name: 'Head office' } })
    const one = { ...params, auditProgrammeId: programme.id }
    const version = async () => (await client.call(auditProgrammes.get, { params: one })).version
    const approve = async () =>
      client.call(auditProgrammes.move, { params: one, ifMatch: await version(), body: { to: 'approved' } })
    await expect(approve()).rejects.toMatchObject(refused('not_covered'))
    await expect(approve()).rejects.toMatchObject(refused('no_method'))
    const said = { frequency: 'Yearly', methods: 'Interviews', weighting: 'By risk', clauseRhythm: 'once' } as const
    await client.call(auditProgrammes.update, { params: one, ifMatch: await version(), body: said })
    const chapters = ['4', '5', '6', '7', '8', '9', '10']
    const audit = await plan({ clauses: chapters, controls: ['A.5', 'A.6', 'A.7'], sites: ['SI-1'] })
    const body = { auditId: audit.id, title: 'Trained', role: 'lead' as const }
    await expect(client.call(auditors.create, { params, body: { ...body, personId: anna.id } })).rejects.toMatchObject(
      refused('owns_it'),
    )
    const lead = await client.call(auditors.create, { params, body: { ...body, personId: ben.id } })
    const coverage = await client.call(getAuditCoverage, { params: one })
    expect(coverage.years).toHaveLength(3)
    expect(coverage.rows).toHaveLength(88 + 93 + 1)
    expect(coverage.uncovered).toBe(34)
    expect(coverage.rows[0]).toMatchObject({
      ref: '4.1',
      isCovered: true,
      cells: [{ ref: 'AU-1', isIndependent: true, isDone: false }],
    })
    await expect(approve()).rejects.toMatchObject(refused('not_covered'))
    const exception = {
      programmeId: programme.id,
      title: 'Audited by a customer',
      requirements: ['A.8'],
      decidedById: anna.id,
    }
    await client.call(auditExceptions.create, { params, body: exception })
    expect(await approve()).toMatchObject({ state: 'approved' })
    await expect(client.call(auditExceptions.create, { params, body: exception })).rejects.toMatchObject(
      refused('held'),
    )

    // Ben becomes the owner of a control: he is no longer independent of it.
    const { items } = await client.call(listControls, { params, query: { q: 'A.5.18' } })
    const control = items.find(({ ref }) => ref === 'A.5.18')
    if (control === undefined) throw new Error('A.5.18 is not there')
    await client.call(updateControl, {
      params: { ...params, controlId: control.id },
      ifMatch: control.version,
      body: { ownerId: ben.id },
    })
    expect((await client.call(getAuditCoverage, { params: one })).uncovered).toBe(1)
    const allowed = { exceptionReason: 'Nobody else knows it.', exceptionById: anna.id }
    const oneLead = { ...params, auditAuditorId: lead.id }
    await expect(
      client.call(auditors.update, { params: oneLead, ifMatch: 1, body: { title: 'Trained again' } }),
    ).rejects.toMatchObject(refused('owns_it'))
    expect(await client.call(auditors.update, { params: oneLead, ifMatch: 1, body: allowed })).toMatchObject(allowed)
  })
})

describe('an internal audit', () => {
  it('asks, samples, sees, finds and reports, opens a nonconformity, and is closed after it', async () => {
    const { client, params, ben, plan } = await scene()
    const audit = await plan({ clauses: ['9.2', '7.2'], controls: ['A.8.13'] })
    const one = { ...params, auditId: audit.id }
    const version = async () => (await client.call(audits.get, { params: one })).version
    const move = async (to: string) => client.call(audits.move, { params: one, ifMatch: await version(), body: { to } })
    const fill = async (body: object) => client.call(audits.update, { params: one, ifMatch: await version(), body })
    await expect(move('prepared')).rejects.toMatchObject(refused('no_checklist'))
    await client.call(auditors.create, {
      params,
      body: { auditId: audit.id, title: 'Trained', role: 'lead', personId: ben.id },
    })
    await fill({
      objective: 'Does it work?',
      criteria: 'The standard',
      plan: 'Monday',
      methods: ['interview', 'sample'],
    })
    expect(await client.call(makeAuditChecklist, { params: one })).toEqual({ added: 10, total: 10 })
    expect(await client.call(makeAuditChecklist, { params: one })).toEqual({ added: 0, total: 10 })
    await move('prepared')
    await move('running')
    const { items } = await client.call(auditChecks.list, { params, query: { auditId: audit.id, pageSize: 50 } })
    const [first] = items
    if (first === undefined) throw new Error('The checklist is empty')

    const draw = (seed: string, ifMatch: number) =>
      client.call(drawAuditSample, {
        params: { ...params, auditCheckId: first.id },
        ifMatch,
        body: { of: 'person', size: 2, seed },
      })
    const sample = await draw('spring', 1)
    expect(sample).toMatchObject({ population: 3, size: 2 })
    expect(await draw('spring', 2)).toEqual(sample)
    const drawn = await client.call(auditChecks.get, { params: { ...params, auditCheckId: first.id } })
    expect(drawn).toMatchObject({
      sampleOf: 'person',
      samplePopulation: 3,
      sampleSeed: 'spring',
      sampleChosen: sample.chosen,
    })
    await expect(
      client.call(drawAuditSample, {
        params: { ...params, auditCheckId: first.id },
        ifMatch: drawn.version,
        body: { of: 'risk', seed: 'x' },
      }),
    ).rejects.toMatchObject(refused('nobody_there'))

    const seen = await client.call(auditEvidence.create, {
      params,
      body: { auditId: audit.id, title: 'Programme of 2026', seenAt: daysFrom(-1), requirements: ['9.2.1'] },
    })
    expect(seen.contentHash).toMatch(/^[0-9a-f]{64}$/)
    await expect(
      client.call(auditEvidence.update, {
        params: { ...params, auditEvidenceId: seen.id },
        ifMatch: 1,
        body: { title: 'Other' },
      }),
    ).rejects.toMatchObject(refused('written_once'))

    for (const { id, version: ifMatch } of (
      await client.call(auditChecks.list, { params, query: { auditId: audit.id, pageSize: 50 } })
    ).items)
      await client.call(auditChecks.update, {
        params: { ...params, auditCheckId: id },
        ifMatch,
        body: { result: id === first.id ? 'finding' : 'conforms', notes: 'Seen', interviewed: 'Anna' },
      })
    await fill({ conclusion: 'It works, with one lapse.' })
    await expect(move('reported')).rejects.toMatchObject(refused('no_finding'))
    const body = {
      auditId: audit.id,
      title: 'No records of training',
      grade: 'minor' as const,
      requirements: [first.requirement],
    }
    const finding = await client.call(auditFindings.create, { params, body })
    const oneFinding = { ...params, auditFindingId: finding.id }
    await expect(move('reported')).rejects.toMatchObject(refused('finding_incomplete'))
    const whole = { requirement: 'Records are kept.', seen: 'None for two of five.', gap: 'Two records are missing.' }
    await client.call(auditFindings.update, { params: oneFinding, ifMatch: 1, body: whole })

    const draft = await client.download(getAuditReport, { params: one, query: { format: 'docx' } })
    expect(draft.headers.get('content-type')).toContain('wordprocessingml')
    const reported = await move('reported')
    expect(reported).toMatchObject({ state: 'reported', reportHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const opened = await client.call(auditFindings.get, { params: oneFinding })
    expect(opened).toMatchObject({ isReported: true, nonconformity: { ref: 'NC-1', name: 'No records of training' } })
    const { items: open } = await client.call(nonconformities.list, { params })
    expect(open).toMatchObject([
      { source: 'internal_audit', grade: 'minor', state: 'open', gap: 'Two records are missing.' },
    ])
    const pdf = new Uint8Array(await (await client.download(getAuditReport, { params: one, query: {} })).arrayBuffer())
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)

    await expect(
      client.call(auditFindings.update, { params: oneFinding, ifMatch: opened.version, body: { gap: 'None' } }),
    ).rejects.toMatchObject(refused('held'))
    await expect(client.call(auditFindings.create, { params, body })).rejects.toMatchObject(refused('held'))
    for (const statement of [
      `update audit_finding set gap = 'x' where id = '${finding.id}'`,
      `delete from audit_check where id = '${first.id}'`,
      `update audit_evidence set title = 'x' where id = '${seen.id}'`,
      `delete from audit_evidence where id = '${seen.id}'`,
      `update audit set conclusion = 'x' where id = '${audit.id}'`,
    ])
      await expect(
        server.services.pools.owner.query(
          `select set_config('app.organization_id', '${params.organizationId}', false); ${statement}`,
        ),
      ).rejects.toThrow(/does not change/)
    await move('actions_open')
    await expect(move('closed')).rejects.toMatchObject(refused('nonconformities_open'))
  })
})
