import { addMonths } from '@sinew/core/time/calendar.ts'
import { type UsualDuty, usualCalendar } from '@sinew/core/work/usual-calendar.ts'
import { startOfDay } from '@sinew/core/work/work-day.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'

/** Days are kept as their noon. */
const noonMs = 12 * 3_600_000

async function missing(db: Reader): Promise<readonly UsualDuty[]> {
  const rows = await db.selectFrom('duty').select('usual_key').where('usual_key', 'is not', null).execute()
  const there = new Set(rows.map((row) => row.usual_key))
  return usualCalendar.filter(({ key }) => !there.has(key))
}

export async function getUsualCalendar({ db }: Context) {
  return { all: usualCalendar.length, missing: (await missing(db)).length }
}

/** Adds those of the usual duties that are not there yet, the first day of each spread over the year that begins now. */
export async function addUsualCalendar(ctx: Context, ownerId: string | null): Promise<{ readonly added: number }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    // Two who ask at once wait for each other, so that the second finds what the first added.
    await tx.selectFrom('organization').select('id').forUpdate().execute()
    if (ownerId !== null) await assertMayOwn(tx, ownerId, null)
    const toAdd = await missing(tx)
    for (const duty of toAdd) await insertDuty(ctx, tx, duty, ownerId)
    return { added: toAdd.length }
  })
}

async function insertDuty(ctx: Context, tx: Writer, duty: UsualDuty, ownerId: string | null): Promise<void> {
  const control =
    duty.control === null
      ? undefined
      : await tx.selectFrom('control').select('id').where('ref', '=', duty.control).executeTakeFirst()
  const first = addMonths(startOfDay(ctx.now.getTime(), 'UTC') + noonMs, duty.firstAfterMonths)
  await tx
    .insertInto('duty')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      number: await nextNumber(tx, 'duty'),
      title: duty.title,
      done_when: duty.doneWhen,
      every: duty.every,
      first_due_at: new Date(first),
      owner_id: ownerId,
      clause: duty.clause,
      control_id: control?.id ?? null,
      usual_key: duty.key,
    })
    .execute()
}
