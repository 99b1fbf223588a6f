import type { ReadinessFacts, VersionFact } from '@sinew/core/readiness/readiness-facts.ts'
import { findUnassessed } from '../asset/asset-standing.ts'
import { derivedChain } from '../chain/current-chain.ts'
import type { Context, Reader } from '../context.ts'
import { wholeList } from '../db/list-page.ts'
import { boundRegisters } from '../register/bound-registers.ts'
import { findRecords } from '../register/register-store.ts'

/** Everything that the readiness of the organisation is read from, at the instant that is asked for. */
export async function loadFacts(ctx: Context): Promise<ReadinessFacts> {
  const { db } = ctx
  const { snapshot, chain } = await derivedChain(ctx)
  const organization = await db.selectFrom('organization').select(['name', 'scope']).executeTakeFirstOrThrow()
  return {
    at: (ctx.asOf ?? ctx.now).getTime(),
    organization,
    snapshot,
    standing: chain,
    methodology: await methodologyFacts(db),
    soa: { versions: await soaVersions(db) },
    reviewAt: await reviewDays(db),
    assessedAt: await assessmentDays(db),
    unassessedAssets: await findUnassessed(db),
    records: await allRecords(ctx),
  }
}

async function methodologyFacts(db: Reader): Promise<ReadinessFacts['methodology']> {
  const rows = await db
    .selectFrom('methodology')
    .select(['id', 'version_number', 'status', 'approved_at', 'approved_alone', 'is_default'])
    .orderBy('version_number', 'desc')
    .execute()
  const inForce = rows.find(({ status }) => status === 'approved')
  return {
    isDefault: inForce?.is_default ?? true,
    versions: rows.map((row) => ({
      id: row.id,
      number: row.version_number,
      status: row.status,
      approvedAt: row.approved_at?.getTime() ?? null,
      approvedAlone: row.approved_alone,
    })),
  }
}

async function soaVersions(db: Reader): Promise<readonly VersionFact[]> {
  const rows = await db
    .selectFrom('soa_version')
    .select(['id', 'version_number', 'status', 'decided_at'])
    .orderBy('version_number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.version_number,
    status: row.status,
    approvedAt: row.decided_at?.getTime() ?? null,
    approvedAlone: false,
  }))
}

async function reviewDays(db: Reader): Promise<ReadonlyMap<string, number>> {
  const risks = await db.selectFrom('risk').select(['id', 'review_at']).where('review_at', 'is not', null).execute()
  const obligations = await db
    .selectFrom('obligation')
    .select(['id', 'review_at'])
    .where('review_at', 'is not', null)
    .execute()
  return new Map(
    [...risks, ...obligations].flatMap(({ id, review_at }) => (review_at ? [[id, review_at.getTime()]] : [])),
  )
}

async function assessmentDays(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('risk').select(['id', 'updated_at']).execute()
  return new Map(rows.map(({ id, updated_at }) => [id, updated_at.getTime()]))
}

async function allRecords(ctx: Context): Promise<ReadonlyMap<string, readonly object[]>> {
  const records = new Map<string, readonly object[]>()
  for (const { register, rules } of boundRegisters()) {
    const { items } = await findRecords(ctx, register, rules, { ...wholeList, sort: 'number' })
    records.set(register.table, items)
  }
  return records
}
