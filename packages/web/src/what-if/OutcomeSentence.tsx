import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import type { PricedWhatIf } from '@sinew/core/what-if/price-what-if.ts'
import { useTranslation } from 'react-i18next'
import { StatusSentence } from '../ui/StatusSentence.tsx'

type Props = { readonly priced: PricedWhatIf; readonly isChanged: boolean; readonly currency: string }

/** What the change brings, in one sentence. */
export function OutcomeSentence({ priced, isChanged, currency }: Props) {
  const { t } = useTranslation()
  const { today, changed, cost, netBenefitMinor } = priced
  const money = (minor: number) => formatMoneyShort(minor, currency)
  if (!isChanged)
    return (
      <StatusSentence tone="calm">
        {t('Today a year costs {{mean}} on average, and 1 year in 20 more than {{tail}}. Change something and see.', {
          mean: money(today.mean),
          tail: money(today.quantile(0.95)),
        })}
      </StatusSentence>
    )
  const figures = {
    mean: money(today.mean),
    changed: money(changed.mean),
    tail: money(today.quantile(0.95)),
    changedTail: money(changed.quantile(0.95)),
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
