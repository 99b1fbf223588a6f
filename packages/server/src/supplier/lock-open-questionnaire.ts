import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import type { Writer } from '../context.ts'
import { notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'

/** A questionnaire as it was asked, locked until the transaction ends, and why it can be neither sent nor answered. */
export async function lockOpenQuestionnaire(tx: Writer, id: string, ifMatch: number) {
  const sent = await tx
    .selectFrom('supplier_questionnaire')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!sent) throw notFound('questionnaire')
  assertVersion(ifMatch, sent.version)
  const refusals: readonly Refusal[] = ['draft', 'sent'].includes(sent.state)
    ? []
    : refuse('not-open', 'It is answered or withdrawn, and stays as it is: make a new one.')
  return { sent, refusals }
}
