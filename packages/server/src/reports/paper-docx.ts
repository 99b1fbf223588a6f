import * as docx from 'docx'
import type { Paper, PaperSection, PaperTable } from './paper.ts'

/** The paper as a Word document with real headings and tables. */
export async function paperDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const foot = paper.hash === null ? paper.mark : `${paper.mark} · SHA-256 ${paper.hash}`
  const file = new docx.Document({
    title: clean(paper.title),
    creator: clean(paper.organization),
    description: clean(paper.mark),
    styles: { default: { document: { run: { font: 'Calibri', size: 21 } } } },
    sections: [
      {
        headers: { default: new docx.Header({ children: [small(`${paper.title} · ${paper.organization}`)] }) },
        footers: { default: new docx.Footer({ children: [footLine(foot)] }) },
        children: [
          small(paper.subject),
          new docx.Paragraph({ text: clean(paper.title), heading: docx.HeadingLevel.TITLE }),
          new docx.Paragraph({ text: clean(paper.organization) }),
          tableOf({ head: [], widths: [1, 3], rows: paper.facts }),
          ...paper.sections.flatMap(sectionOf),
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(file))
}

function sectionOf({ title, paragraphs, table }: PaperSection): readonly (docx.Paragraph | docx.Table)[] {
  return [
    new docx.Paragraph({ text: clean(title), heading: docx.HeadingLevel.HEADING_1, spacing: { before: 280 } }),
    ...paragraphs.flatMap((text) =>
      linesOf(text).map((line) => new docx.Paragraph({ text: line, spacing: { after: 100 } })),
    ),
    ...(table === undefined || table.rows.length === 0 ? [] : [tableOf(table)]),
  ]
}

function tableOf({ head, widths, rows }: PaperTable): docx.Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const cell = (text: string, at: number, bold: boolean) =>
    new docx.TableCell({
      width: { size: Math.round((100 * (widths[at] ?? 1)) / whole), type: docx.WidthType.PERCENTAGE },
      children: linesOf(text).map((line) => new docx.Paragraph({ children: [new docx.TextRun({ text: line, bold })] })),
    })
  const line = (cells: readonly string[], bold: boolean) =>
    new docx.TableRow({ tableHeader: bold, children: cells.map((text, at) => cell(text, at, bold)) })
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [...(head.length === 0 ? [] : [line(head, true)]), ...rows.map((cells) => line(cells, false))],
  })
}

function footLine(foot: string): docx.Paragraph {
  return new docx.Paragraph({
    children: [
      new docx.TextRun({ text: `${clean(foot)} · `, size: 14 }),
      new docx.TextRun({ children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES], size: 14 }),
    ],
  })
}

function small(text: string): docx.Paragraph {
  return new docx.Paragraph({ children: [new docx.TextRun({ text: clean(text), size: 16 })] })
}

const linesOf = (text: string) => text.split('\n').map(clean)

/** XML holds no control characters. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
