import { Checkbox, Group, Skeleton } from '@mantine/core'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { type LossState, lossStates } from '@sinew/core/loss/loss-state.ts'
import { useMemo, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { LossCurve, type StateCurve } from '../ui/chart/LossCurve.tsx'
import { Panel } from '../ui/Panel.tsx'
import { PricingBar } from '../ui/PricingBar.tsx'
import { useDesk, useDeskView } from './use-loss-desk.ts'

/** The signature picture: the year in its states against the appetite, as it is or as it is tried. */
export function CurvePanel({ snapshot }: { readonly snapshot: ChainSnapshot }) {
  const { t } = useTranslation()
  const [hidden, hide] = useState<readonly Part[]>([])
  const names = {
    inherent: t('inherent'),
    claimed: t('claimed'),
    target: t('target'),
    borne: t('after insurance'),
    band: t('what is not known'),
  }
  const hasBand = useDeskView((view) => view.drivers?.band !== undefined)
  const isInsured = useDeskView((view) => (view.drivers?.borne ?? null) !== null)
  const toggle = (part: Part) => hide(hidden.includes(part) ? hidden.filter((one) => one !== part) : [...hidden, part])
  const parts = (['claimed', 'target', 'inherent', 'borne', 'band'] as const).filter((part) =>
    part === 'band' ? hasBand : part !== 'borne' || isInsured,
  )
  return (
    <Panel
      title={t('How likely a year costs more')}
      hint={t('Point at the curve, or use the arrow keys, to read one level across all of them.')}
    >
      <Pricing />
      <Group gap="md" mb="sm" role="group" aria-label={t('What is drawn')}>
        {parts.map((part) => (
          <Checkbox
            key={part}
            size="xs"
            label={names[part]}
            checked={!hidden.includes(part)}
            onChange={() => toggle(part)}
          />
        ))}
      </Group>
      <Curves snapshot={snapshot} hidden={hidden} />
    </Panel>
  )
}

/** What is drawn or left out. */
type Part = LossState | 'band' | 'borne'

type CurvesProps = { readonly snapshot: ChainSnapshot; readonly hidden: readonly Part[] }

function Curves({ snapshot, hidden }: CurvesProps) {
  const { t } = useTranslation()
  const today = useDeskView((view) => view.today)
  const tried = useDeskView((view) => view.tried)
  const band = useDeskView((view) => view.drivers?.band)
  const borne = useDeskView((view) => view.drivers?.borne ?? null)
  const phase = useDeskView((view) => view.phase)
  const shown = tried ?? today
  const curves = useMemo(
    () =>
      shown === null
        ? []
        : lossStates
            .filter((state) => !hidden.includes(state))
            .map((state): StateCurve => ({ state, ...shown[state].points })),
    [shown, hidden],
  )
  if (shown === null) return phase === 'pricing' ? <Skeleton height={420} /> : null
  return (
    <LossCurve
      label={t('Loss exceedance curves of a year')}
      currency={snapshot.currency}
      curves={curves}
      appetite={snapshot.methodology.appetite.points}
      {...(band !== undefined && tried === null && !hidden.includes('band') ? { band } : {})}
      {...(borne !== null && tried === null && !hidden.includes('borne') ? { borne } : {})}
      {...(tried !== null && today !== null ? { before: today.proven.points } : {})}
      height={380}
    />
  )
}

function Pricing() {
  const desk = useDesk()
  const phase = useDeskView((view) => view.phase)
  const share = useDeskView((view) => view.share)
  const problem = useDeskView((view) => view.problem)
  return <PricingBar phase={phase} share={share} problem={problem} onStart={desk.start} onStop={desk.stop} />
}
