import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import type { Translate } from '../i18n/translate.ts'
import { shortNumber } from '../ui/explanation/explanation-text.ts'

type Shapes = Pick<RiskDetail, 'frequencyShape' | 'lossShape' | 'secondaryLosses'>

const percent = (share: number) => `${shortNumber(share * 100)} %`

/** A law of its own, or further losses, as people read them. */
export function shapeInWords(t: Translate, currency: string, field: keyof Shapes, value: unknown): string {
  // The value is that of the field.
  const shapes = { frequencyShape: null, lossShape: null, secondaryLosses: [], [field]: value } as Shapes
  const { frequencyShape, lossShape, secondaryLosses } = shapes
  const money = (minor: number) => formatMoneyShort(minor, currency)
  if (frequencyShape) return t('in {{chance}} of years, once at most', { chance: percent(frequencyShape.probability) })
  if (lossShape?.kind === 'pert') {
    const { minMinor, modeMinor, maxMinor } = lossShape
    return t('{{least}} to {{most}}, most likely {{likely}}', {
      least: money(minMinor),
      most: money(maxMinor),
      likely: money(modeMinor),
    })
  }
  if (lossShape) {
    const { amountsMinor } = lossShape
    const ends = { from: money(Math.min(...amountsMinor)), to: money(Math.max(...amountsMinor)) }
    return t('one of {{count}} amounts from {{from}} to {{to}}', { count: amountsMinor.length, ...ends })
  }
  return secondaryLosses
    .map(({ name, probability, lossMinor: { low, high } }) =>
      t('{{name}}: {{chance}} of events, {{low}} to {{high}}', {
        name,
        chance: percent(probability),
        low: money(low),
        high: money(high),
      }),
    )
    .join('; ')
}
