import { daysInWords } from '../time/calendar.ts'
import type { NeedReason, NeedStanding } from './need-standing.ts'

const words: Readonly<Record<Exclude<NeedReason, 'stale' | 'due'>, string>> = {
  missing: 'no evidence yet',
  dated_ahead: 'dated in the future',
  failed: 'the latest test failed',
  withdrawn: 'the latest piece was withdrawn',
  rejected: 'the latest piece was rejected',
  generated: 'only generated text',
  design_only: 'only a design document, no record that it happens',
  nothing_tested: 'nothing was there to test',
  current: 'up to date',
}

/** How a need stands, in a few words: `34 days late`, `the latest test failed`. */
export function needInWords(need: Pick<NeedStanding, 'reason' | 'freshness'>): string {
  if (need.reason === 'stale') return `${daysInWords(need.freshness.lateMs)} late`
  return need.reason === 'due' ? 'to be renewed soon' : words[need.reason]
}
