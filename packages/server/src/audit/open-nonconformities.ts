import type { auditRegister } from '@sinew/core/audit/audit-register.ts'
import { nonconformingGrades } from '@sinew/core/audit/audit-words.ts'
import { nonconformityRegister } from '@sinew/core/nonconformity/nonconformity-register.ts'
import { emptyValue } from '@sinew/core/register/field.ts'
import type { RecordOf } from '@sinew/core/register/register.ts'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { nonconformityRules } from '../nonconformity/nonconformity-rules.ts'
import { actingPerson, insertRecord } from '../register/write-record.ts'
import { findingsOf } from './audit-store.ts'

const empty = Object.fromEntries(
  Object.entries(nonconformityRegister.fields).map(([key, field]) => [key, emptyValue(field)]),
)

/** Opens a nonconformity for each finding that breaks a requirement, and ties the two together. */
export async function openNonconformities(
  ctx: Context,
  tx: Writer,
  audit: RecordOf<typeof auditRegister>,
): Promise<void> {
  const foundById = await actingPerson(ctx, tx)
  for (const finding of await findingsOf(tx, audit.id)) {
    if (!nonconformingGrades.includes(finding.grade) || finding.nonconformityId !== null) continue
    const { title, grade, requirements, requirement, seen, gap, ownerId } = finding
    const nonconformityId = await insertRecord(ctx, tx, nonconformityRegister, nonconformityRules, {
      ...empty,
      ...{ title, grade, requirements, requirement, seen, gap, ownerId, foundById },
      source: 'internal_audit',
      foundAt: ctx.now.toISOString(),
    })
    await tx
      .updateTable('audit_finding')
      .set({ nonconformity_id: nonconformityId })
      .where('id', '=', finding.id)
      .execute()
    await tx
      .insertInto('object_link')
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        from_entity: 'nonconformity',
        from_id: nonconformityId,
        to_entity: 'audit',
        to_id: audit.id,
        relation: `Found as ${finding.ref}`,
      })
      .execute()
  }
}
