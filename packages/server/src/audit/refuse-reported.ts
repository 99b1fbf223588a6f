import { reportedStates } from '@sinew/core/audit/audit-register.ts'
import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import type { Reader } from '../context.ts'

/** What a reported audit asked, saw and found stays as it was reported. */
export async function refuseReported(tx: Reader, auditId: string): Promise<readonly Refusal[]> {
  const { state, number } = await tx
    .selectFrom('audit')
    .select(['state', 'number'])
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow()
  if (!reportedStates.includes(state)) return []
  return refuse('reported', `AU-${number} is reported: what it asked, saw and found stays as it is.`)
}
