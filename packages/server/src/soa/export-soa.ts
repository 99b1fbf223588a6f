import { xlsxMediaType } from '@sinew/contract/export/export-format.ts'
import type { soaExportFormats } from '@sinew/contract/soa/soa-contract.ts'
import { canonicalJson } from '@sinew/core/json/canonical-json.ts'
import { toCsv } from '../export/export-table.ts'
import type { SoaPaper } from './soa-paper.ts'
import { soaReport } from './soa-report.ts'
import { soaColumns, soaWorkbook } from './soa-table.ts'

type SoaFormat = (typeof soaExportFormats)[number]
type Body = string | Uint8Array<ArrayBuffer>

/** The statement as a file to take away; as JSON the very text that the hash was made of. */
export async function exportSoa(paper: SoaPaper, format: SoaFormat): Promise<Response> {
  const { mediaType, body } = await written[format](paper)
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="statement-of-applicability-${paper.suffix}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

const written: Readonly<
  Record<SoaFormat, (paper: SoaPaper) => Promise<{ readonly mediaType: string; readonly body: Body }>>
> = {
  pdf: async (paper) => ({ mediaType: 'application/pdf', body: (await soaReport(paper)).pdf }),
  xlsx: async (paper) => ({ mediaType: xlsxMediaType, body: await soaWorkbook(paper) }),
  csv: async ({ content, mark, money }) => ({
    mediaType: 'text/csv; charset=utf-8',
    body: toCsv({ name: 'statement', columns: soaColumns(mark, money), rows: content.lines }),
  }),
  json: async ({ content }) => ({ mediaType: 'application/json', body: canonicalJson(content) }),
}
