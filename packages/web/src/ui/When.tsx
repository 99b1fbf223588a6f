import { useTranslation } from '../i18n/use-translation.ts'
import { useNow } from './NowProvider.tsx'
import { exactDay, exactTime, relativeTime } from './relative-time.ts'

export type WhenProps = {
  /** ISO text or milliseconds; null shows a dash. */
  readonly at: string | number | null | undefined
  /** `relative`: exact on hover. `day`: date, relative on hover. `both`: `12 May 2026 · in 3 days`. `time`: to the minute. */
  readonly show?: 'relative' | 'day' | 'both' | 'time'
}

export function When({ at, show = 'relative' }: WhenProps) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const time = typeof at === 'string' ? Date.parse(at) : (at ?? Number.NaN)
  if (!Number.isFinite(time)) return <span title={t('No date')}>–</span>
  const relative = relativeTime(time, now, i18n.language)
  const day = show === 'time' ? exactTime(time, i18n.language) : exactDay(time, i18n.language)
  return (
    <time
      dateTime={new Date(time).toISOString()}
      title={show === 'day' ? relative : exactTime(time, i18n.language)}
      style={{ whiteSpace: 'nowrap' }}
    >
      {show === 'relative' ? relative : day}
      {show === 'both' && <span style={{ color: 'var(--sn-ink-3)' }}> · {relative}</span>}
    </time>
  )
}
