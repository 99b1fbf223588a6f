import type { Methodology, createMethodologyDraft as route } from '@sinew/contract/methodology/methodology-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { findMethodologyVersions, getMethodologyInForce, getMethodologyVersion } from './methodology-store.ts'
import { defaultContent } from './start-methodology.ts'

export async function createMethodologyDraft(ctx: Context, input: ParsedBody<typeof route>): Promise<Methodology> {
  const versions = await findMethodologyVersions(ctx.db)
  const draft = versions.find((version) => version.status === 'draft')
  if (draft) {
    const message = `Version ${draft.versionNumber} is a draft already, by ${draft.proposedByName}. Go on with it or drop it.`
    assertAllowed([{ code: 'methodology-draft-exists', message }])
  }
  const content = input.from === 'default' ? await defaultOf(ctx) : (await getMethodologyInForce(ctx.db)).content
  const id = newId()
  await ctx.recorded({ derives: false }, (tx) =>
    tx
      .insertInto('methodology')
      .values({
        organization_id: ctx.organizationId,
        id,
        version_number: Math.max(0, ...versions.map((version) => version.versionNumber)) + 1,
        status: 'draft',
        content: JSON.stringify(content),
        note: input.note,
        proposed_by: ctx.actor.id,
        proposed_by_name: ctx.actor.name,
      })
      .execute(),
  )
  return getMethodologyVersion(ctx.db, id)
}

async function defaultOf(ctx: Context) {
  const row = await ctx.db
    .selectFrom('organization')
    .select(['currency', 'yearly_revenue_minor', 'headcount'])
    .executeTakeFirstOrThrow()
  return defaultContent({
    currency: row.currency,
    yearlyRevenueMinor: row.yearly_revenue_minor,
    headcount: row.headcount,
  })
}
