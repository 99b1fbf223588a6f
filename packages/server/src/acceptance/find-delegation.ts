import type { Role } from '@sinew/core/access/permissions.ts'
import type { PersonInput } from '@sinew/core/chain/chain-snapshot.ts'
import { type Delegation, delegationFor } from '@sinew/core/leadership/delegation-rules.ts'
import type { RiskSituation } from '@sinew/core/risk/risk-situation.ts'
import type { Writer } from '../context.ts'

export type FoundDelegation = Pick<Delegation, 'id' | 'number'> & {
  /** Of whoever is stood in for; null where they have no account. */
  readonly role: Role | null
}

/** What entitles somebody who is not the owner of a risk to accept it now; null where nothing does. */
export async function findDelegation(
  tx: Writer,
  { owner, provenLevel }: RiskSituation,
  accepter: PersonInput | null,
  now: Date,
): Promise<FoundDelegation | null> {
  if (owner === null || accepter === null || provenLevel === null || accepter.id === owner.id) return null
  const rows = await tx
    .selectFrom('delegation')
    .selectAll()
    .where('to_person_id', '=', accepter.id)
    .where('from_person_id', '=', owner.id)
    .where('status', '=', 'granted')
    .orderBy('number')
    // A revocation waits until this acceptance is written, or comes before it.
    .forShare()
    .execute()
  const delegations = rows.map(
    (row): Delegation => ({
      id: row.id,
      number: row.number,
      entitles: row.entitles as Delegation['entitles'],
      fromPersonId: row.from_person_id,
      toPersonId: row.to_person_id,
      startsAt: row.starts_at.getTime(),
      endsAt: row.ends_at.getTime(),
      status: row.status as Delegation['status'],
    }),
  )
  const wanted = { fromPersonId: owner.id, toPersonId: accepter.id, level: provenLevel }
  const found = delegationFor(delegations, wanted, now.getTime())
  if (found === null) return null
  const { id, number } = found
  return { id, number, role: await roleOf(tx, owner.userId) }
}

async function roleOf(tx: Writer, userId: string | null): Promise<Role | null> {
  if (userId === null) return null
  const member = await tx.selectFrom('member').select('role').where('user_id', '=', userId).executeTakeFirst()
  return (member?.role as Role | undefined) ?? null
}

export function pinnedDelegation({ id, number }: FoundDelegation, accepter: PersonInput | null) {
  return { id, number, deputyName: accepter?.name ?? '' }
}
