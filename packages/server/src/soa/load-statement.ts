import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { type DerivedSoa, deriveSoa } from '@sinew/core/soa/derive-soa.ts'
import { diffSoa, type SoaChange } from '@sinew/core/soa/diff-soa.ts'
import { type SoaContent, type SoaHead, soaContent } from '@sinew/core/soa/soa-content.ts'
import type { SoaSnapshot } from '@sinew/core/soa/soa-snapshot.ts'
import type { Context, Reader } from '../context.ts'
import { notFound } from '../errors.ts'
import { soaSnapshotFor } from './load-soa-snapshot.ts'
import { findCurrentVersions, getSoaContent } from './soa-version-store.ts'

/** What the chain does not need of a control, and its line shows. */
export type LineRow = {
  readonly version: number
  readonly theme: SoaLine['theme']
  readonly remarks: string
  readonly sortKey: number
  readonly worth: SoaLine['worth']
}

/** The statement at one instant: derived lines and issues, what it would pin, and what changed since it was approved. */
export type Statement = {
  readonly snapshot: SoaSnapshot
  readonly derived: DerivedSoa
  readonly currency: string
  readonly rows: ReadonlyMap<string, LineRow>
  readonly content: SoaContent
  readonly approved: SoaVersion | null
  readonly proposed: SoaVersion | null
  /** Since the approved version; empty while none is. */
  readonly changes: readonly SoaChange[]
}

/** Loads and derives the statement as of the instant the request is about. */
export async function loadStatement(ctx: Context): Promise<Statement> {
  const organization = await loadOrganization(ctx.db)
  const snapshot = await soaSnapshotFor(ctx, ctx.organizationId)
  const rows = await loadLineRows(ctx.db)
  const derived = deriveSoa(snapshot, (ctx.asOf ?? ctx.now).getTime())
  const { approved, proposed } = await findCurrentVersions(ctx)
  const content = soaContent(snapshot, derived, headOf(organization, approved, rows))
  const changes = approved === null ? [] : diffSoa(await getSoaContent(ctx.db, approved.id), content)
  return { snapshot, derived, currency: organization.currency, rows, content, approved, proposed, changes }
}

type Organization = { readonly name: string; readonly scope: string; readonly currency: string }

function headOf(organization: Organization, approved: SoaVersion | null, rows: ReadonlyMap<string, LineRow>): SoaHead {
  return {
    organization: organization.name,
    scope: organization.scope,
    version: null,
    previous: approved === null ? null : { version: approved.number, hash: approved.hash },
    remarks: new Map([...rows].map(([id, row]) => [id, row.remarks])),
  }
}

async function loadOrganization(db: Reader): Promise<Organization> {
  const row = await db.selectFrom('organization').select(['name', 'scope', 'currency']).executeTakeFirst()
  if (!row) throw notFound('organisation')
  return row
}

async function loadLineRows(db: Reader): Promise<ReadonlyMap<string, LineRow>> {
  const rows = await db
    .selectFrom('control')
    .leftJoin('control_state as state', 'state.id', 'control.id')
    .select(['control.id', 'control.version', 'control.theme', 'control.remarks', 'control.sort_key'])
    .select(['state.worth_claimed_minor', 'state.worth_proven_minor', 'state.gap_minor'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        version: row.version,
        theme: row.theme as LineRow['theme'],
        remarks: row.remarks,
        sortKey: row.sort_key,
        worth: toWorth(row.worth_claimed_minor, row.worth_proven_minor, row.gap_minor),
      },
    ]),
  )
}

// The left join has all of its columns or none.
function toWorth(claimedMinor: number | null, provenMinor: number | null, gapMinor: number | null): LineRow['worth'] {
  if (claimedMinor === null || provenMinor === null || gapMinor === null) return null
  return { claimedMinor, provenMinor, gapMinor }
}
