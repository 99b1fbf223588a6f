import { diffScope } from '@sinew/core/context/scope-content.ts'
import { scopeVersionRegister } from '@sinew/core/context/scope-registers.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { contentHash } from '../ledger/content-hash.ts'
import { getRecord } from '../register/register-store.ts'
import { insertRecord } from '../register/write-record.ts'
import { findScopeBefore, loadScopeContent } from './scope-content.ts'
import { scopeRules } from './scope-rules.ts'

/** The next version: what is in force, to be changed; the first takes over what the organisation wrote when it began. */
export async function startScopeVersion(ctx: Context, title: string) {
  const inForce = await ctx.db
    .selectFrom('scope_version')
    .select(['id', 'statement'])
    .where('status', '=', 'approved')
    .executeTakeFirst()
  const organization = await ctx.db.selectFrom('organization').select('scope').executeTakeFirstOrThrow()
  const statement = inForce?.statement ?? organization.scope
  const id = await ctx.recorded({ derives: false }, async (tx) => {
    const made = await insertRecord(ctx, tx, scopeVersionRegister, scopeRules, { title, statement })
    for (const boundary of inForce === undefined ? [] : (await loadScopeContent(tx, inForce.id)).content.boundaries)
      await tx
        .insertInto('scope_boundary')
        .values({
          organization_id: ctx.organizationId,
          id: newId(),
          number: await nextNumber(tx, 'scope_boundary'),
          scope_version_id: made,
          ...boundary,
        })
        .execute()
    return made
  })
  return getRecord(ctx, scopeVersionRegister, scopeRules, id)
}

/** A version's content with what differs from another; from the one in force before it when none is named. */
export async function getScopeContent(ctx: Context, scopeVersionId: string, against: string | undefined) {
  const { db } = ctx
  const { content, isFrozen } = await loadScopeContent(db, scopeVersionId)
  const { approvedAt } = await getRecord(ctx, scopeVersionRegister, scopeRules, scopeVersionId)
  const before =
    against ??
    (await findScopeBefore(db, { id: scopeVersionId, approvedAt: approvedAt === null ? null : new Date(approvedAt) }))
  const former = before === null ? null : await loadScopeContent(db, before)
  return {
    content: {
      ...content,
      sites: [...content.sites],
      units: [...content.units],
      services: [...content.services],
      boundaries: [...content.boundaries],
    },
    hash: contentHash(content),
    isFrozen,
    against:
      former === null || before === null
        ? null
        : { id: before, ref: `SC-${former.number}`, title: former.content.title },
    differences: former === null ? [] : [...diffScope(former.content, content)],
  }
}
