import type { Occurrence, createOccurrence as route } from '@sinew/contract/occurrence/occurrence-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { noonOf } from '@sinew/core/occurrence/occurrence-rules.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertRiskExists } from '../risk/risk-store.ts'
import { assertOccurrence } from './assert-occurrence.ts'
import { getOccurrence } from './occurrence-store.ts'

/** No derived number rests on an occurrence before its risk's owner decides on the update that follows. */
export async function createOccurrence(ctx: Context, input: ParsedBody<typeof route>): Promise<Occurrence> {
  const id = newId()
  await ctx.recorded({ derives: false }, async (tx) => {
    await assertRiskExists(tx, input.riskId)
    const occurredAt = noonOf(Date.parse(input.occurredAt))
    const discoveredAt = input.discoveredAt === undefined ? occurredAt : noonOf(Date.parse(input.discoveredAt))
    assertOccurrence({ kind: input.kind, occurredAt, discoveredAt, lossMinor: input.lossMinor }, ctx.now)
    await tx
      .insertInto('risk_occurrence')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'risk_occurrence'),
        risk_id: input.riskId,
        kind: input.kind,
        title: input.title,
        note: input.note,
        occurred_at: new Date(occurredAt),
        discovered_at: new Date(discoveredAt),
        loss_minor: input.lossMinor,
        source: input.source,
        external_ref: input.externalRef,
        reported_by: ctx.actor.id,
        reported_by_name: ctx.actor.name,
      })
      .execute()
  })
  return getOccurrence(ctx.db, id)
}
