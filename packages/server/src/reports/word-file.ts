import * as docx from 'docx'

type WordFile = {
  readonly title: string
  readonly organization: string
  /** What stands over the title: `AU-3 · ISO/IEC 27001:2022, 9.2`. */
  readonly subject: string
  readonly mark: string
  readonly hash: string | null
  readonly facts: readonly (readonly [string, string])[]
  readonly body: readonly (docx.Paragraph | docx.Table)[]
}

// Twentieths of a point: A4 with margins of two centimetres.
const paper = { width: 11_906, height: 16_838, margin: 1134 }
const textWidth = paper.width - 2 * paper.margin

const ink = '1B1F2A'
const quiet = '5B6170'
const line = { style: docx.BorderStyle.SINGLE, size: 4, color: 'C9CCD3' } as const
const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' } as const
const factName = 2100

const heading = (size: number) => ({
  run: { font: 'Calibri', size, bold: true, color: ink },
  paragraph: { keepNext: true, spacing: { before: size * 10, after: 80 } },
})

/** A Word document as all of ours look: its subject, title and facts on top, its state and hash at the foot of every page. */
export async function wordFile(file: WordFile): Promise<Uint8Array<ArrayBuffer>> {
  const foot = file.hash === null ? file.mark : `${file.mark} · SHA-256 ${file.hash}`
  const whole = new docx.Document({
    title: clean(file.title),
    creator: clean(file.organization),
    description: clean(file.mark),
    numbering: { config: [{ reference: numbered, levels: numberLevels() }] },
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21 }, paragraph: { spacing: { after: 100 } } },
        title: {
          run: { font: 'Calibri', size: 40, bold: true, color: ink },
          paragraph: { spacing: { before: 60, after: 60 } },
        },
        heading1: heading(28),
        heading2: heading(24),
        heading3: heading(22),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: paper.width, height: paper.height },
            margin: { top: paper.margin, bottom: paper.margin, left: paper.margin, right: paper.margin },
          },
        },
        headers: {
          default: new docx.Header({ children: [quietly(`${file.title} · ${file.organization}`)] }),
        },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                children: [
                  new docx.TextRun({ text: `${clean(foot)} · `, size: 14, color: quiet }),
                  new docx.TextRun({
                    children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES],
                    size: 14,
                    color: quiet,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          quietly(file.subject),
          new docx.Paragraph({ text: clean(file.title), heading: docx.HeadingLevel.TITLE }),
          new docx.Paragraph({ text: clean(file.organization), spacing: { after: 200 } }),
          factsTable(file.facts),
          ...file.body,
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(whole))
}

/** What numbered lists refer to. */
export const numbered = 'numbered'
/** How deep lists may be nested. */
export const mostDepth = 8

function numberLevels() {
  return Array.from({ length: mostDepth }, (_, level) => ({
    level,
    format: docx.LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: docx.AlignmentType.START,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
  }))
}

type Cell = readonly docx.Paragraph[]

/**
 * A table over the whole width whose first row is its head and is repeated on each page.
 * @param widths how wide each column is, in parts of the whole
 */
export function wordTable(rows: readonly (readonly Cell[])[], widths: readonly number[]): docx.Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = widths.map((width) => Math.round((textWidth * width) / whole))
  return tableOf(rows, columnWidths, { isHeaded: true, inside: line })
}

function factsTable(facts: WordFile['facts']): docx.Table {
  const rows = facts.map(([name, value]) => [
    [cellLine([new docx.TextRun({ text: clean(name), color: quiet })])],
    linesOf(value).map((text) => cellLine([new docx.TextRun(text)])),
  ])
  return tableOf(rows, [factName, textWidth - factName], { isHeaded: false, inside: none })
}

function tableOf(
  rows: readonly (readonly Cell[])[],
  columnWidths: readonly number[],
  { isHeaded, inside }: { readonly isHeaded: boolean; readonly inside: docx.IBorderOptions },
): docx.Table {
  return new docx.Table({
    width: { size: textWidth, type: docx.WidthType.DXA },
    columnWidths: [...columnWidths],
    layout: docx.TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: inside, insideVertical: none },
    rows: rows.map((cells, row) => {
      const isHead = isHeaded && row === 0
      return new docx.TableRow({
        cantSplit: true,
        tableHeader: isHead,
        children: cells.map(
          (children, at) =>
            new docx.TableCell({
              width: { size: columnWidths[at] ?? 0, type: docx.WidthType.DXA },
              ...(isHead ? { shading: { fill: 'F0F1F4', color: 'auto', type: docx.ShadingType.CLEAR } } : {}),
              children: [...children],
            }),
        ),
      })
    }),
  })
}

/** A line of a cell: set closer than a paragraph of the text. */
export function cellLine(children: readonly docx.ParagraphChild[]): docx.Paragraph {
  return new docx.Paragraph({ spacing: { after: 0 }, children: [...children] })
}

function quietly(text: string): docx.Paragraph {
  return new docx.Paragraph({ children: [new docx.TextRun({ text: clean(text), size: 16, color: quiet })] })
}

export const linesOf = (text: string): readonly string[] => text.split('\n').map(clean)

/** XML 1.0 cannot hold these characters in any form. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').toWellFormed()
}
