import { createControl } from '@sinew/contract/control/control-contract.ts'
import { addNeed } from '@sinew/contract/control/need-contract.ts'
import { documents, getDocumentCoverage, promises, reviewDocument } from '@sinew/contract/document/document-contract.ts'
import * as version from '@sinew/contract/document/document-version-contract.ts'
import { createEvidence, withdrawEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { uploadFile } from '@sinew/contract/file/file-contract.ts'
import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })

async function scene() {
  const ours = await server.createOrganization()
  const params = { organizationId: ours.organizationId }
  const anna = await ours.client.call(createPerson, { params, body: { name: 'Anna Ames' } })
  const document = await ours.client.call(documents.create, {
    params,
    body: { title: 'Access policy', ownerId: anna.id, cadenceDays: 100, clauses: ['5.2'], controls: ['A.5.15'] },
  })
  const draft = await ours.client.call(version.createDocumentDraft, {
    params: { ...params, documentId: document.id },
    body: { content: '# Access\n\nAll is reviewed.', changeNote: 'First.' },
  })
  const at = (documentVersionId: string) => ({ ...params, documentVersionId })
  return { ...ours, params, anna, document, draft, at }
}

type Scene = Awaited<ReturnType<typeof scene>>

/** Through review and approval by another manager to where it holds. */
async function published({ client, clientAs, at }: Scene, draft: version.DocumentVersion) {
  const params = at(draft.id)
  const submitted = await client.call(version.submitDocumentVersion, { params, ifMatch: draft.version })
  const manager = await clientAs('manager')
  const approved = await manager.call(version.approveDocumentVersion, { params, ifMatch: submitted.version, body: {} })
  return manager.call(version.publishDocumentVersion, { params, ifMatch: approved.version, body: {} })
}

