import type { createDocumentFromTemplate as route } from '@sinew/contract/document/document-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { fillTemplate } from '@sinew/core/document/document-template.ts'
import { documentTemplates } from '@sinew/core/document/templates/document-templates.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { invalidField } from '../errors.ts'
import { actingPerson } from '../register/write-record.ts'
import { insertDraft } from './edit-draft.ts'

/** A document with its first draft, filled with what the organisation is called and covers. */
export async function createDocumentFromTemplate(ctx: Context, input: ParsedBody<typeof route>) {
  const { templateId } = input
  return ctx.recorded({ derives: false }, async (tx) => {
    // Whoever starts it answers for it, until somebody else does.
    const ownerId = input.ownerId ?? (await actingPerson(ctx, tx))
    await assertMayOwn(tx, ownerId)
    const template = documentTemplates.find(({ id }) => id === templateId)
    if (template === undefined) throw invalidField('templateId', `There is no template ${templateId}.`)
    const { name, scope } = await tx.selectFrom('organization').select(['name', 'scope']).executeTakeFirstOrThrow()
    const owner = ownerId && (await tx.selectFrom('person').select('name').where('id', '=', ownerId).executeTakeFirst())
    const id = newId()
    const number = await nextNumber(tx, 'document')
    const { title, kind, item, clauses, controls, cadenceDays } = template
    await tx
      .insertInto('document')
      .values({
        ...{ organization_id: ctx.organizationId, id, number, title, kind, item },
        owner_id: ownerId,
        clauses: [...clauses],
        controls: [...controls],
        cadence_days: cadenceDays,
      })
      .execute()
    const content = fillTemplate(template, { organization: name, scope, owner: owner ? owner.name : '' })
    const documentVersionId = await insertDraft(ctx, tx, {
      ...{ documentId: id, title, versionNumber: 1, content },
      changeNote: 'First version.',
    })
    return { id, number, documentVersionId }
  })
}
