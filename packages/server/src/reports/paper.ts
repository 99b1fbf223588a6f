import type { PaperFormat } from '@sinew/contract/export/paper-format.ts'
import { docxMediaType } from '@sinew/contract/export/paper-format.ts'
import { paperDocx } from './paper-docx.ts'
import { typesetPdf } from './typeset-pdf.ts'

/** A report made of text and tables: one content, typeset as PDF or as a Word document. */
export type Paper = {
  readonly organization: string
  readonly title: string
  /** What it is a report of: `AU-3 · ISO/IEC 27001:2022, 9.2`. */
  readonly subject: string
  /** `Reported`, `Draft · not reported yet` */
  readonly mark: string
  readonly isDraft: boolean
  /** The hash of what it reports; null while nothing is final. */
  readonly hash: string | null
  readonly facts: readonly (readonly [string, string])[]
  readonly sections: readonly PaperSection[]
  readonly at: Date
  /** Of the file's name. */
  readonly name: string
}

export type PaperSection = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly table?: PaperTable
}

export type PaperTable = {
  readonly head: readonly string[]
  /** How wide each column is, in parts of the whole. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** The paper as a file to take away. */
export async function answerPaper(paper: Paper, format: PaperFormat): Promise<Response> {
  const body = format === 'docx' ? await paperDocx(paper) : (await paperPdf(paper)).pdf
  return new Response(body, {
    headers: {
      'content-type': format === 'docx' ? docxMediaType : 'application/pdf',
      'content-disposition': `attachment; filename="${paper.name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

function paperPdf(paper: Paper) {
  const { at, name: _, hash, mark, ...data } = paper
  const footer = hash === null ? mark : `${mark} · SHA-256 ${hash}`
  return typesetPdf({
    template: new URL('./paper.typ', import.meta.url),
    data: { ...data, mark, footer, hash: hash ?? '' },
    createdAt: at.getTime(),
  })
}
