import { Button } from '@mantine/core'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import type { Anchor } from '@sinew/core/estimate/estimate-anchors.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { logPosition } from '../ui/form/interval.ts'
import classes from './estimate.module.css'

type Props = {
  readonly label: string
  readonly anchors: readonly Anchor[]
  readonly scale: { readonly from: number; readonly to: number }
  readonly format: (value: number) => string
  readonly onTake: (range: Interval, anchor: Anchor) => void
}

/** What was published, on the same scale as the input above, each to be taken over with one click. */
export function AnchorRows({ label, anchors, scale: { from, to }, format, onTake }: Props) {
  const { t } = useTranslation()
  if (anchors.length === 0) return null
  const at = (value: number) => `${logPosition(value, from, to) * 100}%`
  return (
    <ul className={classes.anchors} aria-label={label}>
      {anchors.map((anchor) => {
        const { id, range, middle, source, note } = anchor
        return (
          <li key={id}>
            <div className={classes.anchorScale} aria-hidden="true">
              {range && (
                <span
                  className={classes.anchorRange}
                  style={{ left: at(range.low), width: `calc(${at(range.high)} - ${at(range.low)})` }}
                />
              )}
              <span className={classes.anchorMiddle} style={{ left: at(middle) }} />
            </div>
            <div className={classes.anchorText}>
              <span>
                <strong>{anchor.label}</strong>{' '}
                {range
                  ? t('{{low}} to {{high}}, middle {{middle}}', {
                      low: format(range.low),
                      high: format(range.high),
                      middle: format(middle),
                    })
                  : format(middle)}
                <span className={classes.source}>
                  {' '}
                  {source}. {note}
                </span>
              </span>
              {range && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('Take this range: {{label}}', { label: anchor.label })}
                  onClick={() => onTake(range, anchor)}
                >
                  {t('Take')}
                </Button>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
