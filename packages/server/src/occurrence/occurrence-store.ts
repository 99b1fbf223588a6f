import type { exportOccurrences, listOccurrences, Occurrence } from '@sinew/contract/occurrence/occurrence-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { OccurrenceKind } from '@sinew/core/occurrence/occurrence.ts'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

function occurrencesWithRisk(db: Reader) {
  return db
    .selectFrom('risk_occurrence as occurrence')
    .innerJoin('risk', 'risk.id', 'occurrence.risk_id')
    .selectAll('occurrence')
    .select(['risk.number as risk_number', 'risk.title as risk_title'])
}

type OccurrenceRow = Awaited<ReturnType<ReturnType<typeof occurrencesWithRisk>['executeTakeFirstOrThrow']>>

function toOccurrence(row: OccurrenceRow): Occurrence {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    riskId: row.risk_id,
    riskNumber: row.risk_number,
    riskTitle: row.risk_title,
    kind: row.kind as OccurrenceKind,
    title: row.title,
    note: row.note,
    occurredAt: row.occurred_at.toISOString(),
    discoveredAt: row.discovered_at.toISOString(),
    lossMinor: row.loss_minor,
    source: row.source,
    externalRef: row.external_ref,
    reportedByName: row.reported_by_name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportOccurrences>, 'format'> &
  Pick<ParsedQuery<typeof listOccurrences>, 'number'>

export async function findOccurrences(db: Reader, query: Filters & PageQuery): Promise<Page<Occurrence>> {
  let rows = occurrencesWithRisk(db)
  if (query.q) {
    const pattern = containsPattern(query.q)
    rows = rows.where((where) =>
      where.or([where('occurrence.title', 'ilike', pattern), where('occurrence.note', 'ilike', pattern)]),
    )
  }
  if (query.number !== undefined) rows = rows.where('occurrence.number', '=', query.number)
  if (query.riskId) rows = rows.where('occurrence.risk_id', '=', query.riskId)
  if (query.kind) rows = rows.where('occurrence.kind', '=', query.kind)
  if (query.from) rows = rows.where('occurrence.occurred_at', '>=', new Date(query.from))
  if (query.until) rows = rows.where('occurrence.occurred_at', '<', new Date(query.until))
  if (query.lossUnknown !== undefined) {
    rows = rows.where((where) => {
      const unknown = where.and([where('occurrence.kind', '=', 'loss'), where('occurrence.loss_minor', 'is', null)])
      return query.lossUnknown ? unknown : where.not(unknown)
    })
  }
  return listPage(
    rows,
    query,
    {
      number: 'occurrence.number',
      occurredAt: 'occurrence.occurred_at',
      discoveredAt: 'occurrence.discovered_at',
      title: 'occurrence.title',
      kind: 'occurrence.kind',
      risk: 'risk.number',
      loss: 'occurrence.loss_minor',
    },
    toOccurrence,
    'occurrence.id',
  )
}

export async function getOccurrence(db: Reader, occurrenceId: string): Promise<Occurrence> {
  const row = await occurrencesWithRisk(db).where('occurrence.id', '=', occurrenceId).executeTakeFirst()
  if (!row) throw notFound('occurrence')
  return toOccurrence(row)
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockOccurrence(tx: Writer, occurrenceId: string) {
  const row = await tx
    .selectFrom('risk_occurrence')
    .selectAll()
    .where('id', '=', occurrenceId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('occurrence')
  return row
}
