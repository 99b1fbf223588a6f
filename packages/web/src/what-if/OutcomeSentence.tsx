import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import type { Outcome } from './outcome.ts'

type Props = { readonly outcome: Outcome | null; readonly isChanged: boolean; readonly currency: string }

/** What the change brings, in one sentence. */
export function OutcomeSentence({ outcome, isChanged, currency }: Props) {
  const { t } = useTranslation()
  if (outcome === null) return <StatusSentence tone="calm">{t('The year is being priced.')}</StatusSentence>
  const { cost, netBenefitMinor } = outcome
  const [today, changed] = [outcome.today.figures, outcome.changed.figures]
  const money = (minor: number) => formatMoneyShort(minor, currency)
  if (!isChanged)
    return (
      <StatusSentence tone="calm">
        {t('Today a year costs {{mean}} on average, and 1 year in 20 more than {{tail}}. Change something and see.', {
          mean: money(today.meanMinor),
          tail: money(today.oneInTwentyMinor),
        })}
      </StatusSentence>
    )
  const figures = {
    mean: money(today.meanMinor),
    changed: money(changed.meanMinor),
    tail: money(today.oneInTwentyMinor),
    changedTail: money(changed.oneInTwentyMinor),
    net: money(Math.abs(netBenefitMinor)),
  }
  const year = t(
    'A year costs {{changed}} on average instead of {{mean}}; 1 year in 20 more than {{changedTail}} instead of {{tail}}.',
    figures,
  )
  const net =
    netBenefitMinor >= 0
      ? t('After what it costs that is {{net}} a year better.', figures)
      : t('After what it costs that is {{net}} a year worse.', figures)
  const unknown =
    cost.unknownControlIds.length > 0
      ? ` ${t('The cost of {{count}} controls in it is unknown.', { count: cost.unknownControlIds.length })}`
      : ''
  return <StatusSentence tone={netBenefitMinor >= 0 ? 'good' : 'watch'}>{`${year} ${net}${unknown}`}</StatusSentence>
}
