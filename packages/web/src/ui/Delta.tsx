import { useTranslation } from '../i18n/use-translation.ts'
import classes from './Delta.module.css'

export type DeltaProps = {
  readonly before: number | null
  readonly after: number | null
  /** Renders each side: `(value) => <Money minor={value} … />`. */
  readonly render: (value: number) => React.ReactNode
  /** Which direction is good news: a loss should fall, an assurance should rise. */
  readonly better: 'lower' | 'higher'
}

/** Before → after, with the direction in a shape and in words. */
export function Delta({ before, after, render, better }: DeltaProps) {
  const { t } = useTranslation()
  const moved = before !== null && after !== null && before !== after
  const rose = moved && after > before
  const tone = !moved ? 'same' : rose === (better === 'higher') ? 'better' : 'worse'
  const word = { same: t('unchanged'), better: t('better'), worse: t('worse') }[tone]
  return (
    <span className={classes.delta} data-tone={tone}>
      <span className={classes.before}>{before === null ? '–' : render(before)}</span>
      <span aria-hidden="true" className={classes.arrow}>
        →
      </span>
      <strong className={classes.after}>{after === null ? '–' : render(after)}</strong>
      {moved && (
        <span className={classes.mark} title={word} role="img" aria-label={word}>
          {rose ? '▲' : '▼'}
        </span>
      )}
    </span>
  )
}
