import type { documentFormats } from '@sinew/contract/document/document-version-contract.ts'
import { docxMediaType } from '@sinew/contract/export/paper-format.ts'
import type { Context } from '../context.ts'
import { documentDocx } from './document-docx.ts'
import { type DocumentPaper, documentPaper } from './document-paper.ts'
import { documentPdf } from './document-pdf.ts'

type Format = (typeof documentFormats)[number]
type Body = string | Uint8Array<ArrayBuffer>

const written: Readonly<Record<Format, readonly [string, (paper: DocumentPaper) => Promise<Body>]>> = {
  pdf: ['application/pdf', documentPdf],
  docx: [docxMediaType, documentDocx],
  md: ['text/markdown; charset=utf-8', async ({ content }) => content],
}

export async function exportDocumentVersion(ctx: Context, id: string, format: Format): Promise<Response> {
  const paper = await documentPaper(ctx, id)
  const [mediaType, write] = written[format]
  return new Response(await write(paper), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${paper.reference}-v${paper.versionNumber}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
