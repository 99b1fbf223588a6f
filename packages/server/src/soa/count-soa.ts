import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { lintSeverities } from '@sinew/core/soa/lint-issue.ts'
import type { Statement } from './load-statement.ts'

/** What the statement says of itself: every line counts, whatever is shown of them. */
export function countSoa({ derived }: Pick<Statement, 'derived'>, lines: readonly SoaLine[]): Soa['counts'] {
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
