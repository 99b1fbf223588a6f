import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import type { Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'

function linksWithControl(db: Reader) {
  return db
    .selectFrom('risk_control')
    .innerJoin('control', 'control.id', 'risk_control.control_id')
    .innerJoin('risk', 'risk.id', 'risk_control.risk_id')
    .leftJoin('control_state', 'control_state.id', 'control.id')
    .selectAll('risk_control')
    .select([
      'control.ref',
      'control.title',
      'control.implementation',
      'control.applicable',
      'control_state.implemented_share',
      'control_state.assurance',
      'control_state.proof',
      'risk.contained_saved',
    ])
}

type LinkRow = Awaited<ReturnType<ReturnType<typeof linksWithControl>['executeTakeFirstOrThrow']>>

function toControlLink(row: LinkRow): ControlLink {
  return {
    id: row.id,
    version: row.version,
    riskId: row.risk_id,
    controlId: row.control_id,
    ref: row.ref,
    title: row.title,
    implementation: row.implementation as ControlLink['implementation'],
    applicable: row.applicable,
    claimedShare: row.implemented_share,
    assurance: row.assurance,
    proof: row.proof,
    effect: row.effect as ControlLink['effect'],
    reduction: { low: row.reduction_low, high: row.reduction_high },
    coverage: row.coverage,
    saved: row.effect === 'response' ? row.contained_saved : null,
    note: row.note,
  }
}

export async function findControlLinks(db: Reader, riskId: string): Promise<ControlLink[]> {
  const rows = await linksWithControl(db)
    .where('risk_control.risk_id', '=', riskId)
    .orderBy('control.sort_key')
    .orderBy('risk_control.effect')
    .execute()
  return rows.map(toControlLink)
}

export async function getControlLink(db: Reader, riskId: string, linkId: string): Promise<ControlLink> {
  const row = await linksWithControl(db)
    .where('risk_control.id', '=', linkId)
    .where('risk_control.risk_id', '=', riskId)
    .executeTakeFirst()
  if (!row) throw notFound('control link of this risk')
  return toControlLink(row)
}

export async function lockControlLink(tx: Writer, riskId: string, linkId: string) {
  const row = await tx
    .selectFrom('risk_control')
    .selectAll()
    .where('id', '=', linkId)
    .where('risk_id', '=', riskId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('control link of this risk')
  return row
}

/** What containing an event saves is the risk's: the same whichever of its controls contains it. */
export async function saveContained(tx: Writer, riskId: string, saved: number | null | undefined): Promise<void> {
  if (saved === undefined || saved === null) return
  await tx
    .updateTable('risk')
    .set({ contained_saved: saved })
    .where('id', '=', riskId)
    .where((where) => where.or([where('contained_saved', 'is', null), where('contained_saved', '<>', saved)]))
    .execute()
}
