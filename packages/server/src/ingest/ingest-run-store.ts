import type { IngestRun, IngestRunSummary, listIngestRuns } from '@sinew/contract/ingest/ingest-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Reader } from '../context.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

/** The lists of a run that are kept as they were judged; numbers are beside them, in `counts`. */
export type KeptReport = Pick<IngestRun, 'unmappedChecks' | 'manualChecks' | 'unknownRefs' | 'missing'> & {
  readonly missingByRef: Readonly<Record<string, number>>
}

function runsWithCollector(db: Reader) {
  return db
    .selectFrom('ingest_run as run')
    .innerJoin('collector', 'collector.id', 'run.collector_id')
    .selectAll('run')
    .select('collector.name as collector_name')
}

type RunRow = Awaited<ReturnType<ReturnType<typeof runsWithCollector>['executeTakeFirstOrThrow']>>

function toSummary(row: RunRow): IngestRunSummary {
  return {
    id: row.id,
    version: row.version,
    collectorId: row.collector_id,
    collectorName: row.collector_name,
    format: row.format,
    tool: row.tool,
    toolVersion: row.tool_version,
    sha256: row.sha256,
    observedFrom: row.observed_at.toISOString(),
    observedTo: row.observed_to.toISOString(),
    receivedAt: row.created_at.toISOString(),
    outdated: row.outdated,
    counts: row.counts as IngestRunSummary['counts'],
  }
}

export async function findIngestRuns(
  db: Reader,
  query: ParsedQuery<typeof listIngestRuns>,
): Promise<Page<IngestRunSummary>> {
  let runs = runsWithCollector(db)
  if (query.collectorId) runs = runs.where('run.collector_id', '=', query.collectorId)
  if (query.q) runs = runs.where('collector.name', 'ilike', containsPattern(query.q))
  return listPage(runs, query, { observedTo: 'run.observed_to', receivedAt: 'run.created_at' }, toSummary, 'run.id')
}

export async function getIngestRun(db: Reader, ingestRunId: string, repeated = false): Promise<IngestRun> {
  const row = await runsWithCollector(db).where('run.id', '=', ingestRunId).executeTakeFirst()
  if (!row) throw notFound('report')
  const { missingByRef, ...kept } = row.report as KeptReport
  const file = await db.selectFrom('file').selectAll().where('id', '=', row.file_id).executeTakeFirstOrThrow()
  const pieces = await db
    .selectFrom('evidence')
    .innerJoin('evidence_serves as serves', 'serves.evidence_id', 'evidence.id')
    .innerJoin('evidence_need as need', 'need.id', 'serves.need_id')
    .innerJoin('control', 'control.id', 'need.control_id')
    .where('evidence.ingest_run_id', '=', ingestRunId)
    .whereRef('need.collector_id', '=', 'evidence.collector_id')
    .select(['evidence.id', 'evidence.number', 'evidence.passed', 'evidence.expected'])
    .select(['control.id as control_id', 'control.ref', 'control.title'])
    .orderBy('control.sort_key')
    .execute()
  return {
    ...toSummary(row),
    repeated,
    file: {
      id: file.id,
      name: file.name,
      mediaType: file.media_type,
      sizeBytes: file.size_bytes,
      sha256: file.sha256,
      createdAt: file.created_at.toISOString(),
    },
    controls: pieces.map((piece) => ({
      controlId: piece.control_id,
      ref: piece.ref,
      title: piece.title,
      evidenceId: piece.id,
      evidenceNumber: piece.number,
      passed: piece.passed ?? 0,
      expected: piece.expected ?? 0,
      missing: missingByRef[piece.ref] ?? 0,
    })),
    ...kept,
  }
}
