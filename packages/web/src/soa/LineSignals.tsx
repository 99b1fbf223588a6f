import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { lintSeverities } from '@sinew/core/soa/lint-issue.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { SeverityMark, severitySentence } from './SeverityMark.tsx'
import classes from './soa.module.css'

/** What asks for attention on a line: the worst finding with how many there are, and whether it changed since approval. */
export function LineSignals({ line }: { readonly line: SoaLine }) {
  const { t } = useTranslation()
  const worst = lintSeverities.find((severity) => line.issues.some((issue) => issue.severity === severity))
  const asks = line.changes.some((change) => change.needsApproval)
  return (
    <span className={classes.signals}>
      {line.changes.length > 0 && (
        <span className={classes.changedMark} data-asks={asks || undefined} title={t('Changed since it was approved')}>
          {t('changed')}
        </span>
      )}
      {worst && (
        <span className={classes.issueMark} title={line.issues.map((issue) => issue.sentence).join('\n')}>
          <SeverityMark severity={worst} />
          {line.issues.length}
          <span className={classes.hidden}>{t(severitySentence[worst])}</span>
        </span>
      )}
    </span>
  )
}
