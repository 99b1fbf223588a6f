import type { EvidenceInput, NeedInput } from '@sinew/core/chain/chain-snapshot.ts'
import { attestationRefusals } from '@sinew/core/evidence/attestation-rules.ts'
import { collectorNeedRefusals } from '@sinew/core/evidence/collector-need-rules.ts'
import { serveRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'

export type NeedToServe = {
  readonly id: string
  readonly title: string
  readonly nature: NeedInput['nature']
  readonly collectorId: string | null
  readonly control: { readonly ref: string; readonly ownerId: string | null; readonly ownerUserId: string | null }
}

/** The needs by their ids, with whom their controls belong to. @throws AppError 404 when one does not exist. */
export async function getNeedsToServe(db: Reader, needIds: readonly string[]): Promise<readonly NeedToServe[]> {
  const ids = [...new Set(needIds)]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('evidence_need as need')
    .innerJoin('control', 'control.id', 'need.control_id')
    .leftJoin('person as owner', 'owner.id', 'control.owner_id')
    .where('need.id', 'in', ids)
    .select(['need.id', 'need.title', 'need.nature', 'need.collector_id', 'control.ref', 'control.owner_id'])
    .select('owner.user_id as owner_user_id')
    .orderBy('control.sort_key')
    .orderBy('need.position')
    .execute()
  if (rows.length < ids.length) throw notFound('evidence need')
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    nature: row.nature as NeedInput['nature'],
    collectorId: row.collector_id,
    control: { ref: row.ref, ownerId: row.owner_id, ownerUserId: row.owner_user_id },
  }))
}

type Piece = Pick<EvidenceInput, 'nature' | 'provenance'> & {
  readonly collectorId: string | null
  /** The user who submitted it. */
  readonly submittedBy: string
}

/** Every reason why a piece cannot serve these needs. */
export async function servingRefusals(
  db: Reader,
  piece: Piece,
  needs: readonly NeedToServe[],
): Promise<readonly Refusal[]> {
  const refusals = needs.flatMap((need) => [
    ...serveRefusals(piece, need),
    ...collectorNeedRefusals(piece.collectorId, need),
  ])
  if (piece.provenance !== 'attested') return once(refusals)
  const person = await db.selectFrom('person').select('id').where('user_id', '=', piece.submittedBy).executeTakeFirst()
  const attester = { userId: piece.submittedBy, personId: person?.id ?? null }
  const controls = needs.map((need) => need.control)
  return once([...refusals, ...attestationRefusals(attester, controls)])
}

/** Two needs of one control give the same sentence once. */
function once(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((refusal) => [refusal.message, refusal])).values()]
}
