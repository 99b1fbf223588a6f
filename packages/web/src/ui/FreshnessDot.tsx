import { useTranslation } from '../i18n/use-translation.ts'
import classes from './FreshnessDot.module.css'

export type FreshnessDotProps = {
  readonly state: 'current' | 'due' | 'stale' | 'missing'
  /** Shows the word beside the dot; without it the word is only for screen readers and on hover. */
  readonly withText?: boolean
}

const words = { current: 'Current', due: 'Due soon', stale: 'Stale', missing: 'Missing' } as const

/** Freshness of one piece of evidence: full, three quarters, fading half, hollow. */
export function FreshnessDot({ state, withText = false }: FreshnessDotProps) {
  const { t } = useTranslation()
  const word = t(words[state])
  return (
    <span className={classes.root} data-state={state} title={withText ? undefined : word}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {state === 'missing' && (
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 1.53" />
        )}
        {state !== 'missing' && <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.3" />}
        {state === 'current' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
        {state === 'due' && <path d="M6 6V1a5 5 0 1 1-5 5z" fill="currentColor" />}
        {state === 'stale' && <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" opacity="0.8" />}
      </svg>
      <span className={withText ? undefined : classes.hidden}>{word}</span>
    </span>
  )
}
