import { delegations } from '@sinew/contract/leadership/leadership-contract.ts'
import { listMembers } from '@sinew/contract/member/member-contract.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import type { RiskLevel } from '@sinew/core/chain/chain-snapshot.ts'
import { delegationFor } from '@sinew/core/leadership/delegation-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useNow } from '../ui/NowProvider.tsx'

/** What lets whoever is signed in accept a risk of this level for its owner; null where nothing does. */
export function useDelegation(ownerId: string | null, level: RiskLevel | null) {
  const api = useOrganizationApi()
  const now = useNow()
  const inForce = useQuery({
    ...api.query(delegations.list, { query: { fromPersonId: ownerId ?? '', standing: 'in_force', pageSize: 200 } }),
    enabled: ownerId !== null && api.mayAsk(delegations.list),
  }).data?.items
  const members = useQuery({
    ...api.query(listMembers, { query: { pageSize: 200 } }),
    // Few risks have a deputy: only then is it asked who that is.
    enabled: inForce !== undefined && inForce.length > 0,
  }).data?.items
  const personId = members?.find(({ isYou }) => isYou)?.personId ?? null
  if (ownerId === null || level === null || personId === null || inForce === undefined) return null
  const given = inForce.map((one) => ({
    ...one,
    startsAt: Date.parse(one.startsAt),
    endsAt: Date.parse(one.endsAt),
  }))
  if (delegationFor(given, { fromPersonId: ownerId, toPersonId: personId, level }, now) === null) return null
  const role: Role | null = members?.find((member) => member.personId === ownerId)?.role ?? null
  return { personId, role }
}
