import type { AnyRecord } from '../register/register-record.ts'
import { MetricTrend } from './MetricTrend.tsx'

export function MetricPanels({ record }: { readonly record: AnyRecord }) {
  return <MetricTrend metricId={record.id} />
}
