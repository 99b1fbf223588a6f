import { Button } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { IconArrowRight } from '@tabler/icons-react'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Lever } from './levers.ts'
import { useDeskView } from './use-loss-desk.ts'

type Props = { readonly snapshot: ChainSnapshot; readonly levers: readonly Lever[] }

/** Prove what is worth most; with everything proven, treat what is above the appetite; else look ahead. */
export function NextStep({ snapshot, levers }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const isBreached = useDeskView(
    ({ today }) => today?.proven.limits.some((limit) => limit.exceeds > limit.probability) ?? false,
  )
  const [best] = levers
  const arrow = <IconArrowRight size={16} aria-hidden="true" />
  if (best !== undefined && best.worthMinor >= 1) {
    const worth = formatMoneyShort(best.worthMinor, snapshot.currency)
    return (
      <Button
        rightSection={arrow}
        title={t('Proving it takes {{worth}} off the expected loss of a year.', { worth })}
        onClick={() => void go(paths.control, { controlRef: best.ref })}
      >
        {t('Prove {{ref}}: −{{worth}} a year', { ref: best.ref, worth })}
      </Button>
    )
  }
  if (isBreached) {
    return (
      <Button rightSection={arrow} onClick={() => void go(paths.treatment)}>
        {t('Plan treatment')}
      </Button>
    )
  }
  return (
    <Button variant="default" rightSection={arrow} onClick={() => void go(paths.lookAhead)}>
      {t('Look ahead')}
    </Button>
  )
}
