import type { importAssets as route } from '@sinew/contract/asset/asset-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { namedPeople, namesIn } from '../file/named-cell.ts'
import { readTable } from '../file/read-table.ts'
import { assetHeadings, type KnownNames, type PlannedAsset, planAssets } from './plan-assets.ts'

const mostProblems = 500

/** Adds all assets of a table with what they rest on, or none of them. With `dryRun` it only looks. */
export async function importAssets(
  ctx: Context,
  { csv, dryRun }: ParsedBody<typeof route>,
): Promise<OutputOf<typeof route>> {
  const rows = readTable(csv, assetHeadings)
  const { planned, problems } = planAssets(rows, await knownNames(ctx.db), newId)
  if (problems.length > 0) return { added: 0, rows: rows.length, problems: problems.slice(0, mostProblems) }
  if (!dryRun) await ctx.recorded({}, (tx) => write(ctx, tx, planned))
  return { added: planned.length, rows: rows.length, problems: [] }
}

async function knownNames(db: Reader): Promise<KnownNames> {
  const sites = await db.selectFrom('site').select(['id', 'name', 'number']).execute()
  const assets = await db.selectFrom('asset').select(['id', 'number', 'title']).execute()
  return {
    people: await namedPeople(db),
    sites: sites.map(({ id, name, number }) => ({ id, names: namesIn(name, `SI-${number}`) })),
    assets,
  }
}

/** What they rest on comes last: it may stand further down in the table. */
async function write(ctx: Context, tx: Writer, planned: readonly PlannedAsset[]): Promise<void> {
  for (const { id, values } of planned)
    await tx
      .insertInto('asset')
      // Each is a column of the table, read by its own rule.
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'asset'),
        ...(values as { title: string; kind: string }),
      })
      .execute()
  for (const { id, below } of planned)
    for (const { id: onAssetId, anyOf } of below)
      await tx
        .insertInto('asset_dependency')
        .values({
          organization_id: ctx.organizationId,
          id: newId(),
          number: await nextNumber(tx, 'asset_dependency'),
          asset_id: id,
          on_asset_id: onAssetId,
          any_of: anyOf,
        })
        .execute()
}
