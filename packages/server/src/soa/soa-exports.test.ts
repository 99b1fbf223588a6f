import { read, utils, type WorkBook } from '@e965/xlsx'
import { createControl, updateControl } from '@sinew/contract/control/control-contract.ts'
import { updateOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { exportSoa, exportSoaVersion } from '@sinew/contract/soa/soa-contract.ts'
import { updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { approveSoaVersion, proposeSoaVersion, type SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { annexAControls } from '@sinew/core/catalogue/annex-a.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { planChange } from '../test/plan-change.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { addRiskTreatedBy, giveReasons, lineOf } from '../test/test-statement.ts'

/** Every text a person can write says something to Typst, a spreadsheet or XML. */
const hostile = {
  organization: '=HYPERLINK("http://evil") #panic("org") & <b>',
  scope: '$ 1/0 $ #read("/etc/passwd") \\ "quoted"\n= Heading',
  own: "@SUM(1+1)*cmd|' /C calc'!A0",
  risk: '-2+3 *bold* _emph_ `raw` @ref <label>',
  reason: '+1 /* comment */ // comment [[content]] {code}',
  description: `\t=1+1 \\u{41} #import "@preview/x:0.1.0" ${'x'.repeat(400)}`,
  remarks: '＝1+1 日本語 العربية 🦉',
  justification: '=cmd|calc; no code is written or commissioned',
  note: '#let x = 1; see $y$',
}

let server: TestServer
let one: TestOrganization
let params: { organizationId: string }
let first: SoaVersion
let second: SoaVersion

beforeAll(async () => {
  server = await startTestServer()
  one = await server.createOrganization('Acme')
  params = { organizationId: one.organizationId }
  await giveReasons(server.services, one.organizationId)
  first = await approve('')
  await one.client.call(updateOrganization, {
    params,
    ifMatch: one.organization.version,
    body: { name: hostile.organization, scope: hostile.scope },
  })
  await one.client.call(createControl, { params, body: { title: hostile.own, theme: 'people' } })
  const own = await lineOf(one.client, one.organizationId, 'C-1')
  await one.client.call(updateSoaLine, {
    params: { ...params, controlId: own.controlId },
    ifMatch: own.version,
    body: { writtenReasons: [{ kind: 'business', text: hostile.reason }], remarks: hostile.remarks },
  })
  const backup = await lineOf(one.client, one.organizationId, 'A.8.13')
  await addRiskTreatedBy(one.client, one.organizationId, hostile.risk, backup.controlId)
  await one.client.call(updateControl, {
    params: { ...params, controlId: backup.controlId },
    ifMatch: backup.version,
    body: {
      implementation: 'partly',
      partlyShare: 0.4,
      description: hostile.description,
      plannedAt: '2027-03-01T00:00:00Z',
    },
  })
  const out = await lineOf(one.client, one.organizationId, 'A.8.30')
  await one.client.call(updateSoaLine, {
    params: { ...params, controlId: out.controlId },
    ifMatch: out.version,
    body: { applicable: false, justification: hostile.justification },
  })
  second = await approve(hostile.note)
})

async function approve(note: string): Promise<SoaVersion> {
  const manager = await one.clientAs('manager')
  const proposed = await manager.call(proposeSoaVersion, { params, body: { note } })
  const of = { ...params, soaVersionId: proposed.id }
  const changeId = await planChange(manager, one.organizationId, ['soa'], one.client)
  return one.client.call(approveSoaVersion, { params: of, ifMatch: proposed.version, body: { changeId } })
}

const versionFile = (version: SoaVersion, format: 'pdf' | 'xlsx' | 'csv' | 'json') =>
  one.client.download(exportSoaVersion, { params: { ...params, soaVersionId: version.id }, query: { format } })
const draftFile = (format: 'pdf' | 'xlsx' | 'csv' | 'json') =>
  one.client.download(exportSoa, { params, query: { format } })
const nameOf = (response: Response) => response.headers.get('content-disposition')

function rowsOfSheet(book: WorkBook, name: string): unknown[][] {
  const sheet = book.Sheets[name]
  if (sheet === undefined) throw new Error(`no sheet ${name} among ${book.SheetNames.join(', ')}`)
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
}

function factsOf(book: WorkBook): ReadonlyMap<unknown, unknown> {
  return new Map(rowsOfSheet(book, 'Cover').map(([label, value]) => [label, value]))
}

describe('as a spreadsheet', () => {
  it('has a cover that says what it is', async () => {
    const response = await versionFile(second, 'xlsx')
    expect(nameOf(response)).toBe('attachment; filename="statement-of-applicability-v2.xlsx"')
    const book = read(await response.arrayBuffer())
    expect(book.SheetNames).toEqual(['Cover', 'Controls', 'Changes since version 1'])
    const facts = factsOf(book)
    expect(facts.get('Organisation')).toBe(hostile.organization)
    expect(facts.get('Status')).toBe('Version 2 · approved')
    expect(facts.get('Scope')).toBe(hostile.scope)
    expect(facts.get('SHA-256 of the content')).toBe(second.hash)
    expect(facts.get('Approved by')).toContain('Olga Owner')
    expect(facts.get('Proposed by')).toContain('Someone manager')
    expect(facts.get('Risk methodology')).toBe('Version 1')
    expect(facts.get('Replaces')).toContain(first.hash.slice(0, 16))
    expect(facts.get('Controls')).toBe(94)
  })

  it('has typed cells under a heading that stays and filters', async () => {
    const book = read(await (await versionFile(second, 'xlsx')).arrayBuffer(), { cellDates: true, cellNF: true })
    const sheet = book.Sheets.Controls
    const [heading, ...rows] = rowsOfSheet(book, 'Controls')
    expect(rows).toHaveLength(94)
    expect(rows.map((row) => row[0]).slice(0, 93)).toEqual(annexAControls.map((control) => control.id))
    const column = (header: string) => utils.encode_col((heading ?? []).indexOf(header))
    const row = rows.findIndex((each) => each[0] === 'A.8.13') + 2
    expect(sheet?.[`${column('Implemented share')}${row}`]).toMatchObject({ t: 'n', v: 0.4, z: '0%' })
    expect(sheet?.[`${column('Planned for')}${row}`]).toMatchObject({ t: 'd', v: new Date('2027-03-01T00:00:00Z') })
    expect(sheet?.[`${column('Risks')}${row}`]).toMatchObject({ t: 's', v: 'R-1' })
    expect(sheet?.[`${column('Applicable')}${row}`]).toMatchObject({ v: 'yes' })
    expect(sheet?.['!autofilter']?.ref).toBe('A1:S95')
  })

  it('gives no text as a formula', async () => {
    for (const response of [await versionFile(second, 'xlsx'), await draftFile('xlsx')]) {
      const book = read(await response.arrayBuffer())
      const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {}))
      expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell && cell.f)).toEqual([])
      const texts = cells.map((cell) => (cell as { v?: unknown }).v)
      expect(texts).toEqual(expect.arrayContaining([hostile.own, hostile.justification, hostile.remarks]))
    }
  })

  it('as it is now, is a draft with what is to be looked at', async () => {
    const response = await draftFile('xlsx')
    expect(nameOf(response)).toMatch(/statement-of-applicability-draft-\d{4}-\d\d-\d\d\.xlsx/)
    const book = read(await response.arrayBuffer())
    expect(book.SheetNames).toEqual(['Cover', 'Controls', 'Changes since version 2', 'To be looked at'])
    expect(factsOf(book).get('Status')).toBe('Draft · not approved')
    expect(rowsOfSheet(book, 'Controls')[1]?.at(-1)).toBe('Draft · not approved')
    expect(rowsOfSheet(book, 'To be looked at').length).toBeGreaterThan(1)
  })
})

