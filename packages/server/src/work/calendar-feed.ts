import { createHash, randomBytes } from 'node:crypto'
import { formatToken, organizationOfToken } from '@sinew/contract/token/token-text.ts'
import { type AccessLimits, isWithinAreas, refuseEnded } from '@sinew/core/access/access-limits.ts'
import { hasPermission, type Role } from '@sinew/core/access/permissions.ts'
import { dayMs, formatDay } from '@sinew/core/time/calendar.ts'
import { writeCalendar } from '@sinew/core/work/ical.ts'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type { Context, PublicContext } from '../context.ts'
import { limitColumns, toLimits } from '../db/access-limits.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { workUrl } from '../db/outbox.ts'
import { AppError } from '../errors.ts'
import { hashToken } from '../http/authenticate.ts'
import { consume, limiter } from '../http/limit-tries.ts'
import { inOrganization } from '../ledger/settings.ts'
import { findWork, type WorkReader } from './work-store.ts'

const daysAhead = 400
/** By address: calendars are read by programs, often from behind one address. */
const readsInFifteenMinutes = 300

export async function getCalendarFeed({ db, actor }: Context) {
  const row = await db
    .selectFrom('calendar_feed')
    .select('updated_at')
    .where('user_id', '=', actor.id)
    .executeTakeFirst()
  return { isOn: row !== undefined, renewedAt: row?.updated_at.toISOString() ?? null }
}

/** A new secret; only its hash is kept, so it is shown once. */
export async function renewCalendarFeed(ctx: Context): Promise<{ readonly url: string }> {
  const token = formatToken(ctx.organizationId, randomBytes(32).toString('base64url'))
  const token_hash = hashToken(token)
  await ctx.recorded({ derives: false }, (tx) =>
    tx
      .insertInto('calendar_feed')
      .values({ organization_id: ctx.organizationId, id: newId(), user_id: ctx.actor.id, token_hash })
      .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doUpdateSet({ token_hash }))
      .execute(),
  )
  return { url: `${ctx.services.publicUrl}/api/calendar/${token}` }
}

export async function endCalendarFeed(ctx: Context): Promise<void> {
  await ctx.recorded({ derives: false }, (tx) =>
    tx.deleteFrom('calendar_feed').where('user_id', '=', ctx.actor.id).execute(),
  )
}

/**
 * What is due of whoever the address belongs to: titles and days, nothing more. What is overdue stands on today until it
 * is done.
 */
export async function readCalendarFeed(ctx: PublicContext, token: string): Promise<Response> {
  await consume(limiter(ctx.services.pools.auth, 'calendar', readsInFifteenMinutes), ctx.address)
  const gone = new AppError(404, 'There is no calendar at this address: it was renewed or switched off.')
  const organizationId = organizationOfToken(token)
  if (organizationId === null) throw gone
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: ctx.services.pools.app }) })
  const actor = { kind: 'system', id: 'calendar', name: 'Calendar' } as const
  const text = await inOrganization(db, { organizationId, actor, requestId: ctx.requestId }, async (tx) => {
    const member = await tx
      .selectFrom('calendar_feed as feed')
      .innerJoin('member', 'member.user_id', 'feed.user_id')
      .select(['member.user_id', 'member.role', ...limitColumns])
      .where('feed.token_hash', '=', hashToken(token))
      .executeTakeFirst()
    if (member === undefined) return null
    const limits = toLimits(member)
    if (refuseEnded(limits, ctx.now.getTime()).length > 0) return null
    return calendarOf(ctx, tx, { userId: member.user_id, role: member.role as Role, limits })
  })
  if (text === null) throw gone
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'text/calendar; charset=utf-8' }
  if (ctx.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

type Reading = { readonly userId: string; readonly role: Role; readonly limits: AccessLimits }

async function calendarOf(
  ctx: PublicContext,
  tx: Transaction<Database>,
  { userId, role, limits }: Reading,
): Promise<string> {
  const reader: WorkReader = {
    db: tx,
    now: ctx.now,
    asOf: null,
    role,
    actor: { id: userId },
    can: (permission) => hasPermission(role, permission) && isWithinAreas(limits, permission),
  }
  const { name, slug } = await tx.selectFrom('organization').select(['name', 'slug']).executeTakeFirstOrThrow()
  const { items } = await findWork(reader, {
    whose: 'mine',
    to: new Date(ctx.now.getTime() + daysAhead * dayMs).toISOString(),
    sort: 'dueAt',
    page: 1,
    pageSize: 2_000,
  })
  const today = Math.floor(ctx.now.getTime() / dayMs) * dayMs
  return writeCalendar(
    name,
    items.flatMap((item) => {
      if (item.dueAt === null) return []
      const dueAt = Date.parse(item.dueAt)
      const isOverdue = item.when === 'overdue'
      const at = isOverdue ? today : dueAt
      const words = `${item.what}: ${item.ref} ${item.title}`
      return [
        {
          uid: `${item.key.replaceAll(' ', '-')}@${slug}.sinew`,
          at,
          title: isOverdue ? `${words} (overdue since ${formatDay(dueAt)})` : words,
          url: workUrl(ctx.services, slug, item),
          // It follows from the day, so that the same work is the same text, and its ETag holds.
          stampedAt: at,
        },
      ]
    }),
  )
}
