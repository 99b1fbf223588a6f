import { createControl } from '@sinew/contract/control/control-contract.ts'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { decideSoaLines, getSoaLine, updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { annexAControls } from '@sinew/core/catalogue/annex-a.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { change, insertEvidence, rowsOf, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { addLawRequiring, addRiskTreatedBy, giveReasons, lineOf } from '../test/test-statement.ts'

const fact = 'No code is written or commissioned, see the scope.'
const nowhere = '0192b6a0-0000-7000-8000-000000000000'

let server: TestServer
let ours: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
})

const of = ({ organizationId }: TestOrganization) => ({ organizationId })
const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the statement of a new organisation', () => {
  it('has the 93 lines in order, nothing claimed, and says what is missing', async () => {
    const fresh = await server.createOrganization()
    const soa = await fresh.client.call(getSoa, { params: of(fresh) })
    expect(soa.lines.map((line) => line.ref)).toEqual(annexAControls.map((control) => control.id))
    expect(soa).toMatchObject({ approved: null, proposed: null, total: 93, organization: 'Test organisation' })
    expect(soa.counts).toMatchObject({
      lines: 93,
      annexA: 93,
      own: 0,
      applicable: 93,
      excluded: 0,
      proof: { proven: 0, unproven: 93, excluded: 0 },
      implementation: { not_started: 93 },
      undecided: 93,
      issues: { error: 0, warning: 0, note: 93 },
      changed: { decision: 0, status: 0 },
    })
    expect(soa.proposeRefusals).toEqual([
      {
        code: 'undecided',
        message: '93 lines are not decided yet: say why they are necessary, or leave them out.',
      },
    ])
    expect(soa.lines[0]?.issues[0]).toMatchObject({
      rule: 'undecided',
      severity: 'note',
      fix: { entity: 'control', id: soa.lines[0]?.controlId, action: 'add_reason' },
    })
  })

  it('takes up own controls after Annex A', async () => {
    const fresh = await server.createOrganization()
    await fresh.client.call(createControl, { params: of(fresh), body: { title: 'Escrow of keys', theme: 'people' } })
    const soa = await fresh.client.call(getSoa, { params: of(fresh) })
    expect(soa.lines.at(-1)).toMatchObject({ ref: 'C-1', source: 'own', theme: 'people' })
    expect(soa.counts).toMatchObject({ lines: 94, annexA: 93, own: 1 })
    const people = await fresh.client.call(getSoa, { params: of(fresh), query: { theme: 'people' } })
    expect(people.total).toBe(9)
    expect(people.counts.lines).toBe(94)
  })
})

