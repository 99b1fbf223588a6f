import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { type AccessLimits, isWithinAreas, refuseEnded, unlimited } from '@sinew/core/access/access-limits.ts'
import { hasPermission, type Role } from '@sinew/core/access/permissions.ts'
import { composeMail, type MailPart } from '@sinew/core/mail/compose-mail.ts'
import { isDigestDay, isRemindedOf } from '@sinew/core/mail/mail-rules.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Writer } from '../context.ts'
import { limitColumns, toLimits } from '../db/access-limits.ts'
import { wholeList } from '../db/list-page.ts'
import { type MailKind, myWorkUrl, postMail, workUrl } from '../db/outbox.ts'
import type { Services } from '../services.ts'
import { type MailPreference, usualMail } from './mail-preference.ts'
import { findWork, type WorkReader, workToday } from './work-store.ts'

/** In the organisation's time: mail that was not written by then is of the day before. */
const morningHour = 6

type Organization = { readonly id: string; readonly now: Date }

/** Writes the day's reminders and digests of an organisation into the outbox, each once; returns how many. */
export async function writeReminders(services: Services, tx: Writer, { id, now }: Organization): Promise<number> {
  const { name, slug, time_zone } = await tx
    .selectFrom('organization')
    .select(['name', 'slug', 'time_zone'])
    .executeTakeFirstOrThrow()
  if (hourIn(time_zone, now) < morningHour) return 0
  const url = await myWorkUrl({ services }, tx)
  let written = 0
  for (const person of await peopleWithAddress(tx)) {
    // Their page, and the things the mail would name, are closed to them.
    if (refuseEnded(person.limits, now.getTime()).length > 0) continue
    const reader = readerFor(tx, person, now)
    const today = (await workToday(reader)).getTime()
    const { items } = await findWork(reader, { ...wholeList, whose: 'mine', sort: 'dueAt' })
    const kind = whatToday(person, items, today)
    if (kind === null) continue
    const told = kind === 'digest' ? items : items.filter((item) => isToldOf(item, today))
    const mail = composeMail({
      subject: `${name}: ${sentence(told)}`,
      opening: `What is yours to do at ${name}:`,
      parts: partsOf(told, (item) => workUrl(services, slug, item)),
      link: { words: 'Your work', url },
      closing: 'You get this because you own it. Your page “My work” says how often you want to hear of it.',
    })
    const key = `${kind} ${person.id} ${new Date(today).toISOString().slice(0, 10)}`
    const posting = { ...mail, organizationId: id, kind, key, personId: person.id, recipient: person.email, at: now }
    if (await postMail(services, tx, posting)) written += 1
  }
  return written
}

type Addressee = {
  readonly id: string
  readonly email: string
  readonly userId: string | null
  readonly role: Role | null
  readonly limits: AccessLimits
  readonly preference: MailPreference
}

async function peopleWithAddress(tx: Writer): Promise<readonly Addressee[]> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('mail_preference', 'mail_preference.person_id', 'person.id')
    .leftJoin('member', 'member.user_id', 'person.user_id')
    .select(['person.id', 'person.email', 'person.user_id', 'member.role', ...limitColumns])
    .select(['mail_preference.reminders', 'mail_preference.digest'])
    .where('person.active', '=', true)
    .where('person.email', 'is not', null)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    email: row.email ?? '',
    userId: row.user_id,
    role: row.role as Role | null,
    limits: row.role === null ? unlimited : toLimits(row),
    preference: {
      reminders: row.reminders ?? usualMail.reminders,
      digest: (row.digest ?? usualMail.digest) as MailPreference['digest'],
    },
  }))
}

/** Reads as the person would: by their role where they sign in, as a reader where they only own something. */
function readerFor(tx: Writer, person: Addressee, now: Date): WorkReader {
  const role = person.role ?? 'reader'
  const can: WorkReader['can'] = (permission) =>
    hasPermission(role, permission) && isWithinAreas(person.limits, permission)
  return { db: tx, now, asOf: null, role, actor: { id: person.userId ?? '' }, personId: person.id, can }
}

/** A digest says everything, so that no reminder goes out beside it. */
function whatToday({ preference }: Addressee, items: readonly WorkItem[], today: number): MailKind | null {
  if (items.length === 0) return null
  if (isDigestDay(preference.digest, today)) return 'digest'
  return preference.reminders && items.some((item) => isToldOf(item, today)) ? 'reminder' : null
}

function isToldOf({ dueAt }: WorkItem, today: number): boolean {
  return dueAt !== null && isRemindedOf(Date.parse(dueAt), today)
}

function sentence(items: readonly WorkItem[]): string {
  const overdue = items.filter(({ when }) => when === 'overdue').length
  const due = `${items.length} ${items.length === 1 ? 'thing' : 'things'} to do`
  return overdue === 0 ? due : `${due}, ${overdue} overdue`
}

const partWords = {
  overdue: 'Overdue',
  today: 'Today',
  soon: 'In the next seven days',
  later: 'Later',
  undated: 'Without a date',
} as const

function partsOf(items: readonly WorkItem[], urlOf: (item: WorkItem) => string): readonly MailPart[] {
  return Object.entries(partWords).map(([when, title]) => ({
    title,
    lines: items
      .filter((item) => item.when === when)
      .map((item) => ({
        text: `${item.what}: ${item.ref} ${item.title}`,
        note: item.dueAt === null ? '' : formatDay(Date.parse(item.dueAt)),
        url: urlOf(item),
      })),
  }))
}

function hourIn(timeZone: string, now: Date): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now))
}
