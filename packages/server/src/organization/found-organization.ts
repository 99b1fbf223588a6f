import type { createOrganization as route } from '@sinew/contract/organization/organization-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { startMethodology } from '../methodology/start-methodology.ts'
import { insertAnnexA } from './insert-annex-a.ts'

export type Founder = { readonly id: string; readonly name: string; readonly email: string }

export type Foundation = ParsedBody<typeof route> & {
  readonly organizationId: string
  readonly founder: Founder
  /** Decided once: an example stays one, and only an example is written with past times. */
  readonly isExample: boolean
}

/** The rows every organisation starts with: itself, its founder as owner, a methodology, and the 93 controls with their needs. */
export async function foundOrganization(tx: Writer, foundation: Foundation): Promise<void> {
  const { organizationId, founder } = foundation
  await tx
    .insertInto('organization')
    .values({
      organization_id: organizationId,
      name: foundation.name,
      slug: slugOf(foundation.name, organizationId),
      sector: foundation.sector,
      headcount: foundation.headcount,
      yearly_revenue_minor: foundation.yearlyRevenueMinor,
      currency: foundation.currency,
      time_zone: foundation.timeZone,
      scope: foundation.scope,
      is_example: foundation.isExample,
    })
    .execute()
  await insertMember(tx, organizationId, founder, 'owner')
  await startMethodology(tx, foundation)
  await insertAnnexA(tx, organizationId)
}

/** A member and the person they are in the registers. */
export async function insertMember(
  tx: Writer,
  organizationId: string,
  who: Founder,
  role: string,
  jobTitle = '',
): Promise<void> {
  await tx
    .insertInto('member')
    .values({ organization_id: organizationId, id: newId(), user_id: who.id, role, name: who.name, email: who.email })
    .execute()
  await tx
    .insertInto('person')
    .values({
      organization_id: organizationId,
      id: newId(),
      number: await nextNumber(tx, 'person'),
      name: who.name,
      email: who.email,
      job_title: jobTitle,
      user_id: who.id,
    })
    .execute()
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
