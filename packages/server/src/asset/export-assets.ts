import type { Asset, exportAssets as route } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findAssets } from './asset-store.ts'

const columns: readonly ExportColumn<Asset>[] = [
  { header: 'Ref', value: (asset) => assetRef(asset.number), width: 8 },
  { header: 'Title', value: (asset) => asset.title, width: 40 },
  { header: 'Kind', value: (asset) => asset.kind.replaceAll('_', ' '), width: 18 },
  { header: 'Classification', value: (asset) => asset.classification, width: 14 },
  { header: 'Owner', value: (asset) => asset.ownerName, width: 24 },
  { header: 'In scope', value: (asset) => asset.inScope, width: 10 },
  { header: 'Risks', value: (asset) => asset.riskCount, width: 8 },
  { header: 'Description', value: (asset) => asset.description, width: 60 },
]

export async function exportAssets(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findAssets(ctx.db, { ...query, ...wholeList })
  return exportTable({ name: 'assets', columns, rows: items }, query.format)
}
