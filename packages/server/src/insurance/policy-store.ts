import type { exportPolicies, listPolicies, Policy } from '@sinew/contract/insurance/insurance-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { InsuranceInput } from '@sinew/core/insurance/insured.ts'
import { sql } from 'kysely'
import { loadPolicies } from '../chain/load-policies.ts'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

function policiesWithRisks(db: Reader) {
  return db
    .selectFrom('insurance_policy as policy')
    .selectAll('policy')
    .select((select) =>
      select
        .selectFrom('insurance_policy_risk as covered')
        .whereRef('covered.policy_id', '=', 'policy.id')
        .select(sql<readonly string[] | null>`array_agg(covered.risk_id::text order by covered.risk_id)`.as('ids'))
        .as('risk_ids'),
    )
}

type PolicyRow = Awaited<ReturnType<ReturnType<typeof policiesWithRisks>['executeTakeFirstOrThrow']>>

function toPolicy(row: PolicyRow, at: Date): Policy {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    name: row.name,
    insurer: row.insurer,
    note: row.note,
    per: row.per as Policy['per'],
    deductibleMinor: row.deductible_minor,
    limitMinor: row.limit_minor,
    premiumMinor: row.premium_minor,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until.toISOString(),
    riskIds: row.covers_all ? null : [...(row.risk_ids ?? [])],
    inForce: row.valid_from <= at && at < row.valid_until,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportPolicies>, 'format' | 'sort'> &
  Pick<ParsedQuery<typeof listPolicies>, 'number'>

export function findPolicies(db: Reader, query: Filters & PageQuery, at: Date): Promise<Page<Policy>> {
  let policies = policiesWithRisks(db)
  if (query.number) policies = policies.where('policy.number', '=', query.number)
  if (query.q) {
    const pattern = containsPattern(query.q)
    policies = policies.where((where) =>
      where.or([where('policy.name', 'ilike', pattern), where('policy.insurer', 'ilike', pattern)]),
    )
  }
  if (query.inForce !== undefined) {
    policies = policies.where((where) => {
      const inForce = where.and([where('policy.valid_from', '<=', at), where('policy.valid_until', '>', at)])
      return query.inForce ? inForce : where.not(inForce)
    })
  }
  const sorts = {
    validUntil: 'policy.valid_until',
    number: 'policy.number',
    name: sql`lower(policy.name)`,
    insurer: sql`lower(policy.insurer)`,
    premium: 'policy.premium_minor',
    limit: 'policy.limit_minor',
  } as const
  return listPage(policies, query, sorts, (row) => toPolicy(row, at), 'policy.id')
}

export async function getPolicy(db: Reader, policyId: string, at: Date): Promise<Policy> {
  const row = await policiesWithRisks(db).where('policy.id', '=', policyId).executeTakeFirst()
  if (!row) throw notFound('insurance policy')
  return toPolicy(row, at)
}

/** All policies as core sees them. Locked, so that two that are written at once do not both find that nothing is insured yet. */
export async function lockPolicies(tx: Writer): Promise<readonly InsuranceInput[]> {
  await tx.selectFrom('organization').select('organization_id').forUpdate().execute()
  return loadPolicies(tx)
}
