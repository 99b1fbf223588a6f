import { refuse } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { meOf } from './whose-work.ts'

export type MailPreference = { readonly reminders: boolean; readonly digest: 'daily' | 'weekly' | 'never' }

/** What people get who have not chosen. */
export const usualMail: MailPreference = { reminders: true, digest: 'weekly' }

export async function getMailPreference({ db, actor }: Context) {
  const row = await db
    .selectFrom('person')
    .leftJoin('mail_preference', 'mail_preference.person_id', 'person.id')
    .select(['person.email', 'mail_preference.reminders', 'mail_preference.digest'])
    .where('person.user_id', '=', actor.id)
    .executeTakeFirst()
  return {
    reminders: row?.reminders ?? usualMail.reminders,
    digest: (row?.digest ?? usualMail.digest) as MailPreference['digest'],
    email: row?.email ?? null,
  }
}

export async function setMailPreference(ctx: Context, wanted: MailPreference): Promise<MailPreference> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const me = await meOf({ db: tx, actor: ctx.actor })
    if (me === undefined)
      assertAllowed(
        refuse('no_person', 'You are nobody among the people yet: a manager says on the page People who you are.'),
      )
    await tx
      .insertInto('mail_preference')
      .values({ organization_id: ctx.organizationId, id: newId(), person_id: me?.id ?? '', ...wanted })
      .onConflict((conflict) => conflict.columns(['organization_id', 'person_id']).doUpdateSet(wanted))
      .execute()
  })
  return wanted
}
