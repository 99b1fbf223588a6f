import { sql } from 'kysely'
import type { Actor, Recording, Writer } from '../context.ts'
import { AppError } from '../errors.ts'

export type RecordedBy = {
  readonly organizationId: string
  readonly actor: Actor
  readonly requestId: string
  readonly now: Date
  readonly asOf: Date | null
  /** In an example company's story time is told, so the story itself says when consequences are worked out. */
  readonly inStory: boolean
}

/** Transactions in which something was recorded, and a reason may stand. */
const written = new WeakSet<Writer>()

/**
 * The one way to write: the rows, the reason that the ledger keeps with each of them, the note that derived numbers have to
 * be looked at again and the job that does so share the transaction.
 */
export async function record<T>(
  tx: Writer,
  by: RecordedBy,
  recording: Recording,
  write: (tx: Writer) => Promise<T>,
): Promise<T> {
  if (by.asOf !== null) throw new AppError(400, 'The past can be read, not changed. Leave the as-of view to write.')
  const reason = recording.reason ?? ''
  // A transaction begins without a reason: what is written first in it need not say so again.
  if (reason !== '' || written.has(tx)) await sql`select set_config('app.reason', ${reason}, true)`.execute(tx)
  written.add(tx)
  const result = await write(tx)
  if (recording.derives !== false) await askForConsequences(tx, by, reason)
  return result
}

/**
 * Notes that this request changed something derived numbers may rest on, and wakes the job that works it out. The note is
 * what counts: should the job be lost, whoever looks next finds it.
 */
export async function askForConsequences(tx: Writer, by: Omit<RecordedBy, 'asOf'>, reason: string): Promise<void> {
  await tx
    .insertInto('pending_change')
    .values({
      organization_id: by.organizationId,
      request_id: by.requestId,
      at: by.now,
      actor_kind: by.actor.kind,
      actor_id: by.actor.id,
      actor_name: by.actor.name,
      reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (by.inStory) return
  await sql`select enqueue_job('recompute', ${JSON.stringify({ organizationId: by.organizationId })}::json)`.execute(tx)
}
