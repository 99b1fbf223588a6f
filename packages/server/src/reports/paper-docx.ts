import * as docx from 'docx'
import type { Paper, PaperSection, PaperTable } from './paper.ts'
import { cellLine, clean, linesOf, wordFile, wordTable } from './word-file.ts'

/** The paper as a Word document with real headings and tables. */
export function paperDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const { title, organization, subject, mark, hash, facts } = paper
  return wordFile({ title, organization, subject, mark, hash, facts, body: paper.sections.flatMap(sectionOf) })
}

function sectionOf({ title, paragraphs, table }: PaperSection): readonly (docx.Paragraph | docx.Table)[] {
  return [
    new docx.Paragraph({ text: clean(title), heading: docx.HeadingLevel.HEADING_1 }),
    ...paragraphs.flatMap((text) => linesOf(text).map((line) => new docx.Paragraph({ text: line }))),
    ...(table === undefined || table.rows.length === 0 ? [] : [tableOf(table)]),
  ]
}

function tableOf({ head, widths, rows }: PaperTable): docx.Table {
  const row = (cells: readonly string[], bold: boolean) =>
    cells.map((text) => linesOf(text).map((line) => cellLine([new docx.TextRun({ text: line, bold, size: 18 })])))
  return wordTable([row(head, true), ...rows.map((cells) => row(cells, false))], widths)
}
