import type { Reader } from '../context.ts'
import { invalidField } from '../errors.ts'

/** Refuses what is no site of the organisation. @throws AppError 422 on the field. */
export async function assertSites(tx: Reader, field: string, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return
  const rows = await tx.selectFrom('site').select('number').execute()
  const known = new Set(rows.map(({ number }) => `SI-${number}`))
  const unknown = refs.filter((ref) => !known.has(ref))
  if (unknown.length > 0) throw invalidField(field, `There is no such site: ${unknown.join(', ')}. Write SI-1.`)
}
