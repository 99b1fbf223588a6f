import type { AnyRecord } from '../register/register-record.ts'
import { MetricTrend } from './MetricTrend.tsx'

/** How far it is: the values of its metric against its own target. */
export function ObjectiveProgress({ record }: { readonly record: AnyRecord }) {
  if (typeof record.metricId !== 'string') return null
  return <MetricTrend metricId={record.metricId} target={Number(record.target)} />
}
