import { plannedChangeRefusals } from '@sinew/core/change/change-rules.ts'
import type { Reader } from '../context.ts'
import { assertAllowed, notFound } from '../errors.ts'

export type VersionedSubject = 'scope' | 'methodology' | 'soa'

type Asked = {
  readonly subject: VersionedSubject
  /** No version is in force yet: the first needs no planned change. */
  readonly isFirst: boolean
  readonly changeId: string | null
  /** The version that is to be approved. */
  readonly versionId: string
}

/** The change that a decision names is one of the organisation's. */
export async function assertKnownChange(tx: Pick<Reader, 'selectFrom'>, changeId: string | null): Promise<void> {
  if (changeId === null) return
  const row = await tx.selectFrom('planned_change').select('id').where('id', '=', changeId).executeTakeFirst()
  if (row === undefined) throw notFound('planned change')
}

/** A version that takes the place of one in force names the approved change behind it. */
export async function assertPlannedChange(tx: Pick<Reader, 'selectFrom'>, asked: Asked): Promise<void> {
  const { subject, isFirst, changeId, versionId } = asked
  if (changeId === null) return assertAllowed(plannedChangeRefusals(subject, isFirst, null))
  const row = await tx
    .selectFrom('planned_change')
    .select(['number', 'status', 'touches'])
    .where('id', '=', changeId)
    .executeTakeFirst()
  if (row === undefined) throw notFound('planned change')
  const change = {
    ref: `CH-${row.number}`,
    status: row.status,
    touches: row.touches,
    usedBy: await findUse(tx, subject, changeId, versionId),
  }
  assertAllowed(plannedChangeRefusals(subject, isFirst, change))
}

async function findUse(
  tx: Pick<Reader, 'selectFrom'>,
  subject: VersionedSubject,
  changeId: string,
  versionId: string,
): Promise<string | null> {
  const tables = { scope: 'scope_version', methodology: 'methodology', soa: 'soa_version' } as const
  const other = await tx
    .selectFrom(tables[subject])
    .select('id')
    .where('change_id', '=', changeId)
    .where('status', 'in', ['approved', 'superseded'])
    .where('id', '<>', versionId)
    .executeTakeFirst()
  return other === undefined ? null : 'another version'
}
