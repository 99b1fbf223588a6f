import type { OutputOf } from '@sinew/contract/client.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { OutboxMail, listMail as route } from '@sinew/contract/work/mail-contract.ts'
import { composeMail } from '@sinew/core/mail/compose-mail.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { listPage } from '../db/list-page.ts'
import { myWorkUrl, postMail } from '../db/outbox.ts'

export async function findMail(ctx: Context, query: ParsedQuery<typeof route>): Promise<OutputOf<typeof route>> {
  const { is_example } = await ctx.db.selectFrom('organization').select('is_example').executeTakeFirstOrThrow()
  let mail = ctx.db.selectFrom('mail_outbox').selectAll()
  if (query.state !== undefined) mail = mail.where('state', '=', query.state)
  const page = await listPage(
    mail,
    { ...query, sort: '-createdAt' },
    { createdAt: 'mail_outbox.created_at' },
    (row): OutboxMail => ({
      id: row.id,
      kind: row.kind as OutboxMail['kind'],
      recipient: row.recipient,
      subject: row.subject,
      text: row.body_text,
      state: row.state as OutboxMail['state'],
      tries: row.tries,
      error: row.error,
      createdAt: row.created_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
    }),
    'mail_outbox.id',
  )
  const { smtpUrl, from } = ctx.services.mail
  return { ...page, isSent: smtpUrl !== null && !is_example, isExample: is_example, from }
}

/** A mail to whoever asks for it. */
export async function sendTestMail(ctx: Context): Promise<{ readonly recipient: string }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    const { email } = await tx
      .selectFrom('member')
      .select('email')
      .where('user_id', '=', ctx.actor.id)
      .executeTakeFirstOrThrow()
    const mail = composeMail({
      subject: 'A test from Sinew',
      opening: 'This mail arrived: reminders will, too.',
      parts: [],
      link: { words: 'Your work', url: await myWorkUrl(ctx, tx) },
      closing: 'You get this because you asked for it in the settings.',
    })
    await postMail(ctx.services, tx, {
      ...mail,
      organizationId: ctx.organizationId,
      kind: 'test',
      key: `test ${newId()}`,
      personId: null,
      recipient: email,
      at: ctx.now,
    })
    await sql`select enqueue_job('send-mail-of', ${JSON.stringify({ organizationId: ctx.organizationId })}::json)`.execute(
      tx,
    )
    return { recipient: email }
  })
}
