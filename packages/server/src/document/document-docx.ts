import type { Block, Inline } from '@sinew/core/document/rich-text.ts'
import * as docx from 'docx'
import { cellLine, clean, mostDepth, numbered, wordFile, wordTable } from '../reports/word-file.ts'
import type { DocumentPaper, PaperImage } from './document-paper.ts'

const headings = [
  docx.HeadingLevel.HEADING_1,
  docx.HeadingLevel.HEADING_2,
  docx.HeadingLevel.HEADING_3,
  docx.HeadingLevel.HEADING_4,
  docx.HeadingLevel.HEADING_5,
  docx.HeadingLevel.HEADING_6,
] as const
const mostWidth = 600

/** The version as a Word document with a head, real headings, lists and tables, and its images. */
export function documentDocx(paper: DocumentPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { title, organization, mark, hash, facts } = paper
  const body = blocksOf(paper.blocks, paper, 0)
  return wordFile({ title, organization, subject: `${paper.kind} · ${paper.reference}`, mark, hash, facts, body })
}

type Piece = docx.Paragraph | docx.Table

function blocksOf(blocks: readonly Block[], paper: DocumentPaper, depth: number): Piece[] {
  return blocks.flatMap((block) => blockOf(block, paper, depth))
}

function blockOf(block: Block, paper: DocumentPaper, depth: number): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [
        new docx.Paragraph({ heading: headings[block.level - 1] ?? headings[5], children: runsOf(block.words, paper) }),
      ]
    case 'paragraph':
      return [new docx.Paragraph({ children: runsOf(block.words, paper) })]
    case 'list':
      return listOf(block, paper, Math.min(depth, mostDepth - 1))
    case 'quote':
      return blocksOf(block.blocks, paper, depth)
    case 'code':
      return block.text
        .split('\n')
        .map((line) => new docx.Paragraph({ children: [new docx.TextRun({ text: clean(line), font: 'Consolas' })] }))
    case 'table': {
      const width = Math.max(1, ...block.rows.map((row) => row.length))
      const columns = Array.from({ length: width }, () => 1)
      const rows = block.rows.map((row, at) =>
        columns.map((_, column) => [cellLine(runsOf(row[column] ?? [], paper, { bold: at === 0 }))]),
      )
      return rows.length === 0 ? [] : [wordTable(rows, columns), new docx.Paragraph({})]
    }
    case 'rule':
      return [new docx.Paragraph({ thematicBreak: true })]
  }
}

/** The first paragraph of an item has its bullet or number; what follows stands below it. */
function listOf(list: Extract<Block, { kind: 'list' }>, paper: DocumentPaper, level: number): Piece[] {
  const look =
    list.start === null
      ? { bullet: { level } }
      : { numbering: { reference: numbered, level, instance: nextInstance() } }
  return list.items.flatMap((item) => {
    const [first, ...rest] = item
    const words = first?.kind === 'paragraph' ? first.words : []
    const below = first?.kind === 'paragraph' ? rest : item
    return [new docx.Paragraph({ ...look, children: runsOf(words, paper) }), ...blocksOf(below, paper, level + 1)]
  })
}

// Every numbered list counts from one: each has an instance of its own.
let instances = 0
function nextInstance(): number {
  instances += 1
  return instances
}

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string }

function runsOf(words: readonly Inline[], paper: DocumentPaper, look: Look = {}): docx.ParagraphChild[] {
  return words.flatMap((one) => runOf(one, paper, look))
}

function runOf(one: Inline, paper: DocumentPaper, look: Look): docx.ParagraphChild[] {
  switch (one.kind) {
    case 'text':
      return [new docx.TextRun({ ...look, text: clean(one.text) })]
    case 'code':
      return [new docx.TextRun({ ...look, text: clean(one.text), font: 'Consolas' })]
    case 'strong':
      return runsOf(one.words, paper, { ...look, bold: true })
    case 'emphasis':
      return runsOf(one.words, paper, { ...look, italics: true })
    case 'link':
      return linkOf(one, paper, look)
    case 'break':
      return [new docx.TextRun({ break: 1 })]
    case 'image': {
      const image = paper.images.get(one.fileId)
      return image === undefined ? [new docx.TextRun({ ...look, text: clean(one.alt) })] : [pictureOf(image, one.alt)]
    }
  }
}

function linkOf(link: Extract<Inline, { kind: 'link' }>, paper: DocumentPaper, look: Look): docx.ParagraphChild[] {
  if (!/^(https?|mailto):/i.test(link.href)) return runsOf(link.words, paper, look)
  return [
    new docx.ExternalHyperlink({
      link: link.href,
      children: runsOf(link.words, paper, { ...look, style: 'Hyperlink' }),
    }),
  ]
}

function pictureOf(image: PaperImage, alt: string) {
  const scale = Math.min(1, mostWidth / image.width)
  return new docx.ImageRun({
    type: image.type,
    data: image.bytes,
    transformation: { width: Math.round(image.width * scale), height: Math.round(image.height * scale) },
    altText: { name: clean(alt), description: clean(alt), title: clean(alt) },
  })
}
