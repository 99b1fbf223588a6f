import type { RiskLevel } from '@sinew/core/chain/chain-snapshot.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './risk.module.css'

export type LevelChipProps = {
  readonly level: RiskLevel | null | undefined
  /** Claimed levels are drawn hollow. */
  readonly isClaimed?: boolean
}

const steps: Readonly<Record<RiskLevel, number>> = { low: 1, medium: 2, high: 3, critical: 4 }

/** A level as word and as steps; as what is proven unless said. */
export function LevelChip({ level, isClaimed = false }: LevelChipProps) {
  const { t } = useTranslation()
  if (!level) {
    return (
      <span className={classes.level} data-level="unknown" title={t('Not estimated, so no level yet')}>
        {t('not estimated')}
      </span>
    )
  }
  return (
    <span className={classes.level} data-level={level} data-claimed={isClaimed || undefined}>
      <span className={classes.steps} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= steps[level] || undefined} />
        ))}
      </span>
      {t(level)}
    </span>
  )
}
