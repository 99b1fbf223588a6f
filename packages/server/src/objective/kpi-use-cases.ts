import type { adoptKpis as route } from '@sinew/contract/objective/kpi-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { isComputedKpi, kpiCatalogue, kpiKeys } from '@sinew/core/objective/kpi-catalogue.ts'
import { metricRegister } from '@sinew/core/objective/metric-registers.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { notFound } from '../errors.ts'
import { insertRecord } from '../register/write-record.ts'
import { kpiValues } from './kpi-values.ts'
import { metricRules } from './objective-rules.ts'
import { takeMeasurements } from './take-measurements.ts'

/** The catalogue, with what each figure is now where Sinew works it out, and the metric that measures it. */
export async function listKpis({ db, asOf, now }: Context) {
  const metrics = await db.selectFrom('metric').select(['id', 'number', 'kpi']).where('status', '=', 'active').execute()
  const items = []
  for (const key of kpiKeys) {
    const metric = metrics.find(({ kpi }) => kpi === key)
    const live = isComputedKpi(key) ? await kpiValues[key](db, asOf ?? now) : null
    items.push({
      key,
      ...kpiCatalogue[key],
      live,
      metric: metric === undefined ? null : { id: metric.id, ref: `ME-${metric.number}` },
    })
  }
  return { items }
}

export async function adoptKpis(ctx: Context, { keys, measurerId, ownerId }: ParsedBody<typeof route>) {
  return ctx.recorded({ derives: false }, async (tx) => {
    for (const person of [measurerId, ownerId]) await assertMayOwn(tx, person)
    const measured = await tx.selectFrom('metric').select('kpi').where('status', '=', 'active').execute()
    const known = new Set(measured.map(({ kpi }) => kpi))
    const wanted = [...new Set(keys)].filter((key) => !known.has(key))
    for (const key of wanted) {
      const { isComputed: _, ...kpi } = kpiCatalogue[key]
      await insertRecord(ctx, tx, metricRegister, metricRules, {
        ...kpi,
        purpose: '',
        validity: '',
        kpi: key,
        measurerId,
        ownerId,
      })
    }
    return { made: wanted.length, left: keys.length - wanted.length }
  })
}

export async function measureMetrics(ctx: Context, metricIds: readonly string[] | null) {
  return ctx.recorded({ derives: false }, async (tx) => {
    if (metricIds !== null) {
      const found =
        metricIds.length === 0 ? [] : await tx.selectFrom('metric').select('id').where('id', 'in', metricIds).execute()
      if (found.length < new Set(metricIds).size) throw notFound('metric')
    }
    const { taken, silent } = await takeMeasurements(tx, { organizationId: ctx.organizationId, at: ctx.now, metricIds })
    return { taken: [...taken], silent: [...silent] }
  })
}
