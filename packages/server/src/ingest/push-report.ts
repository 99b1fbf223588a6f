import type { IngestRun, pushReport as route } from '@sinew/contract/ingest/ingest-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { judgeReport, type ReportVerdict } from '@sinew/core/ingest/judge-report.ts'
import type { Observation } from '@sinew/core/ingest/observation.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { AppError, notFound } from '../errors.ts'
import type { StoredFile } from '../file/file-store.ts'
import { insertFile } from '../file/receive-file.ts'
import { headBytes } from '../file/tell-media-type.ts'
import { chooseAdapter } from './choose-adapter.ts'
import { lockCollectorOf } from './find-collector.ts'
import { getIngestRun, type KeptReport } from './ingest-run-store.ts'
import { loadPopulation, updatePopulation } from './population.ts'
import { readInWorker } from './read-in-worker.ts'
import { ReportProblem } from './report-problem.ts'
import { writeVerdict } from './write-verdict.ts'

type Query = ParsedQuery<typeof route>

/** A clock that runs a little fast is no reason to refuse a report. */
const clockSkewMs = 5 * 60_000
const keptMissing = 500

/**
 * Takes a scanner's report: whole or not at all, once however often it is pushed, and one after the other for each collector.
 * The file is kept; each control it speaks to gets one piece of evidence.
 */
export async function pushReport(ctx: Context, stored: StoredFile, query: Query): Promise<IngestRun> {
  const known = query.collectorId === undefined ? null : await findKnown(ctx.db, query.collectorId, stored.sha256)
  if (known !== null) return getIngestRun(ctx.db, known, true)
  const { format, observations } = await readReport(ctx, stored, query.format)
  const outcome = await ctx.recorded({}, async (tx) => {
    const collector = await lockCollectorOf(ctx, tx, query, observations)
    const same = await findRun(tx, collector.id, stored.sha256)
    if (same !== null) return { id: same, repeated: true }
    const id = await takeReport(ctx, tx, { stored, query, format, observations, collector })
    return { id, repeated: false }
  })
  return getIngestRun(ctx.db, outcome.id, outcome.repeated)
}

/** Answered before a long report is read for nothing: a collector that is not there, a report that was pushed before. */
async function findKnown(db: Reader, collectorId: string, sha256: string): Promise<string | null> {
  const collector = await db.selectFrom('collector').select('id').where('id', '=', collectorId).executeTakeFirst()
  if (!collector) throw notFound('collector')
  return findRun(db, collectorId, sha256)
}

