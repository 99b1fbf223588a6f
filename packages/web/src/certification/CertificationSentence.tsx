import { getCertificationCycle, getCertificationForecast } from '@sinew/contract/certification/cycle-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { exactDay } from '../ui/relative-time.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'

/** When the certificate is most likely there, while it is not, and the deadline that comes next. */
export function CertificationSentence({ record }: { readonly record: AnyRecord }) {
  const { t, i18n } = useTranslation()
  const api = useOrganizationApi()
  const params = { certificationId: record.id }
  const cycle = useQuery(api.query(getCertificationCycle, { params })).data
  const plan = useQuery(api.query(getCertificationForecast, { params })).data
  if (cycle === undefined || plan === undefined) return null
  const open = cycle.deadlines.filter(({ state }) => state !== 'done')
  const next = open.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0]
  const isBefore = record.state === 'preparing' || record.state === 'applied'
  const forecast = isBefore ? plan.forecast : null
  if (forecast === null && next === undefined) return null
  const day = (at: string) => exactDay(Date.parse(at), i18n.language)
  return (
    <StatusSentence tone={next?.state === 'late' ? 'bad' : (next?.alertDays ?? null) === null ? 'calm' : 'watch'}>
      {forecast !== null &&
        t('The plan is most likely done around {{p50}}, nine times in ten by {{p90}}.', {
          p50: day(forecast.p50),
          p90: day(forecast.p90),
        })}{' '}
      {next !== undefined && (
        <>
          {t(next.title)}: {next.state === 'late' ? t('was due') : t('due')} <When at={next.dueAt} show="both" />.
        </>
      )}
    </StatusSentence>
  )
}
