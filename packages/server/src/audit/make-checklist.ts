import { auditCheckRegister } from '@sinew/core/audit/audit-parts-register.ts'
import { checklistOf } from '@sinew/core/audit/checklist.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { refuseHeld } from '../register/held.ts'

/** Adds a question for each clause item and applicable control of the scope that the checklist does not ask yet. */
export async function makeChecklist(ctx: Context, auditId: string): Promise<{ added: number; total: number }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    const audit = await tx.selectFrom('audit').selectAll().where('id', '=', auditId).forUpdate().executeTakeFirst()
    if (audit === undefined) throw notFound('internal audit')
    assertAllowed(await refuseHeld(tx, auditCheckRegister, auditId))
    const controls = await tx
      .selectFrom('control')
      .select(['ref', 'title', 'purpose'])
      .where('applicable', '=', true)
      .orderBy('sort_key')
      .execute()
    const asked = await tx.selectFrom('audit_check').select('requirement').where('audit_id', '=', auditId).execute()
    const known = new Set(asked.map(({ requirement }) => requirement))
    const missing = checklistOf(audit, controls).filter(({ requirement }) => !known.has(requirement))
    const rows = []
    for (const question of missing)
      rows.push({
        organization_id: ctx.organizationId,
        id: newId(),
        number: await nextNumber(tx, 'audit_check'),
        audit_id: auditId,
        ...question,
      })
    if (rows.length > 0) await tx.insertInto('audit_check').values(rows).execute()
    return { added: rows.length, total: asked.length + rows.length }
  })
}