async function findRun(db: Reader, collectorId: string, sha256: string): Promise<string | null> {
  const run = await db
    .selectFrom('ingest_run')
    .select('id')
    .where('collector_id', '=', collectorId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return run?.id ?? null
}

async function readReport(ctx: Context, stored: StoredFile, wanted: string) {
  try {
    const { format } = chooseAdapter(await ctx.services.files.head(stored.sha256, headBytes), wanted)
    const observations = await readInWorker(ctx.services.files.read(stored.sha256), format)
    const ahead = observations.find((one) => one.observedAt > ctx.now.getTime() + clockSkewMs)
    if (ahead) throw new ReportProblem(`${ahead.pointer}: time`, 'It was observed in the future.')
    return { format, observations }
  } catch (error) {
    if (!(error instanceof ReportProblem)) throw error
    const errors = [{ path: error.place, message: error.message }]
    throw new AppError(422, `The report cannot be read (${error.place}): ${error.message}`, { errors })
  }
}

type Taken = {
  readonly stored: StoredFile
  readonly query: Query
  readonly format: string
  readonly observations: readonly Observation[]
  readonly collector: Awaited<ReturnType<typeof lockCollectorOf>>
}

async function takeReport(ctx: Context, tx: Writer, taken: Taken): Promise<string> {
  const { collector, observations } = taken
  const { observedFrom, observedTo } = spanOf(observations, ctx.now)
  const outdated = await isOutdated(tx, collector.id, observedFrom)
  const population = await loadPopulation(tx, collector.id)
  // What came later is not missing from what was seen before.
  const verdict = judgeReport(observations, outdated ? [] : population.members)
  const controls = await findControls(tx, verdict)
  // Where no newer piece stands, an old report would be taken for the present.
  const judged = outdated ? await answeredAlready(tx, collector.id, verdict) : verdict.controls
  const file = await insertFile(ctx, tx, taken.stored, taken.query.name)
  const run = { id: newId(), fileId: file.id, observedFrom, observedTo }
  await insertRun(ctx, tx, taken, run, verdict, outdated, judged.length)
  const tool = observations[0]?.tool ?? collector.tool
  const verdicts = judged.map((one) => ({ ...one, control: { id: controls(one.ref), ref: one.ref } }))
  if (!outdated) {
    await updatePopulation(ctx, tx, collector.id, verdict, population, controls)
    await tx.updateTable('collector').set({ last_report_at: observedTo }).where('id', '=', collector.id).execute()
  }
  // Last, because it takes numbers, and whoever else adds evidence waits for them until this commits.
  await writeVerdict(ctx, tx, run, collector, tool, verdicts)
  return run.id
}

/** Evidence is as old as the oldest observation behind it. */
function spanOf(observations: readonly Observation[], now: Date) {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  for (const { observedAt } of observations) {
    from = Math.min(from, observedAt)
    to = Math.max(to, observedAt)
  }
  const latest = now.getTime()
  return { observedFrom: new Date(Math.min(from, latest)), observedTo: new Date(Math.min(to, latest)) }
}

async function isOutdated(tx: Writer, collectorId: string, observedFrom: Date): Promise<boolean> {
  const newer = await tx
    .selectFrom('ingest_run')
    .select('id')
    .where('collector_id', '=', collectorId)
    .where('observed_at', '>', observedFrom)
    .executeTakeFirst()
  return newer !== undefined
}

async function answeredAlready(tx: Writer, collectorId: string, verdict: ReportVerdict) {
  const needs = await tx
    .selectFrom('evidence_need')
    .innerJoin('control', 'control.id', 'evidence_need.control_id')
    .where('evidence_need.collector_id', '=', collectorId)
    .select('control.ref')
    .execute()
  const answered = new Set(needs.map((need) => need.ref))
  return verdict.controls.filter((control) => answered.has(control.ref))
}

async function findControls(tx: Writer, verdict: ReportVerdict): Promise<(ref: string) => string> {
  const refs = verdict.controls.map((control) => control.ref)
  const rows =
    refs.length === 0 ? [] : await tx.selectFrom('control').select(['id', 'ref']).where('ref', 'in', refs).execute()
  const ids = new Map(rows.map((row) => [row.ref, row.id]))
  return (ref) => {
    const id = ids.get(ref)
    if (id === undefined) throw new Error(`The organisation has no control ${ref}`)
    return id
  }
}

async function insertRun(
  ctx: Context,
  tx: Writer,
  { stored, format, observations, collector }: Taken,
  run: { readonly id: string; readonly fileId: string; readonly observedFrom: Date; readonly observedTo: Date },
  verdict: ReportVerdict,
  outdated: boolean,
  controls: number,
): Promise<void> {
  const report: KeptReport = {
    unmappedChecks: [...verdict.unmapped],
    manualChecks: [...verdict.manual],
    unknownRefs: [...verdict.unknownRefs],
    missing: verdict.missing
      .slice(0, keptMissing)
      .map(({ ref, checkId, subjectUid }) => ({ ref, checkId, subjectUid })),
    missingByRef: Object.fromEntries(verdict.controls.map((control) => [control.ref, control.missing])),
  }
  const counts = { ...verdict.counts, controls, missing: verdict.missing.length, unmapped: verdict.unmapped.length }
  await tx
    .insertInto('ingest_run')
    .values({
      organization_id: ctx.organizationId,
      id: run.id,
      collector_id: collector.id,
      file_id: run.fileId,
      sha256: stored.sha256,
      format,
      tool: observations[0]?.tool ?? collector.tool,
      tool_version: observations[0]?.toolVersion ?? '',
      observed_at: run.observedFrom,
      observed_to: run.observedTo,
      outdated,
      counts: JSON.stringify(counts),
      report: JSON.stringify(report),
    })
    .execute()
}
