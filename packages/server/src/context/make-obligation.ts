import type { makeObligation as route } from '@sinew/contract/context/requirement-obligation-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { partyRequirementRegister } from '@sinew/core/context/interested-party-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Reader } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { AppError, assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getRecord, lockRecord } from '../register/register-store.ts'
import { requirementRules } from './context-rules.ts'

/** The requirement is addressed by the obligation it became; an obligation justifies the controls that meet it. */
export async function makeObligation(
  ctx: Context,
  requirementId: string,
  ifMatch: number,
  { kind, obligationId }: ParsedBody<typeof route>,
) {
  if (!ctx.can('obligation:write')) throw new AppError(403, 'This step needs the permission obligation:write.')
  await ctx.recorded({}, async (tx) => {
    const requirement = await lockRecord(ctx, tx, partyRequirementRegister, requirementRules, requirementId)
    assertVersion(ifMatch, requirement.version)
    if (obligationId !== null) await assertObligation(tx, obligationId)
    if (requirement.obligationId !== null)
      assertAllowed(refuse('has_obligation', `It is ${requirement.obligation?.ref} already.`))
    const id = obligationId ?? newId()
    if (obligationId === null)
      await tx
        .insertInto('obligation')
        .values({
          organization_id: ctx.organizationId,
          id,
          number: await nextNumber(tx, 'obligation'),
          title: requirement.title.slice(0, 200),
          kind,
          source: requirement.source,
          party: (requirement.party?.name ?? '').slice(0, 200),
          requirement: [requirement.title, requirement.answer].filter((part) => part !== '').join('\n\n'),
        })
        .execute()
    await tx
      .updateTable('party_requirement')
      .set({ obligation_id: id, is_addressed: 'addressed', updated_at: ctx.now })
      .where('id', '=', requirementId)
      .execute()
  })
  return getRecord(ctx, partyRequirementRegister, requirementRules, requirementId)
}

async function assertObligation(tx: Pick<Reader, 'selectFrom'>, id: string): Promise<void> {
  const row = await tx.selectFrom('obligation').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw notFound('obligation')
}
