import type { CollectorInput } from '../chain/chain-snapshot.ts'
import { dayMs, daysInWords } from '../time/calendar.ts'

/** `overdue`: one report missed; `silent`: two missed, or never reported; `disabled`: switched off by a person. */
export type CollectorState = 'reporting' | 'overdue' | 'silent' | 'disabled'

export type DerivedCollector = {
  readonly id: string
  readonly name: string
  readonly state: CollectorState
  /** When the next report is or was due; null when it never reported. */
  readonly dueAt: number | null
  readonly sentence: string
}

/** State of a collector at `t`. A report dated after `t` is no report. */
export function collectorState(collector: CollectorInput, t: number): CollectorState {
  if (!collector.active) return 'disabled'
  if (collector.lastReportAt === null || !(collector.lastReportAt <= t)) return 'silent'
  const rhythmMs = Math.max(0, collector.cadenceDays) * dayMs
  const quietMs = t - collector.lastReportAt
  if (!(quietMs <= 2 * rhythmMs)) return 'silent'
  return quietMs <= rhythmMs ? 'reporting' : 'overdue'
}

export function deriveCollector(collector: CollectorInput, t: number): DerivedCollector {
  const state = collectorState(collector, t)
  const reported = collector.lastReportAt !== null && collector.lastReportAt <= t ? collector.lastReportAt : null
  return {
    id: collector.id,
    name: collector.name,
    state,
    dueAt: reported === null ? null : reported + Math.max(0, collector.cadenceDays) * dayMs,
    sentence: sentenceOf(collector, state, reported, t),
  }
}

function sentenceOf(collector: CollectorInput, state: CollectorState, reported: number | null, t: number): string {
  const rhythm = `it should report every ${daysInWords(collector.cadenceDays * dayMs)}`
  if (state === 'disabled') return `Collector ${collector.name} is switched off: nothing it proved is renewed.`
  if (reported === null) return `Collector ${collector.name} has never reported; ${rhythm}.`
  if (state === 'reporting') return `Collector ${collector.name} reports in time.`
  return `Collector ${collector.name} last reported ${daysInWords(t - reported)} ago; ${rhythm}.`
}
