import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { Conflict, type ConflictProps } from '../api/Conflict.tsx'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money, MoneyRange } from '../ui/Money.tsx'
import { perYearWords } from './per-year-words.ts'
import type { RiskDraft } from './price-draft.ts'
import { shapeInWords } from './shape-words.ts'
import { useFreshRisk } from './use-fresh-risk.ts'

export type Estimate = Required<Omit<RiskDraft, 'takenOver'>> & { readonly note: string }

export function estimateOf({ frequency, lossMinor, lossCapMinor, estimateNote, ...risk }: RiskDetail): Estimate {
  const { frequencyShape, lossShape, secondaryLosses } = risk
  return { frequency, lossMinor, lossCapMinor, frequencyShape, lossShape, secondaryLosses, note: estimateNote }
}

type Props = Omit<ConflictProps<Estimate>, 'existing'> & { readonly risk: RiskDetail }

/** What somebody else estimated meanwhile. */
export function EstimateConflict({ risk, ...rest }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const fresh = useFreshRisk(risk.id)
  return (
    <Conflict
      existing={{
        fresh: async () => {
          const theirs = await fresh()
          return { version: theirs.version, values: estimateOf(theirs) }
        },
        labels: {
          frequency: t('How often'),
          lossMinor: t('How much'),
          lossCapMinor: t('Never more than'),
          frequencyShape: t('At most once a year'),
          lossShape: t('Law of how much'),
          secondaryLosses: t('Further losses'),
          note: t('Why these figures'),
        },
        shown: (field, value) => {
          if (value === null || field === 'note') return undefined
          if (field === 'frequencyShape' || field === 'lossShape' || field === 'secondaryLosses')
            return shapeInWords(t, currency, field, value)
          if (field === 'frequency') return perYearWords(t, value as Interval)
          if (field === 'lossCapMinor') return <Money minor={value as number} currency={currency} />
          const { low, high } = value as Interval
          return <MoneyRange lowMinor={low} highMinor={high} currency={currency} />
        },
      }}
      {...rest}
    />
  )
}
