import { type Refusal, refuse } from '../refusal.ts'

export type PlannedForRoles = {
  readonly status: string
  readonly touches: readonly string[]
  readonly decidedAt: Date | null
}

type Held = { readonly holderId: string | null; readonly appointedAt: string | null }

/**
 * Who holds a role changes by a planned change: one that touches roles, is linked to this one, and was approved since its
 * holder was appointed. The first holder needs none.
 */
export function roleChangeRefusals(
  before: Held | null,
  holderId: string | null,
  linked: readonly PlannedForRoles[],
): readonly Refusal[] {
  if (before === null || before.holderId === null || before.holderId === holderId) return []
  const since = before.appointedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(before.appointedAt)
  const isPlanned = linked.some(
    ({ status, touches, decidedAt }) =>
      ['approved', 'done', 'reviewed'].includes(status) &&
      touches.includes('roles') &&
      decidedAt !== null &&
      decidedAt.getTime() > since,
  )
  if (isPlanned) return []
  return refuse(
    'role_change_not_planned',
    'Changing who holds a role is planned: link the approved change that touches roles to this one first.',
  )
}
