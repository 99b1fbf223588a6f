import type { Predicted } from '@sinew/contract/readiness/readiness-contract.ts'
import { numberOfRequirement } from '@sinew/core/catalogue/requirement-number.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NothingFits } from '../ui/NothingFits.tsx'
import classes from './readiness.module.css'
import type { ReadinessSearch } from './readiness-routes.ts'
import { gradeWords } from './readiness-words.ts'

type Props = { readonly predicted: readonly Predicted[]; readonly search: ReadinessSearch }

/** What an auditor would write down, each with its shortest repair. */
export function FoundList({ predicted, search }: Props) {
  const { t } = useTranslation()
  const q = search.q?.toLowerCase()
  const shown = predicted.filter(
    (one) =>
      (search.grade === undefined || one.grade === search.grade) &&
      (q === undefined || `${one.item} ${one.requirement} ${one.evidence} ${one.gap}`.toLowerCase().includes(q)),
  )
  if (predicted.length === 0)
    return (
      <EmptyState noun="readiness" title={t('Nothing would be found')}>
        {t(
          'Every rule that Sinew knows holds today. An auditor may still ask what no rule knows: look through the items.',
        )}
      </EmptyState>
    )
  if (shown.length === 0) return <NothingFits noun="readiness" title={t('Nothing fits these filters')} />
  return (
    <div className={classes.found}>
      {shown.map((one) => (
        <Found key={one.rule} one={one} />
      ))}
    </div>
  )
}

export function Found({ one }: { readonly one: Predicted }) {
  const { t } = useTranslation()
  return (
    <article className={classes.finding} aria-label={`${t(gradeWords[one.grade])} ${numberOfRequirement(one.item)}`}>
      <header>
        <span className={classes.grade} data-grade={one.grade}>
          {t(gradeWords[one.grade])}
        </span>{' '}
        <span className={classes.item}>{numberOfRequirement(one.item)}</span>
      </header>
      <dl className={classes.words}>
        <dt>{t('Requirement')}</dt>
        <dd>{one.requirement}</dd>
        <dt>{t('Evidence')}</dt>
        <dd>
          <RefText>{one.evidence}</RefText>
        </dd>
        <dt>{t('Gap')}</dt>
        <dd>{one.gap}</dd>
        <dt>{t('Repair')}</dt>
        <dd className={classes.repair}>{one.repair}</dd>
      </dl>
    </article>
  )
}