describe('a line', () => {
  it('names the risks and obligations that need the control, and what proves it', async () => {
    const one = await server.createOrganization()
    const chain = await writeTestChain(server.services, one.organizationId)
    await change(server.services, one.organizationId, {}, (tx) =>
      insertEvidence(tx, chain, { collectedAt: new Date(Date.now() - 86_400_000) }),
    )
    const law = await addLawRequiring(one.client, one.organizationId, 'Data protection act', chain.controlId)
    const line = await one.client.call(getSoaLine, { params: { ...of(one), controlId: chain.controlId } })
    expect(line).toMatchObject({
      ref: 'A.8.13',
      theme: 'technological',
      applicable: true,
      proof: 'proven',
      implementation: 'implemented',
      assurance: 1,
      freshness: 'current',
      reasons: [
        {
          kind: 'risk_treatment',
          text: 'Treats R-1 Ransomware',
          source: { entity: 'risk', id: chain.riskId, ref: 'R-1' },
        },
        { kind: 'legal', source: { entity: 'obligation', id: law.id, ref: 'O-1', label: 'Data protection act' } },
      ],
      needs: [{ title: 'Restore test', proof: 'proven', newest: { number: 1, title: 'Restore test report' } }],
    })
    expect(line.nextDueAt).not.toBeNull()
    expect(line.explanation).toMatchObject({ value: 'proven', unit: 'state', source: { entity: 'soa_line' } })
    expect(line.explanation.terms.length).toBeGreaterThan(1)
  })

  it('that does not exist, or is another organisation’s, is not found', async () => {
    const other = await server.createOrganization()
    const theirs = await lineOf(other.client, other.organizationId, 'A.5.1')
    for (const controlId of [nowhere, theirs.controlId]) {
      const params = { ...of(ours), controlId }
      await expect(ours.client.call(getSoaLine, { params })).rejects.toMatchObject({ status: 404 })
      const write = ours.client.call(updateSoaLine, { params, ifMatch: 1, body: { remarks: 'x' } })
      await expect(write).rejects.toMatchObject({ status: 404 })
    }
    await expect(other.client.call(getSoa, { params: of(ours) })).rejects.toMatchObject({ status: 404 })
  })

  it('is left out with a fact, is justified better, and is taken in again', async () => {
    const line = await lineOf(ours.client, ours.organizationId, 'A.8.30')
    const params = { ...of(ours), controlId: line.controlId }
    const out = await ours.client.call(updateSoaLine, {
      params,
      ifMatch: line.version,
      body: { applicable: false, justification: fact },
    })
    expect(out).toMatchObject({ applicable: false, justification: fact, proof: 'excluded', assurance: 0 })
    const better = await ours.client.call(updateSoaLine, {
      params,
      ifMatch: out.version,
      body: { justification: `${fact} Checked in May.`, reason: 'Asked for by the auditor' },
    })
    expect(better.justification).toContain('Checked in May')
    const again = await ours.client.call(updateSoaLine, {
      params,
      ifMatch: better.version,
      body: { applicable: true, reason: 'A contractor codes for us now' },
    })
    expect(again).toMatchObject({ applicable: true, justification: '', proof: 'unproven' })
    const kept = await rowsOf<{ reason: string }>(
      server.services,
      ours.organizationId,
      `select reason from revision where entity = 'control' and entity_id = '${line.controlId}' and operation = 'update' order by seq`,
    )
    expect(kept.map((row) => row.reason)).toEqual([fact, 'Asked for by the auditor', 'A contractor codes for us now'])
  })

  it('keeps what people wrote about it', async () => {
    const line = await lineOf(ours.client, ours.organizationId, 'A.5.1')
    const params = { ...of(ours), controlId: line.controlId }
    const changed = await ours.client.call(updateSoaLine, {
      params,
      ifMatch: line.version,
      body: {
        writtenReasons: [
          { kind: 'contractual', text: 'Master agreement with customers' },
          { kind: 'business', text: 'Tender questionnaires ask for it' },
        ],
        remarks: 'See the handbook',
      },
    })
    expect(changed).toMatchObject({
      remarks: 'See the handbook',
      reasons: [
        { kind: 'contractual', text: 'Master agreement with customers', source: null },
        { kind: 'business', source: null },
      ],
      writtenReasons: [{ kind: 'contractual' }, { kind: 'business' }],
    })
    expect(changed.issues.map((issue) => issue.rule)).not.toContain('undecided')
    const fewer = await ours.client.call(updateSoaLine, {
      params,
      ifMatch: changed.version,
      body: { writtenReasons: [] },
    })
    expect(fewer.reasons).toEqual([])
    expect(fewer.remarks).toBe('See the handbook')
  })

  it('is not left out without a justification, nor while something needs it', async () => {
    const one = await server.createOrganization()
    const line = await lineOf(one.client, one.organizationId, 'A.8.13')
    const params = { ...of(one), controlId: line.controlId }
    const leaveOut = (justification: string) =>
      one.client.call(updateSoaLine, { params, ifMatch: line.version, body: { applicable: false, justification } })
    await expect(leaveOut(' ')).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'exclusion-without-justification' }] },
    })
    await addRiskTreatedBy(one.client, one.organizationId, 'Ransomware', line.controlId)
    await addLawRequiring(one.client, one.organizationId, 'Archiving act', line.controlId)
    await expect(leaveOut(fact)).rejects.toMatchObject({
      status: 409,
      problem: {
        refusals: [
          { code: 'exclusion-needed-by-treatment', message: 'The treatment of R-1 needs it: unlink it there first.' },
          { code: 'exclusion-needed-by-obligation', message: 'O-1 requires it: unlink it there first.' },
        ],
      },
    })
    expect((await lineOf(one.client, one.organizationId, 'A.8.13')).applicable).toBe(true)
  })

  it('that came to be needed after it was left out is an error, and can still be justified better', async () => {
    const one = await server.createOrganization()
    const line = await lineOf(one.client, one.organizationId, 'A.8.13')
    const params = { ...of(one), controlId: line.controlId }
    const out = await one.client.call(updateSoaLine, {
      params,
      ifMatch: line.version,
      body: { applicable: false, justification: fact },
    })
    await addRiskTreatedBy(one.client, one.organizationId, 'Ransomware', line.controlId)
    const better = await one.client.call(updateSoaLine, {
      params,
      ifMatch: out.version,
      body: { justification: `${fact} Reviewed.` },
    })
    expect(better.issues[0]).toMatchObject({
      rule: 'excluded-but-needed-by-treatment',
      severity: 'error',
      fix: { action: 'include' },
    })
  })

  it('is changed by one of two people, and the other is told', async () => {
    const line = await lineOf(ours.client, ours.organizationId, 'A.5.2')
    const params = { ...of(ours), controlId: line.controlId }
    await ours.client.call(updateSoaLine, { params, ifMatch: line.version, body: { remarks: 'First' } })
    const second = ours.client.call(updateSoaLine, { params, ifMatch: line.version, body: { remarks: 'Second' } })
    await expect(second).rejects.toMatchObject({ status: 412 })
    await expect(ours.client.call(updateSoaLine, { params, body: { remarks: 'x' } })).rejects.toMatchObject({
      status: 428,
    })
  })

  it('says what is wrong with the input, and where', async () => {
    const line = await lineOf(ours.client, ours.organizationId, 'A.5.3')
    const params = { ...of(ours), controlId: line.controlId }
    const wrong = ours.client.call(updateSoaLine, {
      params,
      ifMatch: line.version,
      body: { writtenReasons: [{ kind: 'whim' as 'business', text: ' ' }], proof: 'proven' } as never,
    })
    await expect(wrong).rejects.toMatchObject({ status: 422 })
    await wrong.catch((error) => {
      const paths = error.problem.errors.map((one: { path: string }) => one.path)
      expect(paths).toEqual(expect.arrayContaining(['writtenReasons.0.kind', 'writtenReasons.0.text']))
    })
  })

  it('is decided on by managers, not by contributors, auditors or readers', async () => {
    const line = await lineOf(ours.client, ours.organizationId, 'A.5.4')
    const params = { ...of(ours), controlId: line.controlId }
    for (const role of ['contributor', 'auditor', 'reader'] as const) {
      const client = await ours.clientAs(role)
      expect((await client.call(getSoaLine, { params })).ref).toBe('A.5.4')
      const write = client.call(updateSoaLine, { params, ifMatch: line.version, body: { remarks: 'x' } })
      await expect(write).rejects.toMatchObject({ status: 403 })
    }
  })
})

