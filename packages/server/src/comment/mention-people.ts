import { refuseEnded } from '@sinew/core/access/access-limits.ts'
import type { ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import type { Context, Writer } from '../context.ts'
import { limitColumns, toLimits } from '../db/access-limits.ts'
import { newId } from '../db/identity.ts'
import { writeMentionMail } from '../db/write-mention-mail.ts'
import { AppError } from '../errors.ts'

type Said = { readonly id: string; readonly entity: string; readonly entityId: string; readonly body: string }

/** Notes whom a comment addresses; who was addressed before stays so. They find it on their list, and in their mail. */
export async function mentionPeople(ctx: Context, tx: Writer, said: Said, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'active', 'user_id'])
    .where('id', 'in', [...new Set(personIds)])
    .execute()
  if (people.length < new Set(personIds).size) throw new AppError(404, 'There is no such person.')
  const before = await tx.selectFrom('comment_mention').select('person_id').where('comment_id', '=', said.id).execute()
  const known = new Set(before.map((row) => row.person_id))
  for (const person of people) {
    if (known.has(person.id) || !said.body.includes(`@${person.name}`)) continue
    const id = newId()
    await tx
      .insertInto('comment_mention')
      .values({
        organization_id: ctx.organizationId,
        id,
        comment_id: said.id,
        entity: said.entity as ObjectEntity,
        entity_id: said.entityId,
        person_id: person.id,
      })
      .execute()
    if (person.active && person.user_id !== ctx.actor.id && !(await hasAccessEnded(ctx, tx, person.user_id)))
      await writeMentionMail(ctx, tx, { mentionId: id, person, body: said.body })
  }
}

/** Whether they could sign in here until a day that has passed. */
async function hasAccessEnded(ctx: Context, tx: Writer, userId: string | null): Promise<boolean> {
  if (userId === null) return false
  const member = await tx.selectFrom('member').select(limitColumns).where('user_id', '=', userId).executeTakeFirst()
  return member !== undefined && refuseEnded(toLimits(member), ctx.now.getTime()).length > 0
}
