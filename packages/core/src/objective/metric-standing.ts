import type { Bearing } from '../register/field.ts'

/** How a metric stands, worst first. Silence is not good news: a value that is late counts as not met. */
export const metricStandings = {
  never: 'Never measured',
  late: 'Late',
  alarm: 'Alarm',
  warning: 'Warning',
  off_target: 'Off target',
  on_target: 'On target',
} as const
export type MetricStanding = keyof typeof metricStandings

export const metricBearing: Readonly<Record<MetricStanding, Bearing>> = {
  never: 'unknown',
  late: 'late',
  alarm: 'bad',
  warning: 'warning',
  off_target: 'warning',
  on_target: 'good',
}

export type Thresholds = {
  readonly direction: 'higher' | 'lower'
  readonly target: number
  readonly warning: number | null
  readonly alarm: number | null
}

/** How a value stands against the thresholds: beyond alarm, beyond warning, short of the target, or on it. */
export function standingOfValue(value: number, { direction, target, warning, alarm }: Thresholds): MetricStanding {
  const sign = direction === 'higher' ? 1 : -1
  const reaches = (limit: number) => sign * value >= sign * limit
  if (reaches(target)) return 'on_target'
  if (alarm !== null && !reaches(alarm)) return 'alarm'
  if (warning !== null && !reaches(warning)) return 'warning'
  return 'off_target'
}

export type Measured = { readonly value: number; readonly measuredAt: number }

const dayMs = 86_400_000

/** When the next value is due: a cadence after the last. */
export function nextDueAt({ measuredAt }: Measured, cadenceDays: number): number {
  return measuredAt + cadenceDays * dayMs
}

/** How a metric stands at an instant, from its newest value that was not corrected. */
export function metricStanding(
  newest: Measured | null,
  thresholds: Thresholds & { readonly cadenceDays: number },
  at: number,
): MetricStanding {
  if (newest === null) return 'never'
  if (at > nextDueAt(newest, thresholds.cadenceDays)) return 'late'
  return standingOfValue(newest.value, thresholds)
}

/** A computed metric is taken a little before it is due, a tenth of its cadence and a day at most, so that it is never late. */
export function isTimeToMeasure(newest: Measured | null, cadenceDays: number, at: number): boolean {
  if (newest === null) return true
  return at >= nextDueAt(newest, cadenceDays) - Math.min(1, cadenceDays / 10) * dayMs
}
