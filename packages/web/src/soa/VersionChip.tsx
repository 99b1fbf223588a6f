import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './soa.module.css'
import { statusSentence } from './soa-words.ts'

/** Filled is in force, dashed is proposed, outlined is neither. */
export function VersionChip({ status }: Pick<SoaVersion, 'status'>) {
  const { t } = useTranslation()
  return (
    <span className={classes.status} data-status={status}>
      {t(statusSentence[status])}
    </span>
  )
}
