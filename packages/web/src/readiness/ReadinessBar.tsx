import { type ItemState, itemStates, type StateCounts } from '@sinew/core/readiness/item-state.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './readiness.module.css'
import { stateWords } from './readiness-words.ts'

const order: readonly ItemState[] = ['there', 'stale', 'gap', 'missing', 'excluded']

/** How many items are in which state: solid is answered, hollow is not. */
export function ReadinessBar({ title, counts }: { readonly title: string; readonly counts: StateCounts }) {
  const { t } = useTranslation()
  const total = itemStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const shown = order.filter((state) => (counts[state] ?? 0) > 0)
  return (
    <section className={classes.bar} aria-label={title}>
      <h2 className={classes.barTitle}>{title}</h2>
      <div className={classes.track} aria-hidden="true">
        {shown.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: (counts[state] ?? 0) / total }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {shown.map((state) => (
          <li key={state}>
            <span className={classes.dot} data-state={state} aria-hidden="true" />
            {counts[state]} {t(stateWords[state])}
          </li>
        ))}
      </ul>
    </section>
  )
}
