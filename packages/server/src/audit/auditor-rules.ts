import type { auditorRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { type CoverAudit, canAudit, ownedInScope } from '@sinew/core/audit/coverage.ts'
import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import type { Reader } from '../context.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { coverItems, ownersFor } from './cover-items.ts'

export const auditorRules: RegisterRules<typeof auditorRegister> = {
  check: async (_, tx, values, before) => {
    const audit = await tx
      .selectFrom('audit')
      .select(['programme_id', 'clauses', 'controls', 'sites'])
      .where('id', '=', values.auditId)
      .executeTakeFirstOrThrow()
    const twice = await tx
      .selectFrom('audit_auditor')
      .select('id')
      .where('audit_id', '=', values.auditId)
      .where('person_id', '=', values.personId)
      .where('id', '<>', before?.id ?? values.auditId)
      .executeTakeFirst()
    return [
      ...(twice === undefined ? [] : refuse('there_already', 'This person is an auditor of it already.')),
      ...(await refuseOwners(tx, audit, audit.programme_id, [values])),
    ]
  },
}

type Auditor = Parameters<typeof canAudit>[0]

/** Refuses auditors who own something of the scope, unless it is an exception with its reason. */
export async function refuseOwners(
  tx: Reader,
  scope: Pick<CoverAudit, 'clauses' | 'controls' | 'sites'>,
  programmeId: string | null,
  auditors: readonly Auditor[],
): Promise<readonly Refusal[]> {
  if (auditors.length === 0) return []
  const items = await coverItems(tx, await ownersFor(tx, programmeId))
  const names = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      auditors.map(({ personId }) => personId),
    )
    .execute()
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return auditors.flatMap((auditor) =>
    canAudit(auditor, nameOf.get(auditor.personId) ?? 'This person', ownedInScope(auditor.personId, scope, items)),
  )
}
