import { registerRef } from '../register/register.ts'
import type { RegisterHead } from '../register/register-head.ts'
import type { Seen } from './readiness-rule.ts'

/** Records of a register as an auditor names them. */
export function seenIn(
  head: Pick<RegisterHead, 'table' | 'letters' | 'named'>,
  records: readonly { readonly number: number }[],
): readonly Seen[] {
  return records.map((record) => ({
    entity: head.table,
    ref: registerRef(head, record.number),
    title: String((record as unknown as Readonly<Record<string, unknown>>)[head.named] ?? ''),
  }))
}
