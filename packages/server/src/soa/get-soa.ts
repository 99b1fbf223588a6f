import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import { proposalRefusals } from '@sinew/core/soa/version-rules.ts'
import type { Context } from '../context.ts'
import { filterLines, type SoaQuery, sortLines } from './filter-lines.ts'
import { keptStatement } from './kept-statement.ts'
import { findCurrentVersions } from './soa-version-store.ts'

/** The statement as it is: what it says of itself counts every line, `lines` are a page of those the filters let through. */
export async function getSoa(ctx: Context, query: SoaQuery): Promise<Soa> {
  const { statement, lines: all, counts } = await keptStatement(ctx)
  const lines = sortLines(filterLines(all, query), query.sort)
  const { content, derived } = statement
  const { approved, proposed } = await findCurrentVersions(ctx)
  const { pageSize } = query
  const place = query.line === undefined ? -1 : lines.findIndex((line) => line.ref === query.line)
  const page = place < 0 ? query.page : Math.floor(place / pageSize) + 1
  return {
    at: content.asOf,
    organization: content.organization,
    scope: content.scope,
    methodologyVersion: content.methodologyVersion,
    approved,
    proposed,
    counts,
    issues: derived.lint.filter((issue) => issue.controlId === null),
    proposeRefusals: [...proposalRefusals(derived.lint, proposed !== null)],
    total: lines.length,
    page,
    pageSize,
    lines: lines.slice((page - 1) * pageSize, page * pageSize),
  }
}
