import type { Organization, createOrganization as route } from '@sinew/contract/organization/organization-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { appDatabase, readSession } from '../account/session-store.ts'
import type { SessionContext } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { askForConsequences } from '../ledger/recorded.ts'
import { inOrganization } from '../ledger/settings.ts'
import { insertAnnexA } from './insert-annex-a.ts'
import { getOrganization } from './organization-store.ts'

/** Starts an organisation with its founder as owner. Whoever owns one may start another; so may the very first account. */
export async function createOrganization(ctx: SessionContext, body: ParsedBody<typeof route>): Promise<Organization> {
  const { organizations } = await readSession(ctx.services, ctx.user)
  if (organizations.length > 0 && !organizations.some((one) => one.role === 'owner')) {
    assertAllowed([
      { code: 'not_an_owner', message: 'Only somebody who owns an organisation here starts another one.' },
    ])
  }
  const organizationId = newId()
  const actor = { kind: 'user', id: ctx.user.id, name: ctx.user.name } as const
  return inOrganization(appDatabase(ctx.services), { organizationId, actor, requestId: ctx.requestId }, async (tx) => {
    await tx
      .insertInto('organization')
      .values({
        organization_id: organizationId,
        name: body.name,
        slug: slugOf(body.name, organizationId),
        sector: body.sector,
        headcount: body.headcount,
        yearly_revenue_minor: body.yearlyRevenueMinor,
        currency: body.currency,
        time_zone: body.timeZone,
        scope: body.scope,
      })
      .execute()
    await tx
      .insertInto('member')
      .values({
        organization_id: organizationId,
        id: newId(),
        user_id: ctx.user.id,
        role: 'owner',
        name: ctx.user.name,
        email: ctx.user.email,
      })
      .execute()
    await tx
      .insertInto('person')
      .values({
        organization_id: organizationId,
        id: newId(),
        number: await nextNumber(tx, 'person'),
        name: ctx.user.name,
        email: ctx.user.email,
        user_id: ctx.user.id,
      })
      .execute()
    await insertAnnexA(tx, organizationId)
    await askForConsequences(tx, { organizationId, actor, requestId: ctx.requestId, now: ctx.now, inStory: false }, '')
    return getOrganization(tx, 'owner')
  })
}

/** Readable, and told apart from namesakes by four characters of the id. */
export function slugOf(name: string, organizationId: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${words || 'organisation'}-${organizationId.slice(-4)}`
}