describe('a document', () => {
  it('goes from draft through review and approval to where it holds, and the next version supersedes it', async () => {
    const ours = await scene()
    const { client, params, document, draft } = ours
    expect(draft).toMatchObject({ versionNumber: 1, status: 'draft', contentHash: null, isUnchanged: null })
    const first = await published(ours, draft)
    expect(first).toMatchObject({
      status: 'published',
      approvedAlone: false,
      isUnchanged: true,
      ownerName: 'Anna Ames',
    })
    expect(first.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const shown = await client.call(documents.get, { params: { ...params, documentId: document.id } })
    expect(shown).toMatchObject({ standing: 'published', publishedVersion: 1 })
    expect(Date.parse(shown.reviewAt ?? '') - Date.parse(first.publishedAt ?? '')).toBe(100 * 86_400_000)

    const of = { ...params, documentId: document.id }
    const second = await client.call(version.createDocumentDraft, { params: of, body: { changeNote: 'More.' } })
    expect(second.content).toBe(first.content)
    const changed = await client.call(version.updateDocumentDraft, {
      params: ours.at(second.id),
      ifMatch: second.version,
      body: { content: '# Access\n\nAll is reviewed each quarter.' },
    })
    const diff = await client.call(version.diffDocumentVersions, { params: ours.at(second.id) })
    expect(diff.lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', '# Access'],
      ['same', ''],
      ['removed', 'All is reviewed.'],
      ['added', 'All is reviewed each quarter.'],
    ])
    await published(ours, changed)
    const { items } = await client.call(version.listDocumentVersions, { params: of })
    expect(items.map(({ versionNumber, status }) => [versionNumber, status])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ])
    const history = await client.call(listHistory, {
      params: { ...params, entity: 'document', entityId: document.id },
    })
    expect(history.items.map(({ entity }) => entity)).toContain('document_version')
    await expect(client.call(documents.remove, { params: of, ifMatch: 3 })).rejects.toMatchObject(
      refused('document_was_approved'),
    )
  })

  it('is not approved by an author while somebody else could, and says so where nobody could', async () => {
    const alone = await scene()
    const submit = async ({ client, at, draft }: Scene) =>
      client.call(version.submitDocumentVersion, { params: at(draft.id), ifMatch: draft.version })
    const first = await submit(alone)
    const params = alone.at(first.id)
    const approved = await alone.client.call(version.approveDocumentVersion, {
      params,
      ifMatch: first.version,
      body: {},
    })
    expect(approved).toMatchObject({ status: 'approved', approvedAlone: true })

    const ours = await scene()
    await ours.clientAs('manager')
    const second = await submit(ours)
    const one = { params: ours.at(second.id), ifMatch: second.version }
    await expect(ours.client.call(version.approveDocumentVersion, { ...one, body: {} })).rejects.toMatchObject(
      refused('document_by_author'),
    )
    const contributor = await ours.clientAs('contributor')
    await expect(contributor.call(version.approveDocumentVersion, { ...one, body: {} })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('is frozen by approval: neither the text nor an approved row changes any more', async () => {
    const ours = await scene()
    const { client, draft, at } = ours
    const held = await published(ours, draft)
    const edit = client.call(version.updateDocumentDraft, {
      params: at(held.id),
      ifMatch: held.version,
      body: { content: 'Other' },
    })
    await expect(edit).rejects.toMatchObject(refused('document_version_state'))
    const pool = server.services.pools.owner
    const tamper = (sql: string) =>
      pool.query(`begin; select set_config('app.organization_id', '${ours.organizationId}', true); ${sql}; commit`)
    await expect(tamper(`update document_version set content = 'x' where id = '${held.id}'`)).rejects.toThrow(
      'does not change',
    )
    await pool.query('rollback')
    await expect(tamper(`delete from document_version where id = '${held.id}'`)).rejects.toThrow('never deleted')
    await pool.query('rollback')
  })

  it('is submitted with words, an owner and no open place, and comes back with a reason', async () => {
    const { client, params, at, draft } = await scene()
    const open = await client.call(version.updateDocumentDraft, {
      params: at(draft.id),
      ifMatch: draft.version,
      body: { content: 'Held by [[name]].' },
    })
    const one = { params: at(draft.id) }
    await expect(client.call(version.submitDocumentVersion, { ...one, ifMatch: open.version })).rejects.toMatchObject(
      refused('document_placeholders'),
    )
    const said = await client.call(version.updateDocumentDraft, {
      ...one,
      ifMatch: open.version,
      body: { content: 'Held by Anna.' },
    })
    await expect(
      client.call(version.updateDocumentDraft, { ...one, ifMatch: open.version, body: { content: 'Theirs' } }),
    ).rejects.toMatchObject({ status: 412 })
    const submitted = await client.call(version.submitDocumentVersion, { ...one, ifMatch: said.version })
    const silent = client.call(version.returnDocumentVersion, {
      ...one,
      ifMatch: submitted.version,
      body: { reason: '' },
    })
    await expect(silent).rejects.toMatchObject({ status: 422 })
    const back = await client.call(version.returnDocumentVersion, {
      ...one,
      ifMatch: submitted.version,
      body: { reason: 'Too short.' },
    })
    expect(back).toMatchObject({ status: 'draft', submittedAt: null })
    const bare = await client.call(documents.create, { params, body: { title: 'Bare', cadenceDays: 30 } })
    const empty = await client.call(version.createDocumentDraft, {
      params: { ...params, documentId: bare.id },
      body: {},
    })
    await expect(
      client.call(version.submitDocumentVersion, { params: at(empty.id), ifMatch: empty.version }),
    ).rejects.toMatchObject({ problem: { refusals: [{ code: 'document_empty' }, { code: 'document_no_owner' }] } })
    await expect(
      client.call(documents.create, { params, body: { title: 'X', cadenceDays: 30, clauses: ['99.1'] } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'clauses' }] } })
  })

  it('is overdue after its day, and fresh again after a review; a retired one holds no more', async () => {
    const ours = await scene()
    const { client, params, document } = ours
    const held = await published(ours, ours.draft)
    const of = { ...params, documentId: document.id }
    server.setNow(new Date(Date.now() + 101 * 86_400_000))
    try {
      const late = await client.call(documents.get, { params: of })
      expect(late.standing).toBe('overdue')
      const reviewed = await client.call(reviewDocument, {
        params: of,
        ifMatch: late.version,
        body: { note: 'Holds.' },
      })
      expect(Date.parse(reviewed.reviewAt) - Date.parse(reviewed.reviewedAt)).toBe(100 * 86_400_000)
      expect((await client.call(documents.list, { params, query: { standing: 'published' } })).total).toBe(1)
    } finally {
      server.setNow(null)
    }
    await client.call(version.retireDocumentVersion, {
      params: ours.at(held.id),
      ifMatch: held.version,
      body: { reason: 'Merged into another.' },
    })
    expect(await client.call(documents.get, { params: of })).toMatchObject({
      standing: 'retired',
      publishedVersion: null,
    })
  })

  it('is taken away as PDF, Word and Markdown with its images', async () => {
    const { client, params, at, draft } = await scene()
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const file = await client.call(uploadFile, { params, body: picture, query: { name: 'plan.png' } })
    const content = [
      `# A\n\n**Bold** and *slanted*, \`code\`, [link](https://a.example) ![Plan](file:${file.id})`,
      '1. one\n   - inner\n2. two\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n```\ncode #panic("x")\n```',
      '<script>alert(1)</script>',
    ].join('\n\n')
    const written = await client.call(version.updateDocumentDraft, {
      params: at(draft.id),
      ifMatch: draft.version,
      body: { content },
    })
    expect(written.content).toBe(content)
    const take = async (format: (typeof version.documentFormats)[number]) => {
      const answer = await client.download(version.exportDocumentVersion, { params: at(draft.id), query: { format } })
      return Buffer.from(await answer.arrayBuffer())
    }
    const pdf = await take('pdf')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.includes('/Subtype /Image')).toBe(true)
    const docx = await take('docx')
    expect(docx.subarray(0, 2).toString()).toBe('PK')
    expect(docx.includes('word/media/')).toBe(true)
    expect((await take('md')).toString()).toBe(content)
    const foreign = await server.createOrganization('Foreign')
    const theirs = await foreign.client.call(uploadFile, {
      params: { organizationId: foreign.organizationId },
      body: picture,
      query: { name: 'x.png' },
    })
    await expect(
      client.call(version.updateDocumentDraft, {
        params: at(draft.id),
        ifMatch: written.version,
        body: { content: `![x](file:${theirs.id})` },
      }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'content' }] } })
  })
})

