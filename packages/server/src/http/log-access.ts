import type { Route } from '@sinew/contract/route.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import type { Standing } from './request-context.ts'

type Opened = {
  readonly organizationId: string
  readonly standing: Standing
  readonly now: Date
  readonly requestId: string
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

const hourMs = 3_600_000

/** Writes down what an auditor opened, once for each object and hour, before they are answered. */
export async function logAccess(db: Kysely<Database>, opened: Opened): Promise<void> {
  const { organizationId, standing, now, requestId, route, params } = opened
  const ids = Object.entries(params).flatMap(([name, id]) =>
    /Id$/.test(name) && name !== 'organizationId' ? [id] : [],
  )
  await inOrganization(db, { organizationId, actor: standing.actor, requestId }, (tx) =>
    tx
      .insertInto('access_log')
      .values({
        organization_id: organizationId,
        id: newId(),
        hour: new Date(Math.floor(now.getTime() / hourMs) * hourMs),
        at: now,
        member_id: standing.memberId,
        member_name: standing.actor.name,
        member_email: standing.email,
        by_token: standing.scopes !== null,
        route: route.id,
        object_id: ids.at(-1) ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
