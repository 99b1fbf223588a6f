import type { ControlListItem } from '@sinew/contract/control/control-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { percentText } from './AssuranceBar.tsx'
import classes from './control.module.css'
import { implementationWords } from './control-words.ts'

type Props = Pick<ControlListItem, 'implementation' | 'partlyShare' | 'applicable'>

/** What is claimed of a control. Always hollow or hatched: a claim proves nothing. */
export function ImplementationMark({ implementation, partlyShare, applicable }: Props) {
  const { t } = useTranslation()
  if (!applicable) return <span className={classes.quiet}>{t('Not applicable')}</span>
  const share = { not_started: 0, planned: 0, partly: partlyShare, implemented: 1 }[implementation]
  return (
    <span className={classes.mark} data-planned={implementation === 'planned' || undefined}>
      <span className={classes.claim} aria-hidden="true">
        <span className={classes.claimFill} style={{ height: `${share * 100}%` }} />
      </span>
      {implementation === 'partly'
        ? t('Partly, {{share}}', { share: percentText(partlyShare) })
        : t(implementationWords[implementation])}
    </span>
  )
}
