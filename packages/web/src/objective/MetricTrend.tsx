import { metrics, metricValues } from '@sinew/contract/objective/objective-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { TrendChart } from '../ui/chart/TrendChart.tsx'
import type { TrendLimit } from '../ui/chart/trend-scale.ts'
import { Panel } from '../ui/Panel.tsx'

const dayMs = 86_400_000

/** The values of a metric over time with its thresholds; corrected values are left out. `target` of an objective stands for its own. */
export function MetricTrend({ metricId, target }: { readonly metricId: string; readonly target?: number }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const metric = useQuery(api.query(metrics.get, { params: { metricId } })).data
  const values = useQuery(
    api.query(metricValues.list, { query: { metricId, isCorrected: false, sort: '-measuredAt', pageSize: 200 } }),
  ).data?.items
  if (metric === undefined || values === undefined || values.length === 0) return null
  const points = values.map(({ measuredAt, value }) => ({ at: Date.parse(measuredAt), value })).toReversed()
  const first = points[0]?.at ?? 0
  const last = points.at(-1)?.at ?? 0
  const to = Math.max(last, Date.parse(metric.dueAt ?? '') || last)
  const limits: TrendLimit[] = [{ name: t('Target'), value: target ?? metric.target, kind: 'target' }]
  if (metric.warning !== null) limits.push({ name: t('Warning'), value: metric.warning, kind: 'warning' })
  if (metric.alarm !== null) limits.push({ name: t('Alarm'), value: metric.alarm, kind: 'alarm' })
  const unit = metric.unit === '%' ? ' %' : ''
  return (
    <Panel
      title={t('Trend')}
      hint={`${metric.title}, ${metric.unit} · ${metric.direction === 'higher' ? t('higher is better') : t('lower is better')}`}
    >
      <TrendChart
        label={t('Values of {{title}} over time', { title: metric.title })}
        points={points}
        limits={limits}
        from={Math.min(first, to - 30 * dayMs)}
        to={to}
        gapMs={metric.cadenceDays * 1.5 * dayMs}
        format={(value) => `${Math.round(value * 100) / 100}${unit}`}
      />
    </Panel>
  )
}

export function TrendOfMetric({ record }: { readonly record: AnyRecord }) {
  return <MetricTrend metricId={record.id} />
}
