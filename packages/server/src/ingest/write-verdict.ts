import type { ControlVerdict } from '@sinew/core/ingest/judge-report.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'

export type RunRow = {
  readonly id: string
  readonly fileId: string
  readonly observedFrom: Date
  readonly observedTo: Date
}

type CollectorRow = {
  readonly id: string
  readonly name: string
  readonly scope: string
  readonly cadence_days: number
}

type ControlRow = { readonly id: string; readonly ref: string }

/** Gives each control its dated k of n, for the need that this collector answers there; the first report adds the need. */
export async function writeVerdict(
  ctx: Context,
  tx: Writer,
  run: RunRow,
  collector: CollectorRow,
  tool: string,
  verdicts: readonly (ControlVerdict & { readonly control: ControlRow })[],
): Promise<void> {
  for (const verdict of verdicts) {
    const needId = await needOf(ctx, tx, collector, tool, verdict.control)
    const evidenceId = newId()
    await tx
      .insertInto('evidence')
      .values({
        organization_id: ctx.organizationId,
        id: evidenceId,
        number: await nextNumber(tx, 'evidence'),
        title: `${tool} on ${collector.scope || collector.name}: ${verdict.passed} of ${verdict.expected} checks pass`,
        kind: 'file',
        file_id: run.fileId,
        note: noteOf(verdict),
        nature: 'operation',
        provenance: 'observed',
        result: 'k_of_n',
        passed: verdict.passed,
        expected: verdict.expected,
        period_from: run.observedFrom,
        period_to: run.observedTo,
        collected_at: run.observedFrom,
        submitted_by: ctx.actor.id,
        submitted_by_name: ctx.actor.name,
        collector_id: collector.id,
        ingest_run_id: run.id,
      })
      .execute()
    await tx
      .insertInto('evidence_serves')
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        evidence_id: evidenceId,
        need_id: needId,
        collected_at: run.observedFrom,
      })
      .execute()
  }
}

function noteOf({ missing }: ControlVerdict): string {
  if (missing === 0) return ''
  return missing === 1
    ? '1 check that was reported before is missing in this report and counts as not passing.'
    : `${missing} checks that were reported before are missing in this report and count as not passing.`
}

async function needOf(
  ctx: Context,
  tx: Writer,
  collector: CollectorRow,
  tool: string,
  control: ControlRow,
): Promise<string> {
  const needs = await tx
    .selectFrom('evidence_need')
    .select(['id', 'position', 'collector_id'])
    .where('control_id', '=', control.id)
    .execute()
  const existing = needs.find((need) => need.collector_id === collector.id)
  if (existing) return existing.id
  const id = newId()
  await tx
    .insertInto('evidence_need')
    .values({
      organization_id: ctx.organizationId,
      id,
      control_id: control.id,
      position: Math.max(-1, ...needs.map((need) => need.position)) + 1,
      title: `${tool} checks of ${collector.scope || collector.name}`,
      cadence_days: collector.cadence_days,
      weight: 1,
      nature: 'operation',
      collector_id: collector.id,
    })
    .execute()
  return id
}
