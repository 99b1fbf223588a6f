import type { Organization, createOrganization as route } from '@sinew/contract/organization/organization-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { appDatabase, readSession } from '../account/session-store.ts'
import type { SessionContext } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { askForConsequences } from '../ledger/recorded.ts'
import { inOrganization } from '../ledger/settings.ts'
import { foundOrganization } from './found-organization.ts'
import { getOrganization } from './organization-store.ts'

/** Starts an organisation with its founder as owner. */
export async function createOrganization(ctx: SessionContext, body: ParsedBody<typeof route>): Promise<Organization> {
  await assertMayStartOrganization(ctx)
  const organizationId = newId()
  const actor = { kind: 'user', id: ctx.user.id, name: ctx.user.name } as const
  return inOrganization(appDatabase(ctx.services), { organizationId, actor, requestId: ctx.requestId }, async (tx) => {
    await foundOrganization(tx, { organizationId, founder: ctx.user, isExample: false, ...body })
    await askForConsequences(tx, { organizationId, actor, requestId: ctx.requestId, now: ctx.now, inStory: false }, '')
    return getOrganization(tx, 'owner')
  })
}

/** Whoever owns an organisation may start another; so may the very first account. */
export async function assertMayStartOrganization(ctx: SessionContext): Promise<void> {
  const { organizations } = await readSession(ctx.services, ctx.user)
  if (organizations.length > 0 && !organizations.some((one) => one.role === 'owner')) {
    assertAllowed([
      { code: 'not_an_owner', message: 'Only somebody who owns an organisation here starts another one.' },
    ])
  }
}
