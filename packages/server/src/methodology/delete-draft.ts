import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockMethodology } from './methodology-store.ts'
import { assertDraft } from './update-draft.ts'

export async function deleteMethodologyDraft(ctx: Context, methodologyId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const version = await lockMethodology(tx, methodologyId)
    assertVersion(ifMatch, version.version)
    assertDraft(version.status)
    await tx.deleteFrom('methodology').where('id', '=', methodologyId).execute()
  })
}
