import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { diffSoa as route, SoaDiff, SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { diffSoa } from '@sinew/core/soa/diff-soa.ts'
import { diffSoaHead } from '@sinew/core/soa/diff-soa-head.ts'
import type { SoaContent } from '@sinew/core/soa/soa-content.ts'
import type { Context } from '../context.ts'
import { loadStatement } from './load-statement.ts'
import { getSoaContent, getSoaVersionByNumber } from './soa-version-store.ts'

type Side = { readonly version: SoaVersion | null; readonly content: SoaContent }

/** What differs from one version (or the statement as it is) to another, control by control, field by field. */
export async function diffVersions(ctx: Context, { from, to }: ParsedQuery<typeof route>): Promise<SoaDiff> {
  const [before, after] = [await loadSide(ctx, from), await loadSide(ctx, to)]
  const changes = diffSoa(before.content, after.content)
  const lines = new Set(changes.map((change) => change.controlId))
  const asking = new Set(changes.filter((change) => change.needsApproval).map((change) => change.controlId))
  return {
    from: before.version,
    to: after.version,
    head: [...diffSoaHead(before.content, after.content)],
    changes: [...changes],
    counts: { lines: lines.size, decisions: asking.size, statuses: lines.size - asking.size },
  }
}

async function loadSide(ctx: Context, side: 'live' | number): Promise<Side> {
  if (side === 'live') return { version: null, content: (await loadStatement(ctx)).content }
  const version = await getSoaVersionByNumber(ctx, side)
  return { version, content: await getSoaContent(ctx.db, version.id) }
}
