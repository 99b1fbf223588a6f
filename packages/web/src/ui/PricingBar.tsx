import { Button, Group, Progress } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './PricingBar.module.css'
import { ProblemPanel } from './ProblemPanel.tsx'

export type PricingBarProps = {
  readonly phase: 'pricing' | 'ready' | 'stopped' | 'failed'
  /** 0 to 1. */
  readonly share: number
  readonly problem: string | null
  readonly onStart: () => void
  readonly onStop: () => void
}

/** How far a large portfolio is priced, with a way out; what went wrong, with a way back. Nothing once it is priced. */
export function PricingBar({ phase, share, problem, onStart, onStop }: PricingBarProps) {
  const { t } = useTranslation()
  if (phase === 'ready') return null
  if (phase === 'failed') {
    return (
      <ProblemPanel
        problem={{ title: t('The year could not be priced'), ...(problem ? { detail: problem } : {}) }}
        onRetry={onStart}
      />
    )
  }
  if (phase === 'stopped') {
    return (
      <Group gap="sm" mb="sm">
        <span>{t('Pricing was stopped.')}</span>
        <Button size="xs" variant="default" onClick={onStart}>
          {t('Price the year')}
        </Button>
      </Group>
    )
  }
  return (
    <Group gap="sm" mb="sm" wrap="nowrap">
      <span className={classes.words}>{t('Pricing the year …')}</span>
      <Progress value={Math.round(share * 100)} aria-label={t('Pricing the year')} style={{ flex: 1 }} size="sm" />
      <Button size="compact-xs" variant="subtle" onClick={onStop}>
        {t('Stop')}
      </Button>
    </Group>
  )
}