describe('several lines', () => {
  it('are left out and taken in at once', async () => {
    const one = await server.createOrganization()
    const lines = await Promise.all(
      ['A.8.25', 'A.8.28', 'A.8.30'].map((ref) => lineOf(one.client, one.organizationId, ref)),
    )
    const controls = lines.map((line) => ({ controlId: line.controlId, version: line.version }))
    const body = { applicable: false, justification: fact, controls }
    expect(await one.client.call(decideSoaLines, { params: of(one), body })).toEqual({ changed: 3 })
    const soa = await one.client.call(getSoa, { params: of(one), query: { applicable: 'false' } })
    expect(soa.lines.map((line) => line.ref)).toEqual(['A.8.25', 'A.8.28', 'A.8.30'])
    const again = soa.lines.map((line) => ({ controlId: line.controlId, version: line.version }))
    const include = { applicable: true, controls: again }
    expect(await one.client.call(decideSoaLines, { params: of(one), body: include })).toEqual({ changed: 3 })
    const untouched = { applicable: true, controls: again.map((each) => ({ ...each, version: each.version + 1 })) }
    expect(await one.client.call(decideSoaLines, { params: of(one), body: untouched })).toEqual({ changed: 0 })
  })

  it('get a reason, those that do not have it yet', async () => {
    const one = await server.createOrganization()
    const { lines } = await one.client.call(getSoa, { params: of(one), query: { theme: 'people' } })
    const decide = async () => {
      const soa = await one.client.call(getSoa, { params: of(one), query: { theme: 'people' } })
      const controls = soa.lines.map(({ controlId, version }) => ({ controlId, version }))
      const addReason = { kind: 'legal', text: 'Employment law' } as const
      return one.client.call(decideSoaLines, { params: of(one), body: { addReason, controls } })
    }
    expect(lines).toHaveLength(8)
    expect(await decide()).toEqual({ changed: 8 })
    expect(await decide()).toEqual({ changed: 0 })
    expect((await lineOf(one.client, one.organizationId, 'A.6.1')).reasons).toEqual([
      { kind: 'legal', text: 'Employment law', source: null },
    ])
  })

  it('are all left alone when one of them is needed, and each refusal says which', async () => {
    const one = await server.createOrganization()
    const needed = await lineOf(one.client, one.organizationId, 'A.8.13')
    const free = await lineOf(one.client, one.organizationId, 'A.8.30')
    await addRiskTreatedBy(one.client, one.organizationId, 'Ransomware', needed.controlId)
    const controls = [needed, free].map(({ controlId, version }) => ({ controlId, version }))
    const body = { applicable: false, justification: fact, controls }
    await expect(one.client.call(decideSoaLines, { params: of(one), body })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ message: 'A.8.13: The treatment of R-1 needs it: unlink it there first.' }] },
    })
    expect((await lineOf(one.client, one.organizationId, 'A.8.30')).applicable).toBe(true)
  })

  it('are all left alone when one changed meanwhile, or is not ours, or nothing is decided', async () => {
    const one = await server.createOrganization()
    const line = await lineOf(one.client, one.organizationId, 'A.8.30')
    const decide = (body: object) => one.client.call(decideSoaLines, { params: of(one), body: body as never })
    const controls = [{ controlId: line.controlId, version: line.version }]
    await expect(
      decide({ applicable: false, justification: fact, controls: [{ ...controls[0], version: 7 }] }),
    ).rejects.toMatchObject({ status: 412 })
    await expect(
      decide({ applicable: true, controls: [...controls, { controlId: nowhere, version: 1 }] }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(decide({ controls })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'applicable' }] },
    })
    await expect(decide({ applicable: false, controls })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'justification' }] },
    })
    await expect(decide({ applicable: true, controls: [] })).rejects.toMatchObject({ status: 422 })
    expect((await lineOf(one.client, one.organizationId, 'A.8.30')).version).toBe(line.version)
  })
})

