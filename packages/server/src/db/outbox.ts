import type { Mail } from '@sinew/core/mail/compose-mail.ts'
import type { Context, Writer } from '../context.ts'
import type { Services } from '../services.ts'
import { newId } from './identity.ts'

export type MailKind = 'reminder' | 'digest' | 'mention' | 'test'

type Posting = Mail & {
  readonly organizationId: string
  readonly kind: MailKind
  /** What it is about and when: mail of the same key is written once. */
  readonly key: string
  readonly personId: string | null
  readonly recipient: string
  readonly at: Date
}

/**
 * Puts a mail into the outbox, to be sent by the job; held where no mail server is set, and always in an example company,
 * whose people are made up. False when the same was written before.
 */
export async function postMail(services: Pick<Services, 'mail'>, tx: Writer, mail: Posting): Promise<boolean> {
  const { is_example } = await tx.selectFrom('organization').select('is_example').executeTakeFirstOrThrow()
  const isHeld = is_example || services.mail.smtpUrl === null
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('mail_outbox')
    .values({
      organization_id: mail.organizationId,
      id: newId(),
      person_id: mail.personId,
      recipient: mail.recipient,
      kind: mail.kind,
      key: mail.key,
      subject: mail.subject,
      body_text: mail.text,
      body_html: mail.html,
      next_try_at: mail.at,
      created_at: mail.at,
      state: isHeld ? 'held' : 'waiting',
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'key']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** The address of a person's own work. */
export async function myWorkUrl(
  { services }: Pick<Context, 'services'>,
  tx: Pick<Writer, 'selectFrom'>,
): Promise<string> {
  const { slug } = await tx.selectFrom('organization').select('slug').executeTakeFirstOrThrow()
  return `${services.publicUrl}/o/${slug}/my`
}

/** The address of the page on which a piece of work is done. */
export function workUrl(services: Services, slug: string, { entity, ref }: Target): string {
  return `${services.publicUrl}/o/${slug}/go/${entity}/${encodeURIComponent(ref)}`
}

type Target = { readonly entity: string; readonly ref: string }
