import type { TaskList } from 'graphile-worker'
import { Kysely, PostgresDialect } from 'kysely'
import type { Writer } from '../context.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import type { Services } from '../services.ts'
import { sendWaitingMail } from './send-mail.ts'
import { writeReminders } from './write-reminders.ts'

/** Reminders are looked for every hour, since mornings come at different times; what waits is sent every minute. */
export const mailSchedule = ['20 * * * * write-reminders', '* * * * * send-mail ?max=1'].join('\n')

export function mailTasks(services: Services): TaskList {
  const each = async (work: (tx: Writer, organizationId: string) => Promise<unknown>) => {
    const { rows } = await services.pools.owner.query<{ id: string }>('select list_organization_ids() as id')
    for (const { id } of rows) await within(services, id, (tx) => work(tx, id))
  }
  return {
    'write-reminders': () => each((tx, id) => writeReminders(services, tx, { id, now: services.clock() })),
    'send-mail': async () => {
      if (services.mail.smtpUrl !== null) await each((tx) => sendWaitingMail(services, tx, services.clock()))
    },
    'send-mail-of': async (payload) => {
      const { organizationId } = payload as { readonly organizationId: string }
      await within(services, organizationId, (tx) => sendWaitingMail(services, tx, services.clock()))
    },
  }
}

/** The system at work in one organisation. */
export function within<T>(services: Services, organizationId: string, work: (tx: Writer) => Promise<T>): Promise<T> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: services.pools.app }) })
  const actor = { kind: 'system', id: 'mail', name: 'Sinew' } as const
  return inOrganization(db, { organizationId, actor, requestId: newId() }, work)
}
