import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { useTranslation } from 'react-i18next'
import classes from './risk.module.css'

/** Where a risk is in its life, as a word. */
export function StatusChip({ status }: { readonly status: RiskStatus }) {
  const { t } = useTranslation()
  return (
    <span className={classes.status} data-status={status}>
      {t(status)}
    </span>
  )
}
