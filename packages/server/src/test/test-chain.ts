import { dayMs } from '@sinew/core/time/calendar.ts'
import { Kysely, PostgresDialect } from 'kysely'
import type { Writer } from '../context.ts'
import type { Database } from '../db/database.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { record } from '../ledger/recorded.ts'
import { inOrganization } from '../ledger/settings.ts'
import { foundOrganization } from '../organization/found-organization.ts'
import type { Services } from '../services.ts'

export type Change = { readonly by?: string; readonly reason?: string; readonly at?: Date }

/** A recorded change, as every request makes one, with the person's name and reason; returns what `write` returns. */
export function change<T>(
  services: Services,
  organizationId: string,
  { by = 'Ada Admin', reason, at }: Change,
  write: (tx: Writer) => Promise<T>,
): Promise<T> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: services.pools.app }) })
  const actor = { kind: 'user', id: `user of ${by}`, name: by } as const
  const settings = { organizationId, actor, requestId: newId(), at }
  return inOrganization(db, settings, (tx) =>
    record(tx, { ...settings, now: at ?? services.clock(), asOf: null, inStory: at !== undefined }, { reason }, write),
  )
}

/** An example organisation, which alone may be written with past times, founded at `at`. */
export async function foundExample(services: Services, at: Date): Promise<string> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: services.pools.app }) })
  const organizationId = newId()
  const founder = { id: `founder of ${organizationId}`, name: 'Ada Admin', email: 'ada@example.org' }
  const actor = { kind: 'user', id: founder.id, name: founder.name } as const
  await inOrganization(db, { organizationId, actor, requestId: newId(), at }, (tx) =>
    foundOrganization(tx, {
      organizationId,
      founder,
      isExample: true,
      name: 'Example',
      sector: 'information_saas',
      headcount: 50,
      yearlyRevenueMinor: 500_000_000,
      currency: 'EUR',
      timeZone: 'UTC',
      scope: '',
    }),
  )
  return organizationId
}

/** Rows of one organisation, as the serving role sees them. */
export async function rowsOf<T>(services: Services, organizationId: string, query: string): Promise<T[]> {
  const client = await services.pools.app.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId])
    const { rows } = await client.query(query)
    await client.query('commit')
    return rows as T[]
  } finally {
    client.release()
  }
}

export type TestChain = {
  readonly organizationId: string
  readonly personId: string
  readonly controlId: string
  readonly needId: string
  readonly riskId: string
}

/**
 * The smallest living chain: A.8.13 implemented with one need (every 180 days), treating one risk of 1 event a year at 400,000
 * by half. Nothing proves it yet.
 */
export function writeTestChain(services: Services, organizationId: string, at?: Date): Promise<TestChain> {
  return change(services, organizationId, { by: 'Ada Admin', at }, async (tx) => {
    const common = { organization_id: organizationId }
    const control = await tx.selectFrom('control').select('id').where('ref', '=', 'A.8.13').executeTakeFirstOrThrow()
    const personId = newId()
    await tx
      .insertInto('person')
      .values({ ...common, id: personId, number: await nextNumber(tx, 'person'), name: 'J. Doe' })
      .execute()
    await tx.deleteFrom('evidence_need').where('control_id', '=', control.id).execute()
    await tx.updateTable('control').set({ implementation: 'implemented' }).where('id', '=', control.id).execute()
    const need = { ...common, id: newId(), control_id: control.id, title: 'Restore test', nature: 'operation' }
    await tx
      .insertInto('evidence_need')
      .values({ ...need, cadence_days: 180 })
      .execute()
    const riskId = newId()
    await tx
      .insertInto('risk')
      .values({
        ...common,
        id: riskId,
        number: await nextNumber(tx, 'risk'),
        title: 'Ransomware',
        owner_id: personId,
        status: 'treated',
        treatment: 'modify',
        frequency_low: 1,
        frequency_high: 1,
        loss_low_minor: 40_000_000,
        loss_high_minor: 40_000_000,
      })
      .execute()
    const link = { ...common, id: newId(), risk_id: riskId, control_id: control.id, effect: 'frequency' }
    await tx
      .insertInto('risk_control')
      .values({ ...link, reduction_low: 0.4, reduction_high: 0.6 })
      .execute()
    return { organizationId, personId, controlId: control.id, needId: need.id, riskId }
  })
}

export type TestEvidence = {
  readonly title?: string
  readonly collectedAt: Date
  readonly result?: 'pass' | 'fail'
  readonly provenance?: 'observed' | 'declared'
}

/** A piece of evidence for the chain's need. */
export async function insertEvidence(tx: Writer, chain: TestChain, piece: TestEvidence): Promise<string> {
  const { organizationId, needId } = chain
  const id = newId()
  await tx
    .insertInto('evidence')
    .values({
      organization_id: organizationId,
      id,
      number: await nextNumber(tx, 'evidence'),
      title: piece.title ?? 'Restore test report',
      kind: 'note',
      nature: 'operation',
      provenance: piece.provenance ?? 'observed',
      result: piece.result ?? 'pass',
      collected_at: piece.collectedAt,
      submitted_by: 'user',
      submitted_by_name: 'Ada Admin',
    })
    .execute()
  await tx
    .insertInto('evidence_serves')
    .values({
      organization_id: organizationId,
      id: newId(),
      evidence_id: id,
      need_id: needId,
      collected_at: piece.collectedAt,
    })
    .execute()
  return id
}

/** The owner accepts the chain's risk at its proven loss, for a year. */
export async function insertAcceptance(tx: Writer, chain: TestChain, acceptedAt: Date): Promise<string> {
  const { organizationId, riskId, personId } = chain
  const state = await tx
    .selectFrom('risk_state')
    .select(['inherent_minor', 'claimed_minor', 'proven_minor', 'target_minor', 'proven_level'])
    .where('id', '=', riskId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await tx
    .insertInto('risk_acceptance')
    .values({
      organization_id: organizationId,
      id,
      risk_id: riskId,
      accepted_by_person_id: personId,
      accepted_by_user: 'user',
      accepted_by_name: 'J. Doe',
      accepted_at: acceptedAt,
      expires_at: new Date(acceptedAt.getTime() + 365 * dayMs),
      rationale: 'Worth it.',
      pinned: JSON.stringify({
        provenLossMinor: state.proven_minor,
        inherentLossMinor: state.inherent_minor,
        claimedLossMinor: state.claimed_minor,
        targetLossMinor: state.target_minor,
        level: state.proven_level,
        methodologyVersion: await methodologyVersion(tx),
        ownerId: personId,
        ownerName: 'J. Doe',
        riskVersion: 1,
        treatment: 'modify',
        controls: [],
      }),
    })
    .execute()
  await tx.updateTable('risk').set({ status: 'accepted' }).where('id', '=', riskId).execute()
  return id
}

async function methodologyVersion(tx: Writer): Promise<number> {
  const row = await tx
    .selectFrom('methodology')
    .select('version_number')
    .where('status', '=', 'approved')
    .executeTakeFirst()
  return row?.version_number ?? 0
}
