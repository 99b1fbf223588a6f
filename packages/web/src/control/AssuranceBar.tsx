import type { ControlListItem } from '@sinew/contract/control/control-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import classes from './control.module.css'

type Props = Pick<ControlListItem, 'ref' | 'assurance' | 'claimedShare' | 'proof'> & {
  readonly size?: 'sm' | 'lg'
  /** Where the figure stands elsewhere. */
  readonly isBare?: boolean
}

/** How much of a control is proven (solid) of what is said to be in place (hatched); the rest stays empty. */
export function AssuranceBar({ ref, assurance, claimedShare, proof, size = 'sm', isBare = false }: Props) {
  const { t } = useTranslation()
  const part = proof === 'stale' ? 'stale' : 'proven'
  return (
    <span className={classes.assurance}>
      <span className={classes.bar}>
        <ProvenBar
          label={t('Assurance of {{ref}}', { ref })}
          parts={{ [part]: assurance, claimed: Math.max(0, claimedShare - assurance) }}
          total={1}
          size={size}
        />
      </span>
      {!isBare && <span className={classes.percent}>{percentText(assurance)}</span>}
    </span>
  )
}

/** A share as people say it; what is almost nothing or almost all is never rounded to it. */
export function percentText(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 1) return '< 1 %'
  if (percent > 99 && percent < 100) return '> 99 %'
  return `${Math.round(percent)} %`
}
