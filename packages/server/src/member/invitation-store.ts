import { randomBytes } from 'node:crypto'
import type {
  createInvitation as createRoute,
  Invitation,
  listInvitations,
} from '@sinew/contract/member/member-contract.ts'
import type { ParsedBody, ParsedQuery } from '@sinew/contract/route.ts'
import { formatToken } from '@sinew/contract/token/token-text.ts'
import { refuseLimits } from '@sinew/core/access/access-limits.ts'
import { refuseInvitation } from '@sinew/core/access/member-rules.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { fromLimits, toLimits } from '../db/access-limits.ts'
import { newId } from '../db/identity.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { hashToken } from '../http/authenticate.ts'

function invitations(ctx: Context) {
  const status = sql<Invitation['status']>`case
    when invitation.accepted_at is not null then 'accepted'
    when invitation.revoked_at is not null then 'revoked'
    when invitation.expires_at <= ${ctx.asOf ?? ctx.now} then 'expired'
    else 'open' end`
  const rows = ctx.db
    .selectFrom('invitation')
    .leftJoin('member', 'member.user_id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.role',
      'invitation.created_at',
      'invitation.expires_at',
      'invitation.access_until',
      'invitation.read_from',
      'invitation.read_until',
      'invitation.read_areas',
      'member.name as invited_by_name',
      status.as('status'),
    ])
  return { rows, status }
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitations>['rows']['executeTakeFirstOrThrow']>>

function toInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role as Role,
    status: row.status,
    invitedByName: row.invited_by_name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    ...toLimits(row),
    areas: [...toLimits(row).areas],
  }
}

export async function findInvitations(
  ctx: Context,
  query: ParsedQuery<typeof listInvitations>,
): Promise<Page<Invitation>> {
  const { rows, status } = invitations(ctx)
  let found = rows
  if (query.status) found = found.where(status, '=', query.status)
  if (query.q) found = found.where('invitation.email', 'ilike', containsPattern(query.q))
  return listPage(
    found,
    query,
    { createdAt: 'invitation.created_at', email: 'invitation.email', expiresAt: 'invitation.expires_at' },
    toInvitation,
    'invitation.id',
  )
}

/** Makes the link; the database keeps only its hash. An address has one open link at a time: an earlier one ends. */
export async function createInvitation(
  ctx: Context,
  { email, role, expiresInDays, ...limits }: ParsedBody<typeof createRoute>,
): Promise<Invitation & { readonly link: string }> {
  const member = await ctx.db.selectFrom('member').select('id').where('email', '=', email).executeTakeFirst()
  assertAllowed(refuseInvitation({ actorRole: ctx.role, role, email, isMember: member !== undefined }))
  assertAllowed(refuseLimits({ actorRole: ctx.role, role, limits }))
  const token = formatToken(ctx.organizationId, randomBytes(32).toString('base64url'))
  const id = newId()
  await ctx.recorded({ derives: false }, async (tx) => {
    await tx
      .updateTable('invitation')
      .set({ revoked_at: ctx.now })
      .where('email', '=', email)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute()
    await tx
      .insertInto('invitation')
      .values({
        organization_id: ctx.organizationId,
        id,
        email,
        role,
        token_hash: hashToken(token),
        invited_by: ctx.actor.id,
        ...fromLimits(limits),
        expires_at: new Date(ctx.now.getTime() + expiresInDays * dayMs),
      })
      .execute()
  })
  const row = await invitations(ctx).rows.where('invitation.id', '=', id).executeTakeFirstOrThrow()
  return { ...toInvitation(row), link: `${ctx.services.publicUrl}/invitation/${token}` }
}

/** Withdrawing one that was used, withdrawn or has run out changes nothing. */
export async function revokeInvitation(ctx: Context, invitationId: string): Promise<void> {
  const row = await ctx.db.selectFrom('invitation').select('id').where('id', '=', invitationId).executeTakeFirst()
  if (!row) throw notFound('invitation')
  await ctx.recorded({ derives: false }, (tx) =>
    tx
      .updateTable('invitation')
      .set({ revoked_at: ctx.now })
      .where('id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute(),
  )
}
