import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { lintSeverities } from '@sinew/core/soa/lint-issue.ts'
import { proposalRefusals } from '@sinew/core/soa/version-rules.ts'
import type { Context } from '../context.ts'
import { filterLines, type SoaQuery, sortLines } from './filter-lines.ts'
import { loadStatement, type Statement } from './load-statement.ts'
import { soaLines } from './soa-lines.ts'

/** The statement as it is: what it says of itself counts every line, `lines` are those the filters let through. */
export async function getSoa(ctx: Context, query: SoaQuery): Promise<Soa> {
  const statement = await loadStatement(ctx)
  const all = soaLines(statement)
  const lines = sortLines(filterLines(all, query), query.sort)
  const { content, approved, proposed, derived } = statement
  return {
    at: content.asOf,
    organization: content.organization,
    scope: content.scope,
    methodologyVersion: content.methodologyVersion,
    approved,
    proposed,
    counts: countSoa(statement, all),
    issues: derived.lint.filter((issue) => issue.controlId === null),
    proposeRefusals: [...proposalRefusals(derived.lint, proposed !== null)],
    total: lines.length,
    lines,
  }
}

function countSoa({ derived }: Statement, lines: readonly SoaLine[]): Soa['counts'] {
  const applicable = lines.filter((line) => line.applicable)
  const isOf = <K extends keyof SoaLine>(key: K, value: SoaLine[K]) => applicable.filter((line) => line[key] === value)
  const annexA = lines.filter((line) => line.source === 'annex_a').length
  const asking = lines.filter((line) => line.changes.some((change) => change.needsApproval)).length
  const changed = lines.filter((line) => line.changes.length > 0).length
  const [error, warning, note] = lintSeverities.map(
    (severity) => derived.lint.filter((issue) => issue.severity === severity).length,
  )
  return {
    lines: lines.length,
    annexA,
    own: lines.length - annexA,
    applicable: applicable.length,
    excluded: lines.length - applicable.length,
    undecided: derived.lint.filter((issue) => issue.rule === 'undecided').length,
    proof: {
      proven: isOf('proof', 'proven').length,
      stale: isOf('proof', 'stale').length,
      failing: isOf('proof', 'failing').length,
      unproven: isOf('proof', 'unproven').length,
      excluded: lines.length - applicable.length,
    },
    implementation: {
      not_started: isOf('implementation', 'not_started').length,
      planned: isOf('implementation', 'planned').length,
      partly: isOf('implementation', 'partly').length,
      implemented: isOf('implementation', 'implemented').length,
    },
    issues: { error: error ?? 0, warning: warning ?? 0, note: note ?? 0 },
    changed: { decision: asking, status: changed - asking },
  }
}
