import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import type { Anchor } from '@sinew/core/estimate/estimate-anchors.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { IntervalInput, type IntervalInputProps } from '../ui/form/IntervalInput.tsx'
import type { PartialInterval } from '../ui/form/interval.ts'
import { AnchorRows } from './AnchorRows.tsx'
import { EquivalentBet } from './EquivalentBet.tsx'
import { EstimateHelp, type HelpPart } from './EstimateHelp.tsx'

type Props = Omit<IntervalInputProps, 'onChange'> & {
  readonly scale: NonNullable<IntervalInputProps['scale']>
  readonly anchors: readonly Anchor[]
  /** A value in words, for bets and anchors. */
  readonly format: (value: number) => string
  /** `basis` says where a range that was taken over comes from; undefined when it was typed or bet. */
  readonly onRange: (range: PartialInterval, basis?: string) => void
  readonly toRange?: (range: Interval) => Interval
  readonly extraHelp?: readonly HelpPart[]
}

/** A 90 % range with help to find it: bets that test it, what others saw, what was counted. */
export function RangeField({ anchors, format, onRange, toRange = (range) => range, extraHelp = [], ...input }: Props) {
  const { t } = useTranslation()
  const { low, high } = input.value
  const isWhole = low !== null && high !== null && low > 0 && low <= high
  const parts: readonly HelpPart[] = [
    {
      key: 'bet',
      name: t('Test it with a bet'),
      body: isWhole ? (
        <EquivalentBet range={{ low, high }} format={format} onChange={(range) => onRange(toRange(range))} />
      ) : (
        t('Type both ends first.')
      ),
    },
    ...(anchors.length > 0
      ? [
          {
            key: 'anchors',
            name: t('What others saw'),
            body: (
              <AnchorRows
                label={t('What others saw')}
                anchors={anchors}
                scale={input.scale}
                format={format}
                onTake={(range, anchor) =>
                  onRange(range, t('{{field}}: {{label}} ({{source}}).', { field: input.label, ...anchor }))
                }
              />
            ),
          },
        ]
      : []),
    ...extraHelp,
  ]
  return (
    <div>
      <IntervalInput
        {...input}
        scale={{ ...input.scale, marks: anchors.map(({ middle }) => middle) }}
        onChange={(range) => onRange(range)}
      />
      <EstimateHelp label={input.label} parts={parts} />
    </div>
  )
}
