import { isClauseRef } from '@sinew/core/catalogue/requirement-ref.ts'
import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'

const themes = ['A.5', 'A.6', 'A.7', 'A.8']

/** Refuses what names neither a clause of the standard nor a control of the organisation. @throws AppError 422 on the field. */
export async function assertRequirements(tx: Reader, field: string, refs: readonly string[]): Promise<void> {
  const rest = refs.filter((ref) => !isClauseRef(ref) && !themes.includes(ref))
  if (rest.length === 0) return
  const found = await tx.selectFrom('control').select('ref').where('ref', 'in', rest).execute()
  const known = new Set(found.map(({ ref }) => ref))
  const unknown = rest.filter((ref) => !known.has(ref))
  if (unknown.length > 0)
    throw invalidField(field, `Neither clause nor control: ${unknown.join(', ')}. Write 9.2.2.a, A.8.13 or C-4.`)
}
