import { SegmentedControl } from '@mantine/core'
import type { PortfolioPoint } from '@sinew/contract/chain/chain-contract.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useMemo, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { BandChart } from '../ui/chart/BandChart.tsx'
import { Panel } from '../ui/Panel.tsx'

type Props = { readonly items: readonly PortfolioPoint[]; readonly currency: string; readonly at: number }

const levels = ['10', '100'] as const

/** How the curve came to where it is: what one year in ten, or in a hundred, exceeded as it was recorded then. */
export function HistoryPanel({ items, currency, at }: Props) {
  const { t } = useTranslation()
  const [level, setLevel] = useState<(typeof levels)[number]>('10')
  const points = useMemo(
    () =>
      items.flatMap(({ at: day, tail }) =>
        tail === null
          ? []
          : [
              {
                at: Date.parse(day),
                solid: tail.proven.exceededMinor[level],
                dashed: tail.claimed.exceededMinor[level],
              },
            ],
      ),
    [items, level],
  )
  const [first] = points
  if (first === undefined || points.length < 2) return null
  return (
    <Panel
      title={t('How it came about')}
      hint={t('What such a year exceeded, as recorded on each day on which it moved.')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('Which years')}
          value={level}
          onChange={setLevel}
          data={[
            { value: '10', label: t('1 year in 10') },
            { value: '100', label: t('1 year in 100') },
          ]}
        />
      }
    >
      <BandChart
        label={t('What 1 year in {{years}} exceeded until now', { years: level })}
        points={points}
        names={{ solid: t('proven'), dashed: t('claimed'), band: t('assurance gap') }}
        from={first.at}
        to={at}
        format={(value) => formatMoneyShort(value, currency)}
        height={180}
        stepped
      />
    </Panel>
  )
}
