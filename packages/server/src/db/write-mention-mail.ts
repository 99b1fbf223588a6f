import { composeMail } from '@sinew/core/mail/compose-mail.ts'
import type { Context, Writer } from '../context.ts'
import { myWorkUrl, postMail } from './outbox.ts'

type Mentioned = {
  readonly mentionId: string
  readonly person: { readonly id: string; readonly email: string | null }
  readonly body: string
}

/** Tells somebody that a comment addresses them; who has no address finds it on their list alone. */
export async function writeMentionMail(
  ctx: Context,
  tx: Writer,
  { mentionId, person, body }: Mentioned,
): Promise<void> {
  if (person.email === null) return
  const mail = composeMail({
    subject: `${ctx.actor.name} mentions you`,
    opening: `${ctx.actor.name} mentions you in a comment:`,
    parts: [{ title: 'The comment', lines: [{ text: body, note: '' }] }],
    link: { words: 'Answer it', url: await myWorkUrl(ctx, tx) },
    closing: 'You get this because you are mentioned by name.',
  })
  await postMail(ctx.services, tx, {
    ...mail,
    organizationId: ctx.organizationId,
    kind: 'mention',
    key: `mention ${mentionId}`,
    personId: person.id,
    recipient: person.email,
    at: ctx.now,
  })
}
