import { type AccessLimits, periodInWords } from '@sinew/core/access/access-limits.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Translate } from '../i18n/translate.ts'

/** What a membership is limited to, in a few words; empty without limits. */
export function limitsInWords(t: Translate, limits: AccessLimits): string {
  const { accessUntil, readFrom, readUntil, areas } = limits
  const parts = [
    accessUntil === null ? '' : t('access until {{day}}', { day: formatDay(Date.parse(accessUntil)) }),
    readFrom === null && readUntil === null
      ? ''
      : t('evidence and audit trail of {{period}}', { period: periodInWords(limits) }),
    areas.length === 0 ? '' : t('reads only {{areas}}', { areas: areas.map((area) => t(area)).join(', ') }),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
