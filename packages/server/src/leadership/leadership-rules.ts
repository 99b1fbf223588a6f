import { type PlannedForRoles, roleChangeRefusals } from '@sinew/core/change/role-change-rules.ts'
import type { delegationRegister } from '@sinew/core/leadership/delegation-register.ts'
import { delegationRefusals, grantRefusals } from '@sinew/core/leadership/delegation-rules.ts'
import type { ismsRoleRegister } from '@sinew/core/leadership/isms-role-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Writer } from '../context.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { actingPerson } from '../register/write-record.ts'

export const ismsRoleRules: RegisterRules<typeof ismsRoleRegister> = {
  searched: ['responsibilities', 'authorities'],
  check: async (_ctx, tx, { holderId, deputyId }, before) => [
    ...(holderId !== null && holderId === deputyId
      ? refuse('role_deputy', 'Whoever holds a role is not its deputy too. Choose somebody else.')
      : []),
    ...roleChangeRefusals(before, holderId, before === null ? [] : await changesLinkedTo(tx, before.id)),
  ],
}

/** Planned changes that this role is linked to, whichever of the two says so. */
async function changesLinkedTo(tx: Writer, roleId: string): Promise<readonly PlannedForRoles[]> {
  const link = tx
    .selectFrom('object_link as link')
    .select('link.id')
    .where(sql<boolean>`(link.from_id = ${roleId}::uuid and link.to_id = planned_change.id)
      or (link.to_id = ${roleId}::uuid and link.from_id = planned_change.id)`)
  const rows = await tx
    .selectFrom('planned_change')
    .select(['status', 'touches', 'decided_at as decidedAt'])
    .where(sql<boolean>`exists (${link})`)
    .execute()
  return rows
}

export const delegationRules: RegisterRules<typeof delegationRegister> = {
  searched: ['reason'],
  computed: {
    standing: (_db, at) => sql`case when record.status = 'revoked' then 'revoked'
      when date_trunc('day', record.ends_at, 'UTC') + interval '1 day' <= ${at} then 'over'
      when record.status = 'proposed' then 'proposed'
      when date_trunc('day', record.starts_at, 'UTC') > ${at} then 'coming' else 'in_force' end`,
  },
  check: async (_ctx, _tx, given) =>
    delegationRefusals({ ...given, startsAt: Date.parse(given.startsAt), endsAt: Date.parse(given.endsAt) }),
  guard: async (ctx, tx, record, { to }) => {
    const actor = { personId: await actingPerson(ctx, tx), isOwner: ctx.role === 'owner' }
    if (to === 'granted')
      return grantRefusals({ ...record, endsAt: Date.parse(record.endsAt) }, actor, ctx.now.getTime())
    const isTheirs = [record.fromPersonId, record.toPersonId].includes(actor.personId ?? '')
    return isTheirs || ctx.can('document:manage')
      ? []
      : refuse('delegation_not_yours', 'One of the two, or a manager, revokes a delegation.')
  },
}
