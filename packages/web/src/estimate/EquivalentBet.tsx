import { Button, Group } from '@mantine/core'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import { afterBet, type BetChoice, betSteps } from '@sinew/core/estimate/equivalent-bet.ts'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './estimate.module.css'

type Props = {
  readonly range: Interval
  readonly format: (value: number) => string
  readonly onChange: (range: Interval) => void
}

/** Three bets that find out whether a range is meant: against a wheel whose chance is known. */
export function EquivalentBet({ range, format, onChange }: Props) {
  const { t } = useTranslation()
  const [index, setIndex] = useState(0)
  const [moved, setMoved] = useState<'out' | 'in' | null>(null)
  const at = betSteps[index]
  if (at === undefined) {
    return (
      <div className={classes.helper} role="status">
        <p>
          {t('You would bet on {{low}} to {{high}} as gladly as on 9 in 10. That is a 90 % range.', {
            low: format(range.low),
            high: format(range.high),
          })}
        </p>
        <Button size="compact-xs" variant="subtle" onClick={() => setIndex(0)}>
          {t('Ask again')}
        </Button>
      </div>
    )
  }
  const statements = {
    range: t('You win if the true value lies between {{low}} and {{high}}.', {
      low: format(range.low),
      high: format(range.high),
    }),
    low: t('You win if the true value is lower than {{low}}.', { low: format(range.low) }),
    high: t('You win if the true value is higher than {{high}}.', { high: format(range.high) }),
  }
  const choose = (choice: BetChoice) => {
    const next = afterBet(range, at, choice)
    const isOut = next.low < range.low || next.high > range.high
    if (choice === 'either' || (next.low === range.low && next.high === range.high)) {
      setMoved(null)
      setIndex(index + 1)
      return
    }
    setMoved(isOut ? 'out' : 'in')
    onChange(next)
  }
  const wins = at === 'range' ? 0.9 : 0.05
  return (
    <div className={classes.helper}>
      <p className={classes.betStep}>
        {t('Bet {{step}} of {{steps}}', { step: index + 1, steps: betSteps.length })}
        {moved === 'out' && <> · {t('widened; what now?')}</>}
        {moved === 'in' && <> · {t('narrowed; what now?')}</>}
      </p>
      <div className={classes.bets}>
        <button type="button" onClick={() => choose('statement')}>
          {statements[at]}
        </button>
        <button type="button" onClick={() => choose('wheel')}>
          <Wheel wins={wins} />
          {at === 'range'
            ? t('You spin a wheel that wins 9 times in 10.')
            : t('You spin a wheel that wins 1 time in 20.')}
        </button>
      </div>
      <Group gap="xs">
        <Button size="compact-xs" variant="default" onClick={() => choose('either')}>
          {t('Either, gladly')}
        </Button>
        <span className={classes.source}>
          {at === 'range'
            ? t('Preferring the wheel widens your range, preferring the range narrows it.')
            : t('Preferring to bet beyond the end moves it out, preferring the wheel moves it in.')}
        </span>
      </Group>
    </div>
  )
}

function Wheel({ wins }: { readonly wins: number }) {
  const length = 2 * Math.PI * 8
  return (
    <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" className={classes.wheel}>
      <circle cx="17" cy="17" r="16" data-part="rest" />
      <circle
        cx="17"
        cy="17"
        r="8"
        data-part="wins"
        strokeDasharray={`${wins * length} ${length}`}
        transform="rotate(-90 17 17)"
      />
    </svg>
  )
}
