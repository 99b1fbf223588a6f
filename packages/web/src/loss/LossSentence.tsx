import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { levelOf, type SampledYear } from './sample-year.ts'
import { useDeskView } from './use-loss-desk.ts'

/** How the year stands as it is: one year in ten, what of it rests on nothing, and the appetite. */
export function LossSentence({ snapshot }: { readonly snapshot: ChainSnapshot }) {
  const { t } = useTranslation()
  const today = useDeskView((view) => view.today)
  if (today === null) return '\u00a0'
  const { tone, words } = yearInWords(t, today, snapshot.currency)
  return <StatusSentence tone={tone}>{words}</StatusSentence>
}

export function yearInWords(
  t: Translate,
  { proven, claimed }: SampledYear,
  currency: string,
): { readonly tone: Tone; readonly words: string } {
  const exceeded = levelOf(proven, 10).exceededMinor
  const gap = exceeded - levelOf(claimed, 10).exceededMinor
  const breached = proven.limits.filter((limit) => limit.exceeds > limit.probability).length
  const values = { amount: formatMoneyShort(exceeded, currency), gap: formatMoneyShort(gap, currency) }
  const first =
    gap >= 1
      ? t('A year in ten costs more than {{amount}} as proven; {{gap}} of that rests on nothing up to date.', values)
      : t('A year in ten costs more than {{amount}}, and everything you claim is proven.', values)
  const all = proven.limits.length
  const second =
    all === 0
      ? t('No appetite is set.')
      : breached > 0
        ? t('Above the appetite at {{breached}} of its {{all}} points.', { breached, all })
        : t('Within the appetite at all of its points.')
  return { tone: breached > 0 ? 'bad' : gap >= 1 ? 'watch' : 'good', words: `${first} ${second}` }
}
