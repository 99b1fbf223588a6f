import { type ComputedKpi, isComputedKpi, kpiCatalogue } from '@sinew/core/objective/kpi-catalogue.ts'
import { isTimeToMeasure } from '@sinew/core/objective/metric-standing.ts'
import { sql } from 'kysely'
import type { Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { kpiValues } from './kpi-values.ts'
import { newestValue } from './metric-sql.ts'
import type { TakenValue } from './taken-value.ts'

export type Measurements = {
  readonly taken: readonly ({ readonly metricId: string } & TakenValue)[]
  /** Nothing to measure, or not worked out here: no value is written, so that they stay as late as they are. */
  readonly silent: readonly string[]
}

type Order = {
  readonly organizationId: string
  readonly at: Date
  /** Null: all that are due. */
  readonly metricIds: readonly string[] | null
}

/** Writes the values that Sinew works out itself, each a record that is never changed. */
export async function takeMeasurements(tx: Writer, { organizationId, at, metricIds }: Order): Promise<Measurements> {
  const metrics = await tx
    .selectFrom('metric')
    .select(['metric.id', 'metric.kpi', 'metric.cadence_days'])
    .select(
      sql<Date | null>`(${newestValue(tx, sql.ref('metric.id'), at).select('seen.measured_at')})`.as('measured_at'),
    )
    .where('metric.status', '=', 'active')
    .where('metric.kpi', '<>', 'none')
    .orderBy('metric.number')
    .execute()
  const taken: ({ readonly metricId: string } & TakenValue)[] = []
  const silent: string[] = []
  for (const { id, kpi, cadence_days, measured_at } of metrics) {
    const newest = measured_at === null ? null : { value: 0, measuredAt: measured_at.getTime() }
    const isWanted = metricIds === null ? isTimeToMeasure(newest, cadence_days, at.getTime()) : metricIds.includes(id)
    if (!isWanted || (metricIds === null && !isComputedKpi(kpi))) continue
    const value = isComputedKpi(kpi) ? await kpiValues[kpi](tx, at) : null
    if (value === null) silent.push(id)
    else {
      await insertValue(tx, { organizationId, at, metricId: id, kpi: kpi as ComputedKpi, ...value })
      taken.push({ metricId: id, ...value })
    }
  }
  return { taken, silent }
}

type Insert = TakenValue & {
  readonly organizationId: string
  readonly at: Date
  readonly metricId: string
  readonly kpi: ComputedKpi
}

async function insertValue(tx: Writer, { organizationId, at, metricId, kpi, value, note }: Insert): Promise<void> {
  await tx
    .insertInto('metric_value')
    .values({
      organization_id: organizationId,
      id: newId(),
      number: await nextNumber(tx, 'metric_value'),
      metric_id: metricId,
      value,
      measured_at: at,
      source: kpiCatalogue[kpi].source,
      note,
      taken_by: 'Sinew',
      origin: 'computed',
    })
    .execute()
}
