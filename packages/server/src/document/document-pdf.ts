import type { Block, Inline } from '@sinew/core/document/rich-text.ts'
import { typesetPdf } from '../reports/typeset-pdf.ts'
import type { DocumentPaper } from './document-paper.ts'

/** Points between the margins of the template, and what a picture has of a page's height. */
const textWidth = 459
const pictureHeight = 600
const template = new URL('./document-report.typ', import.meta.url)

/** The version typeset on A4. A picture the typesetter cannot read gives way to its words. */
export async function documentPdf(paper: DocumentPaper): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await typeset(paper)
  } catch (error) {
    if (paper.images.size === 0) throw error
    return typeset({ ...paper, images: new Map() })
  }
}

async function typeset(paper: DocumentPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { reference, title, organization, kind, mark, facts, hash, status, at } = paper
  const attachments = [...paper.images].map(([id, { bytes, type }]) => ({ path: `${id}.${type}`, content: bytes }))
  const { pdf } = await typesetPdf({
    template,
    data: {
      ...{ reference, title, organization, kind, mark, facts, hash },
      inForce: status === 'published',
      draft: status === 'draft' || status === 'in_review',
      footer: hash === null ? mark : `${mark} · SHA-256 ${hash}`,
      blocks: paper.blocks.map((block) => printedBlock(block, paper)),
    },
    attachments,
    createdAt: at.getTime(),
  })
  return pdf
}

function printedBlock(block: Block, paper: DocumentPaper): unknown {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, words: block.words.map((one) => printedInline(one, paper)) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((one) => printedBlock(one, paper))) }
    case 'quote':
      return { ...block, blocks: block.blocks.map((one) => printedBlock(one, paper)) }
    case 'table': {
      const width = Math.max(1, ...block.rows.map((row) => row.length))
      const filled = block.rows.map((row) =>
        Array.from({ length: width }, (_, at) => (row[at] ?? []).map((one) => printedInline(one, paper))),
      )
      return { kind: 'table', width, rows: filled }
    }
    default:
      return block
  }
}

function printedInline(one: Inline, paper: DocumentPaper, most = textWidth): unknown {
  if (one.kind === 'image') {
    const image = paper.images.get(one.fileId)
    if (image === undefined) return { kind: 'text', text: one.alt }
    // 96 pixels an inch, as browsers show it, and no larger than where it stands.
    const tallest = (pictureHeight * image.width) / image.height
    const points = Math.max(1, Math.min(image.width * 0.75, most, tallest))
    return { kind: 'image', path: `${one.fileId}.${image.type}`, alt: one.alt, points }
  }
  return 'words' in one ? { ...one, words: one.words.map((word) => printedInline(word, paper, most)) } : one
}
