import type { Member } from '@sinew/contract/member/member-contract.ts'
import { periodInWords } from '@sinew/core/access/access-limits.ts'

/** `control, evidence of 1 Jan 2026 to 30 Jun 2026`; what the role lets them read where nothing limits it. */
export function limitsInWords({ role, areas, readFrom, readUntil }: Member): string {
  const what = areas.length === 0 ? `all that ${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role} may` : areas.join(', ')
  return readFrom === null && readUntil === null ? what : `${what}, of ${periodInWords({ readFrom, readUntil })}`
}
