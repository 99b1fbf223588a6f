import type { Refusal } from '../refusal.ts'
import { endOfDay } from './occurrence-rules.ts'

export type WatchDraft = { readonly from: number; readonly until: number }
export type WatchIssue = Refusal & { readonly field: keyof WatchDraft }

/** Nobody can have seen events of the last century completely; what is older is a slip of the pen. */
const earliest = 0

/**
 * What is wrong with a period that somebody vouches for. It ends today at the latest: nobody can vouch for days to come, so that
 * time that passes in silence never counts as time in which nothing happened.
 */
export function watchIssues({ from, until }: WatchDraft, now: number): readonly WatchIssue[] {
  const issues: WatchIssue[] = []
  if (from < earliest) {
    const message = 'Begin in 1970 or later.'
    issues.push({ code: 'watch-too-early', message, field: 'from' })
  }
  if (until > endOfDay(now)) {
    const message = 'Vouch for days that are over: nobody knows yet what will happen.'
    issues.push({ field: 'until', code: 'watch-in-future', message })
  }
  if (until <= from) {
    issues.push({ field: 'until', code: 'watch-upside-down', message: 'The period ends before it begins.' })
  }
  return issues
}
