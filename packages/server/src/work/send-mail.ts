import { mostTries, waitAfterMs } from '@sinew/core/mail/mail-rules.ts'
import { createTransport } from 'nodemailer'
import type { Writer } from '../context.ts'
import type { Services } from '../services.ts'

/** How much is sent in one go, so that no transaction stays open for long. */
const batchSize = 20
const timeoutMs = 15_000
const longestError = 500

/**
 * Sends what waits in the outbox of one organisation. Each mail is locked while it is sent, so that two workers never send it
 * twice; what cannot be delivered is tried again later, then given up.
 */
export async function sendWaitingMail(services: Services, tx: Writer, now: Date): Promise<number> {
  const { smtpUrl, from } = services.mail
  if (smtpUrl === null) return 0
  const rows = await tx
    .selectFrom('mail_outbox')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .orderBy('created_at')
    .limit(batchSize)
    .forUpdate()
    .skipLocked()
    .execute()
  if (rows.length === 0) return 0
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    pool: true,
    maxConnections: 1,
  })
  let sent = 0
  for (const row of rows) {
    const tries = row.tries + 1
    const error = await deliver(transport, {
      from,
      to: row.recipient,
      subject: row.subject,
      text: row.body_text,
      html: row.body_html,
      messageId: `<${row.id}@sinew>`,
    })
    const next = new Date(now.getTime() + waitAfterMs(tries))
    const outcome =
      error === null
        ? { state: 'sent', sent_at: now, error: '' }
        : { state: tries >= mostTries ? 'failed' : 'waiting', next_try_at: next, error: error.slice(0, longestError) }
    await tx
      .updateTable('mail_outbox')
      .set({ ...outcome, tries })
      .where('id', '=', row.id)
      .execute()
    if (error === null) sent += 1
  }
  transport.close()
  return sent
}

type Message = { readonly [K in 'from' | 'to' | 'subject' | 'text' | 'html' | 'messageId']: string }

/** What the mail server said against it; null when it took the mail. */
async function deliver(transport: ReturnType<typeof createTransport>, message: Message): Promise<string | null> {
  try {
    await transport.sendMail(message)
    return null
  } catch (error) {
    return (error as Error).message
  }
}
