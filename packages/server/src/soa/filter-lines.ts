import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'

export type SoaQuery = Omit<ParsedQuery<typeof getSoa>, 'asOf'>

/** The largest amount first; lines of one amount stay as people list them. */
export function sortLines(lines: readonly SoaLine[], sort: SoaQuery['sort']): SoaLine[] {
  if (sort === undefined) return [...lines]
  const of = ({ worth }: SoaLine) => (sort === '-gap' ? worth?.gapMinor : worth?.provenMinor) ?? 0
  return lines.toSorted((a, b) => of(b) - of(a))
}

/** Lines that pass every filter that is given. The statement is one object, derived as a whole and filtered in memory. */
export function filterLines(lines: readonly SoaLine[], query: SoaQuery): SoaLine[] {
  const words = query.q?.toLocaleLowerCase() ?? ''
  return lines.filter(
    (line) =>
      isAmong(query.theme, [line.theme]) &&
      isAmong(query.source, [line.source]) &&
      isAmong(query.proof, [line.proof]) &&
      isAmong(query.implementation, [line.implementation]) &&
      isAmong(query.reason, line.reasons.length === 0 ? ['none'] : line.reasons.map((reason) => reason.kind)) &&
      isAmong(
        query.severity,
        line.issues.map((issue) => issue.severity),
      ) &&
      isAmong(
        query.rule,
        line.issues.map((issue) => issue.rule),
      ) &&
      (query.applicable === undefined || String(line.applicable) === query.applicable) &&
      (query.ownerId === undefined || line.ownerId === query.ownerId) &&
      isChanged(line, query.changed) &&
      (words === '' || textOf(line).includes(words)),
  )
}

/** Several values of one filter are alternatives. */
function isAmong(wanted: readonly string[] | undefined, found: readonly string[]): boolean {
  return wanted === undefined || found.some((value) => wanted.includes(value))
}

function isChanged(line: SoaLine, wanted: SoaQuery['changed']): boolean {
  if (wanted === undefined) return true
  const asks = line.changes.some((change) => change.needsApproval)
  if (wanted === 'decision') return asks
  return line.changes.length > 0 && (wanted === 'any' || !asks)
}

function textOf(line: SoaLine): string {
  const texts = [line.ref, line.title, line.description, line.justification, line.remarks, line.ownerName ?? '']
  const reasons = line.reasons.flatMap((reason) => [reason.text, reason.source?.ref ?? ''])
  return [...texts, ...reasons].join('\n').toLocaleLowerCase()
}
