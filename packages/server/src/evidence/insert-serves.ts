import type { Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

type Piece = { readonly id: string; readonly collectedAt: Date }

/** Has a piece serve needs. There is no counterpart: a piece taken away would uncover an older one. */
export async function insertServes(
  tx: Writer,
  organizationId: string,
  piece: Piece,
  needIds: readonly string[],
): Promise<void> {
  if (needIds.length === 0) return
  await tx
    .insertInto('evidence_serves')
    .values(
      needIds.map((needId) => ({
        organization_id: organizationId,
        id: newId(),
        evidence_id: piece.id,
        need_id: needId,
        collected_at: piece.collectedAt,
      })),
    )
    .execute()
}
