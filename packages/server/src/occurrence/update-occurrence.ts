import type { Occurrence, updateOccurrence as route } from '@sinew/contract/occurrence/occurrence-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { correctionRefusals } from '@sinew/core/occurrence/correction-rules.ts'
import type { OccurrenceKind } from '@sinew/core/occurrence/occurrence.ts'
import { noonOf } from '@sinew/core/occurrence/occurrence-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { assertOccurrence } from './assert-occurrence.ts'
import { getOccurrence, lockOccurrence } from './occurrence-store.ts'

export async function updateOccurrence(
  ctx: Context,
  occurrenceId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Occurrence> {
  const reason = input.reason ?? ''
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    const row = await lockOccurrence(tx, occurrenceId)
    assertVersion(ifMatch, row.version)
    const before = {
      kind: row.kind as OccurrenceKind,
      occurredAt: row.occurred_at.getTime(),
      discoveredAt: row.discovered_at.getTime(),
      lossMinor: row.loss_minor,
    }
    const kind = input.kind ?? before.kind
    const after = {
      kind,
      occurredAt: input.occurredAt === undefined ? before.occurredAt : noonOf(Date.parse(input.occurredAt)),
      discoveredAt: input.discoveredAt === undefined ? before.discoveredAt : noonOf(Date.parse(input.discoveredAt)),
      lossMinor: input.lossMinor === undefined ? before.lossMinor : input.lossMinor,
    }
    assertOccurrence(after, ctx.now)
    assertAllowed(correctionRefusals(before, after, reason))
    await tx
      .updateTable('risk_occurrence')
      .set({
        kind,
        title: input.title,
        note: input.note,
        source: input.source,
        occurred_at: new Date(after.occurredAt),
        discovered_at: new Date(after.discoveredAt),
        loss_minor: after.lossMinor,
      })
      .where('id', '=', occurrenceId)
      .execute()
  })
  return getOccurrence(ctx.db, occurrenceId)
}
