import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { useNow } from '../ui/NowProvider.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'

const steps: Readonly<Record<string, string>> = {
  reported: 'Reported and not looked into yet: decide whether it is an incident or an event only.',
  event: 'An event only: kept, and nothing more follows.',
  incident: 'An incident that is not contained yet.',
  contained: 'Contained; the cause is not removed yet.',
  recovered: 'Over; what it teaches is still to be written down.',
  lessons: 'Over, with its lessons: close it when everybody was told.',
  closed: 'Closed.',
}

/** How an incident stands, and the clock that runs out next. */
export function IncidentSentence({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const now = useNow()
  const state = String(record.state)
  const due = record.nextDueAt as string | null
  const isLate = due !== null && Date.parse(due) < now
  const isOver = ['event', 'closed'].includes(state)
  return (
    <StatusSentence tone={isLate ? 'bad' : due !== null || state === 'reported' ? 'watch' : isOver ? 'good' : 'calm'}>
      {t(steps[state] ?? '')}{' '}
      {due !== null && (
        <>
          {isLate ? t('A notification was due') : t('The next notification is due')} <When at={due} />.
        </>
      )}
    </StatusSentence>
  )
}
