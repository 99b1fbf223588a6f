import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typesetPdf } from './typeset-pdf.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinew-report-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function template(source: string): Promise<URL> {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.typ`)
  await writeFile(file, source)
  return pathToFileURL(file)
}

const plain = `#import "report.typ": *
#let data = json("data.json")
#show: report.with(title: "Test", organization: data.organization, mark: "Draft", footer: "Footer")
#for text in data.texts [#breakable(text) #pagebreak(weak: true)]`

const createdAt = Date.UTC(2026, 0, 1)

/** Everything that means something in Typst's markup, math and code. */
const hostile = [
  '#panic("injected")',
  '#import "@preview/cetz:0.1.0"',
  '#read("/etc/passwd")',
  '$ 1/0 $ $undefined$',
  '@missing-reference <label>',
  '*strong* _emph_ `raw` = heading',
  '- item\n+ item\n/ term: x',
  '\\u{41} \\ \\# "quote" \'quote\'',
  '/* comment */ // comment',
  '[content] {code} (a, b) ~ --- ...',
  ']]]]))))}}}}',
  'x'.repeat(5_000),
]

describe('a typeset report', () => {
  it('is a PDF with pages, the same bytes for the same content', async () => {
    const report = { template: await template(plain), data: { organization: 'Acme', texts: ['One', 'Two'] }, createdAt }
    const first = await typesetPdf(report)
    expect(new TextDecoder().decode(first.pdf.slice(0, 5))).toBe('%PDF-')
    expect(first).toMatchObject({ pages: 2, archival: true })
    expect(Buffer.from((await typesetPdf(report)).pdf).equals(Buffer.from(first.pdf))).toBe(true)
  })

  it('prints what people wrote as text, whatever it says', async () => {
    const report = await typesetPdf({
      template: await template(plain),
      data: { organization: '#panic("organisation") "\\', texts: hostile },
      createdAt,
    })
    expect(report.pages).toBeGreaterThanOrEqual(hostile.length)
  })

  it('prints a character that no font has, as a plain PDF', async () => {
    const report = await typesetPdf({
      template: await template(plain),
      data: { organization: 'Acme', texts: ['\u{10FFFD} private use'] },
      createdAt,
    })
    expect(report).toMatchObject({ pages: 1, archival: false })
  })

  it('carries its attachments', async () => {
    const report = await typesetPdf({
      template: await template('#pdf.attach("content.json", relationship: "data", mime-type: "application/json") Text'),
      data: {},
      attachments: [{ path: 'content.json', content: '{"a":1}' }],
      createdAt,
    })
    expect(Buffer.from(report.pdf).includes('/EmbeddedFile')).toBe(true)
  })

  it('reads nothing from the machine', async () => {
    for (const path of ['/etc/hostname', '../../../etc/hostname']) {
      const source = await template(`#read("${path}")`)
      await expect(typesetPdf({ template: source, data: {}, createdAt })).rejects.toThrow(
        /file not found|access denied/,
      )
    }
  })

  it('says what does not compile, and goes on with the next', async () => {
    const wrong = await template('#let = ')
    await expect(typesetPdf({ template: wrong, data: {}, createdAt })).rejects.toThrow('does not compile')
    const many = Array.from({ length: 5 }, async () =>
      typesetPdf({ template: await template('Page'), data: {}, createdAt }),
    )
    expect((await Promise.all(many)).map((one) => one.pages)).toEqual([1, 1, 1, 1, 1])
  })

  it('refuses more than a report can hold', async () => {
    const data = { organization: '', texts: ['x'.repeat(20_000_001)] }
    await expect(typesetPdf({ template: await template(plain), data, createdAt })).rejects.toMatchObject({
      status: 413,
    })
  })
})