describe('filters', () => {
  it('let through the lines that have it all', async () => {
    const one = await server.createOrganization()
    const chain = await writeTestChain(server.services, one.organizationId)
    await addLawRequiring(one.client, one.organizationId, 'Archiving act', chain.controlId)
    const refs = async (
      query: Parameters<typeof one.client.call<typeof getSoa>>[1] extends infer I
        ? NonNullable<I> extends { query?: infer Q }
          ? Q
          : never
        : never,
    ) => (await one.client.call(getSoa, { params: of(one), query })).lines.map((line) => line.ref)
    expect(await refs({ reason: 'legal' })).toEqual(['A.8.13'])
    expect(await refs({ reason: ['risk_treatment', 'contractual'] })).toEqual(['A.8.13'])
    expect(await refs({ reason: 'none' })).toHaveLength(92)
    expect(await refs({ implementation: 'implemented' })).toEqual(['A.8.13'])
    expect(await refs({ rule: 'implemented-but-unproven' })).toEqual(['A.8.13'])
    expect(await refs({ severity: 'note', theme: 'people' })).toHaveLength(8)
    expect(await refs({ proof: ['proven', 'failing'] })).toEqual([])
    expect(await refs({ q: 'archiving' })).toEqual(['A.8.13'])
    expect(await refs({ q: 'r-1', theme: 'technological' })).toEqual(['A.8.13'])
    expect(await refs({ q: 'backup' })).toEqual(['A.8.13'])
    expect(await refs({ source: 'own' })).toEqual([])
    expect(await refs({ changed: 'any' })).toEqual([])
    expect(await refs({ ownerId: nowhere })).toEqual([])
    await expect(refs({ theme: 'cosmic' as 'people' })).rejects.toMatchObject({ status: 400 })
  })
})

