import type { Asset, exportAssets as route } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { levelText, type NeedLevel, needProperties } from '@sinew/core/asset/need-levels.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { type ExportColumn, exportTable } from '../export/export-table.ts'
import { findAssets } from './asset-store.ts'
import { restsOn } from './rests-on.ts'

type Row = Asset & { readonly restsOn: string }

const textOf = (level: NeedLevel | null) => (level === null ? null : levelText(level))

const columns: readonly ExportColumn<Row>[] = [
  { header: 'Ref', value: (asset) => assetRef(asset.number), width: 8 },
  { header: 'Title', value: (asset) => asset.title, width: 40 },
  { header: 'Kind', value: (asset) => asset.kind.replaceAll('_', ' '), width: 18 },
  { header: 'Classification', value: (asset) => asset.classification, width: 14 },
  { header: 'Owner', value: (asset) => asset.ownerName, width: 24 },
  { header: 'Custodian', value: (asset) => asset.custodianName, width: 24 },
  { header: 'Location', value: (asset) => asset.site?.name ?? null, width: 24 },
  ...needProperties.flatMap((property) => {
    const name = property.charAt(0).toUpperCase() + property.slice(1)
    return [
      { header: name, value: (asset: Asset) => textOf(asset[property]), width: 14 },
      { header: `${name} reason`, value: (asset: Asset) => asset[`${property}Reason`], width: 40 },
      { header: `Effective ${property}`, value: (asset: Asset) => textOf(asset.effective[property].level), width: 14 },
      { header: `Why ${property}`, value: (asset: Asset) => asset.effective[property].because, width: 40 },
    ]
  }),
  { header: 'RTO hours', value: (asset) => asset.rtoHours, width: 10 },
  { header: 'RPO hours', value: (asset) => asset.rpoHours, width: 10 },
  { header: 'Rests on', value: (asset) => asset.restsOn, width: 24 },
  { header: 'Single point of failure', value: (asset) => asset.singlePoint, width: 40 },
  { header: 'To be assessed', value: (asset) => asset.unassessed, width: 40 },
  { header: 'In scope', value: (asset) => asset.inScope, width: 10 },
  { header: 'Risks', value: (asset) => asset.riskCount, width: 8 },
  { header: 'Description', value: (asset) => asset.description, width: 60 },
]

export async function exportAssets(ctx: Context, query: ParsedQuery<typeof route>): Promise<Response> {
  const { items } = await findAssets(ctx.db, { ...query, ...wholeList })
  const below = await restsOn(ctx.db)
  const rows = items.map((asset): Row => ({ ...asset, restsOn: below.get(asset.id) ?? '' }))
  return exportTable({ name: 'assets', columns, rows }, query.format)
}
