import type { CertificationForecast } from '@sinew/contract/certification/cycle-contract.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { exactDay } from '../ui/relative-time.ts'

/** When the plan will be done, how sure that is, from what, and what drives it. */
export function ForecastSentence({ plan }: { readonly plan: CertificationForecast }) {
  const { t, i18n } = useTranslation()
  if (plan.forecast === null) return null
  const { p10, p50, p90, pace, drivers } = plan.forecast
  const day = (at: string) => exactDay(Date.parse(at), i18n.language)
  const percent = Math.round((pace.ratio - 1) * 100)
  const learned =
    pace.done === 0
      ? t('Nothing is done yet: it rests on the planned durations alone.')
      : percent === 0
        ? t('So far tasks take as long as planned, by {{done}} done.', { done: pace.done })
        : percent > 0
          ? t('So far tasks take {{percent}} % longer than planned, by {{done}} done.', { percent, done: pace.done })
          : t('So far tasks take {{percent}} % less than planned, by {{done}} done.', {
              percent: -percent,
              done: pace.done,
            })
  return (
    <>
      {t('Most likely done around {{p50}}; one time in ten before {{p10}}, one in ten after {{p90}}.', {
        p10: day(p10),
        p50: day(p50),
        p90: day(p90),
      })}{' '}
      {learned}{' '}
      {drivers.length > 0 && (
        <RefText>{t('What drives the date: {{drivers}}.', { drivers: drivers.join(', ') })}</RefText>
      )}
    </>
  )
}
