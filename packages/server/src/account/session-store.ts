import type { Session } from '@sinew/contract/account/account-contract.ts'
import { refuseEnded } from '@sinew/core/access/access-limits.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { Kysely, PostgresDialect } from 'kysely'
import type { SignedInUser } from '../context.ts'
import { toLimits } from '../db/access-limits.ts'
import type { Database } from '../db/database.ts'
import { setUser } from '../ledger/settings.ts'
import type { Services } from '../services.ts'

export function appDatabase(services: Services): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: services.pools.app }) })
}

export async function isSetUpNeeded(services: Services): Promise<boolean> {
  const result = await services.pools.auth.query('select exists (select 1 from "user") as some')
  return !result.rows[0].some
}

/** What the browser needs before it shows anything: who this is, and where they may go. */
export async function readSession(services: Services, user: Omit<SignedInUser, 'sessionId'> | null): Promise<Session> {
  if (user === null) return { setUpNeeded: await isSetUpNeeded(services), user: null, organizations: [] }
  const organizations = await appDatabase(services)
    .transaction()
    .execute(async (tx) => {
      await setUser(tx, user.id)
      return tx
        .selectFrom('member')
        .innerJoin('organization', 'organization.organization_id', 'member.organization_id')
        .select([
          'organization.organization_id as id',
          'organization.slug',
          'organization.name',
          'organization.is_example',
          'organization.currency',
          'member.role',
          'member.access_until',
          'member.read_from',
          'member.read_until',
          'member.read_areas',
        ])
        .where('member.user_id', '=', user.id)
        .orderBy('organization.is_example')
        .orderBy('organization.name')
        .execute()
    })
  return {
    setUpNeeded: false,
    user: { id: user.id, name: user.name, email: user.email },
    organizations: organizations.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      role: row.role as Role,
      isExample: row.is_example,
      currency: row.currency,
      ...toLimits(row),
      areas: [...toLimits(row).areas],
      hasEnded: refuseEnded(toLimits(row), services.clock().getTime()).length > 0,
    })),
  }
}
