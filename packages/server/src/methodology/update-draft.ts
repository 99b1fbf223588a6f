import type { Methodology, updateMethodologyDraft as route } from '@sinew/contract/methodology/methodology-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { methodologyRefusals } from '@sinew/core/methodology/methodology-rules.ts'
import type { Context } from '../context.ts'
import { AppError, assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getMethodologyVersion, lockMethodology } from './methodology-store.ts'

/** Whoever changes a draft last is its author: that person is the one who should not approve it. */
export async function updateMethodologyDraft(
  ctx: Context,
  methodologyId: string,
  ifMatch: number,
  { content, note }: ParsedBody<typeof route>,
): Promise<Methodology> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const version = await lockMethodology(tx, methodologyId)
    assertVersion(ifMatch, version.version)
    assertDraft(version.status)
    const errors = (content ? methodologyRefusals(content) : []).map(({ field, message }) => ({
      path: `content.${field}`,
      message,
    }))
    if (errors.length > 0) throw new AppError(422, 'Some fields are not right.', { errors })
    await tx
      .updateTable('methodology')
      .set({
        content: content && JSON.stringify(content),
        note,
        proposed_by: ctx.actor.id,
        proposed_by_name: ctx.actor.name,
      })
      .where('id', '=', methodologyId)
      .execute()
  })
  return getMethodologyVersion(ctx.db, methodologyId)
}

export function assertDraft(status: string): void {
  if (status === 'draft') return
  const message = `This version is ${status} and does not change any more. Start the next version instead.`
  assertAllowed([{ code: 'methodology-not-draft', message }])
}
