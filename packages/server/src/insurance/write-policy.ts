import type {
  createPolicy as createRoute,
  Policy,
  updatePolicy as updateRoute,
} from '@sinew/contract/insurance/insurance-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { policyRefusals } from '@sinew/core/insurance/insurance-rules.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getPolicy, lockPolicies } from './policy-store.ts'

export async function createPolicy(ctx: Context, input: ParsedBody<typeof createRoute>): Promise<Policy> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    const others = await lockPolicies(tx)
    await assertRisks(tx, input.riskIds ?? [])
    assertAllowed(policyRefusals({ ...input, ...times(input) }, others))
    await tx
      .insertInto('insurance_policy')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'insurance_policy'),
        name: input.name,
        insurer: input.insurer,
        note: input.note,
        per: input.per,
        deductible_minor: input.deductibleMinor,
        limit_minor: input.limitMinor,
        premium_minor: input.premiumMinor,
        valid_from: input.validFrom,
        valid_until: input.validUntil,
        covers_all: input.riskIds === null,
      })
      .execute()
    await coverRisks(ctx, tx, id, input.riskIds ?? [])
  })
  return getPolicy(ctx.db, id, ctx.now)
}

export async function updatePolicy(
  ctx: Context,
  policyId: string,
  ifMatch: number,
  input: ParsedBody<typeof updateRoute>,
): Promise<Policy> {
  await ctx.recorded({}, async (tx) => {
    const all = await lockPolicies(tx)
    const before = all.find(({ id }) => id === policyId)
    if (before === undefined) throw notFound('insurance policy')
    assertVersion(ifMatch, (await getPolicy(tx, policyId, ctx.now)).version)
    await assertRisks(tx, input.riskIds ?? [])
    const after = { ...before, ...said(input), ...times(input) }
    assertAllowed(
      policyRefusals(
        after,
        all.filter(({ id }) => id !== policyId),
      ),
    )
    await tx
      .updateTable('insurance_policy')
      .set({
        name: input.name,
        insurer: input.insurer,
        note: input.note,
        per: input.per,
        deductible_minor: input.deductibleMinor,
        limit_minor: input.limitMinor,
        premium_minor: input.premiumMinor,
        valid_from: input.validFrom,
        valid_until: input.validUntil,
        covers_all: after.riskIds === null,
        updated_at: ctx.now,
      })
      .where('id', '=', policyId)
      .execute()
    if (input.riskIds !== undefined) await coverRisks(ctx, tx, policyId, input.riskIds ?? [])
  })
  return getPolicy(ctx.db, policyId, ctx.now)
}

export async function deletePolicy(ctx: Context, policyId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({}, async (tx) => {
    await lockPolicies(tx)
    assertVersion(ifMatch, (await getPolicy(tx, policyId, ctx.now)).version)
    await tx.deleteFrom('insurance_policy').where('id', '=', policyId).execute()
  })
}

/** What the input says of who is covered for what; left out stays as it is. */
function said({ per, riskIds }: ParsedBody<typeof updateRoute>) {
  return { ...(per === undefined ? {} : { per }), ...(riskIds === undefined ? {} : { riskIds }) }
}

function times<T extends { readonly validFrom?: string; readonly validUntil?: string }>({ validFrom, validUntil }: T) {
  return {
    ...(validFrom === undefined ? {} : { validFrom: Date.parse(validFrom) }),
    ...(validUntil === undefined ? {} : { validUntil: Date.parse(validUntil) }),
  } as { [K in 'validFrom' | 'validUntil']: T[K] extends string ? number : never }
}

async function assertRisks(tx: Writer, riskIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(riskIds)]
  if (wanted.length === 0) return
  const found = await tx.selectFrom('risk').select('id').where('id', 'in', wanted).execute()
  if (found.length < wanted.length) throw notFound('risk')
}

/** Exactly these risks are covered from now on. */
async function coverRisks(ctx: Context, tx: Writer, policyId: string, riskIds: readonly string[]): Promise<void> {
  const wanted = new Set(riskIds)
  const covered = await tx
    .selectFrom('insurance_policy_risk')
    .select(['id', 'risk_id'])
    .where('policy_id', '=', policyId)
    .execute()
  const gone = covered.filter((row) => !wanted.has(row.risk_id)).map((row) => row.id)
  if (gone.length > 0) await tx.deleteFrom('insurance_policy_risk').where('id', 'in', gone).execute()
  const known = new Set(covered.map((row) => row.risk_id))
  const added = [...wanted].filter((riskId) => !known.has(riskId))
  if (added.length === 0) return
  await tx
    .insertInto('insurance_policy_risk')
    .values(
      added.map((riskId) => ({
        organization_id: ctx.organizationId,
        id: newId(),
        policy_id: policyId,
        risk_id: riskId,
      })),
    )
    .execute()
}
