import { sql } from 'kysely'
import { appDatabase } from '../account/session-store.ts'
import type { SessionContext, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import { assertMayStartOrganization } from '../organization/create-organization.ts'
import { foundOrganization, insertMember, slugOf } from '../organization/found-organization.ts'
import { storyDays } from './story.ts'
import { type CastKey, cast, exampleCompany } from './story-cast.ts'

/** The cast acts under user ids that no account has, so nobody can sign in as one of them. */
export function castUserId(organizationId: string, key: CastKey): string {
  return `example-${key}-${organizationId}`
}

export function storyBegins(ends: Date): Date {
  return new Date(ends.getTime() - storyDays * 86_400_000)
}

/** Founds the example company a year ago and has its story told by a job; whoever asks for it owns it. */
export async function createExample(
  ctx: SessionContext,
): Promise<{ readonly organizationId: string; readonly slug: string }> {
  await assertMayStartOrganization(ctx)
  const organizationId = newId()
  const actor = { kind: 'system', id: 'example', name: 'Example company' } as const
  const at = storyBegins(ctx.now)
  await inOrganization(
    appDatabase(ctx.services),
    { organizationId, actor, requestId: ctx.requestId, at },
    async (tx) => {
      await foundOrganization(tx, { ...exampleCompany, organizationId, founder: ctx.user, isExample: true })
      for (const { key, name, jobTitle, role } of cast) {
        const email = `${key}@brightwater.example`
        await insertMember(tx, organizationId, { id: castUserId(organizationId, key), name, email }, role, jobTitle)
      }
      await enqueueStory(tx, organizationId, ctx.now)
    },
  )
  return { organizationId, slug: slugOf(exampleCompany.name, organizationId) }
}

async function enqueueStory(tx: Writer, organizationId: string, ends: Date): Promise<void> {
  await tx
    .insertInto('example_progress')
    .values({ organization_id: organizationId, state: 'telling', done: 0, total: 1 })
    .execute()
  const payload = JSON.stringify({ organizationId, ends: ends.toISOString() })
  await sql`select enqueue_job('tell-story', ${payload}::json)`.execute(tx)
}