describe('pages', () => {
  it('hold all of Annex A in one, or as many lines as are asked for, or the line that is asked for', async () => {
    const one = await server.createOrganization()
    const get = (query: object) => one.client.call(getSoa, { params: of(one), query })
    const whole = await get({})
    expect(whole).toMatchObject({ total: 93, page: 1, pageSize: 200, counts: { lines: 93 } })
    const refs = whole.lines.map((line) => line.ref)
    const parts = [1, 2, 3, 4, 5].map((page) => get({ page, pageSize: 20 }))
    const pages = await Promise.all(parts)
    expect(pages.flatMap(({ lines }) => lines.map((line) => line.ref))).toEqual(refs)
    expect(pages.map(({ lines }) => lines.length)).toEqual([20, 20, 20, 20, 13])
    expect(pages[4]).toMatchObject({ total: 93, counts: whole.counts, issues: whole.issues })
    expect((await get({ page: 6, pageSize: 20 })).lines).toEqual([])
    const with8 = await get({ line: 'A.8.13', pageSize: 20 })
    expect(with8.page).toBe(Math.floor(refs.indexOf('A.8.13') / 20) + 1)
    expect(with8.lines.map((line) => line.ref)).toContain('A.8.13')
    expect((await get({ line: 'A.8.13', theme: 'people', pageSize: 5 })).page).toBe(1)
    await expect(get({ pageSize: 501 })).rejects.toMatchObject({ status: 400 })
  })

  it('are of the statement as it is, however shortly after a change, for each who asks', async () => {
    const [ours, theirs] = [await server.createOrganization(), await server.createOrganization()]
    const line = await lineOf(ours.client, ours.organizationId, 'A.8.30')
    const params = { ...of(ours), controlId: line.controlId }
    for (const [version, applicable] of [
      [line.version, false],
      [line.version + 1, true],
      [line.version + 2, false],
    ] as const) {
      const body = applicable ? { applicable } : { applicable, justification: fact }
      await ours.client.call(updateSoaLine, { params, ifMatch: version, body })
      const { counts, lines } = await ours.client.call(getSoa, { params: of(ours), query: { theme: 'technological' } })
      expect(counts.excluded).toBe(applicable ? 0 : 1)
      expect(lines.find(({ ref }) => ref === 'A.8.30')).toMatchObject({ applicable, version: version + 1 })
      expect((await theirs.client.call(getSoa, { params: of(theirs) })).counts.excluded).toBe(0)
    }
  })
})

describe('in the past', () => {
  it('the statement is what it was, and is not written', async () => {
    const one = await server.createOrganization()
    await giveReasons(server.services, one.organizationId)
    await pause()
    const before = new Date().toISOString()
    await pause()
    const line = await lineOf(one.client, one.organizationId, 'A.8.30')
    const params = { ...of(one), controlId: line.controlId }
    await one.client.call(updateSoaLine, {
      params,
      ifMatch: line.version,
      body: { applicable: false, justification: fact },
    })
    const then = await one.client.call(getSoa, { params, query: { asOf: before } })
    expect(then.at).toBe(before)
    expect(then.counts).toMatchObject({ applicable: 93, issues: { error: 0 } })
    expect((await one.client.call(getSoaLine, { params, query: { asOf: before } })).version).toBe(line.version)
    expect((await one.client.call(getSoa, { params })).counts.excluded).toBe(1)
    const prehistory = one.client.call(getSoa, { params, query: { asOf: '2020-01-01T00:00:00Z' } })
    await expect(prehistory).rejects.toMatchObject({ status: 404 })
  })
})