describe('as CSV', () => {
  it('has one row a control, no formula, and the statement it is from', async () => {
    const text = await (await versionFile(second, 'csv')).text()
    expect(text).toContain('Version 2 · approved')
    const book = read(text, { type: 'string', raw: true, FS: ',' })
    const [heading, ...rows] = rowsOfSheet(book, book.SheetNames[0] ?? '')
    expect(rows).toHaveLength(94)
    const cells = rows.flat().filter((cell) => typeof cell === 'string')
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
    expect(heading?.[0]?.toString().replace('\uFEFF', '')).toBe('Ref')
  })
})

describe('as PDF', () => {
  it('is a PDF with pages and its content inside, whatever people wrote', async () => {
    for (const response of [
      await versionFile(second, 'pdf'),
      await draftFile('pdf'),
      await versionFile(first, 'pdf'),
    ]) {
      expect(response.headers.get('content-type')).toBe('application/pdf')
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      const pages = Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(bytes.toString('latin1'))?.[1])
      expect(pages).toBeGreaterThan(3)
      expect(bytes.includes('/EmbeddedFile')).toBe(true)
    }
  })

  it('of a version is the same file every time', async () => {
    const [once, twice] = [await versionFile(second, 'pdf'), await versionFile(second, 'pdf')]
    expect(Buffer.from(await once.arrayBuffer()).equals(Buffer.from(await twice.arrayBuffer()))).toBe(true)
    expect(nameOf(once)).toBe('attachment; filename="statement-of-applicability-v2.pdf"')
  })
})

describe('any file', () => {
  it('is refused in a format that is not there, and to who may not read', async () => {
    await expect(draftFile('docx' as 'pdf')).rejects.toMatchObject({ status: 400 })
    const other = await server.createOrganization()
    await expect(other.client.download(exportSoa, { params })).rejects.toMatchObject({ status: 404 })
    await expect(server.anonymous.download(exportSoa, { params })).rejects.toMatchObject({ status: 401 })
    expect(
      (await (await one.clientAs('reader')).download(exportSoa, { params, query: { format: 'csv' } })).status,
    ).toBe(200)
  })

  it('of the past is as of then', async () => {
    const asOf = first.decidedAt ?? ''
    const response = await one.client.download(exportSoa, { params, query: { format: 'json', asOf } })
    const content = (await response.json()) as { asOf: string; organization: string; lines: unknown[] }
    expect(content).toMatchObject({ asOf, organization: 'Acme' })
    expect(content.lines).toHaveLength(93)
  })
})