describe('what a document promises', () => {
  it('is unproven until evidence shows it, late when that is old, and not kept when evidence says so', async () => {
    const ours = await scene()
    const { client, params, document } = ours
    const control = await client.call(createControl, {
      params,
      body: { title: 'Review of access', theme: 'organizational' },
    })
    const promise = await client.call(promises.create, {
      params,
      body: { title: 'Access is reviewed.', documentId: document.id, controlId: control.id, cadenceDays: 90 },
    })
    expect(promise).toMatchObject({ standing: 'unproven', provenAt: null })
    expect(promise.because).toContain('tie the promise')
    const need = await client.call(addNeed, {
      params: { ...params, controlId: control.id },
      body: { title: 'Access review', cadenceDays: 365, nature: 'operation' },
    })
    const needIds = [need.id]
    const standing = async () => {
      const one = { ...params, documentPromiseId: promise.id }
      const { standing: kept, because } = await client.call(promises.get, { params: one })
      return [kept, because]
    }
    expect(await standing()).toEqual(['unproven', 'Nothing shows “Access review”.'])
    const show = (daysAgo: number, result: 'pass' | 'fail') =>
      client.call(createEvidence, {
        params,
        body: {
          ...{ title: 'Review', kind: 'note', note: 'Seen.', nature: 'operation', needIds },
          collectedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
          result: { kind: result },
        },
      })
    await show(120, 'pass')
    expect((await standing())[0]).toBe('late')
    await show(30, 'pass')
    expect((await standing())[0]).toBe('kept')
    const failing = await show(1, 'fail')
    expect(await standing()).toEqual(['broken', expect.stringContaining('shows that it is not done')])
    // Taking the failure away uncovers no older pass.
    await client.call(withdrawEvidence, {
      params: { ...params, evidenceId: failing.id },
      ifMatch: failing.version,
      body: { reason: 'Wrong system.' },
    })
    expect((await standing())[0]).toBe('unproven')
  })
})

describe('the list of documents an ISMS has', () => {
  it('says what stands for each, and what is missing', async () => {
    const ours = await scene()
    const { client, params, document } = ours
    const before = await client.call(getDocumentCoverage, { params })
    const mandatory = before.items.filter(({ basis }) => basis === 'clause')
    expect(mandatory).toHaveLength(18)
    // What is missing can be begun: from a template, or where such records are kept.
    const stuck = mandatory.filter(
      ({ templateId, because }) => templateId === null && because === 'There is no document of the kind.',
    )
    expect(stuck.map(({ id }) => id)).toEqual([])
    expect(before.items.find(({ id }) => id === 'access-rules')).toMatchObject({ state: 'missing' })
    const of = { ...params, documentId: document.id }
    await client.call(documents.update, { params: of, ifMatch: document.version, body: { item: 'access-rules' } })
    const drafted = await client.call(getDocumentCoverage, { params })
    expect(drafted.items.find(({ id }) => id === 'access-rules')).toMatchObject({ state: 'in_work' })
    await published(ours, ours.draft)
    const after = await client.call(getDocumentCoverage, { params })
    expect(after.items.find(({ id }) => id === 'access-rules')).toMatchObject({
      state: 'fresh',
      documents: [{ number: document.number, publishedVersion: 1 }],
    })
  })
})
