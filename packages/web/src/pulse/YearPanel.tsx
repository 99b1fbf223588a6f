import type { PulsePortfolio } from '@sinew/contract/pulse/pulse-contract.ts'
import { pictureChances } from '@sinew/core/portfolio/year-picture.ts'
import { useCallback, useMemo } from 'react'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { LossCurve, type StateCurve } from '../ui/chart/LossCurve.tsx'
import type { CurvePoints } from '../ui/chart/loss-curve-points.ts'
import { Panel } from '../ui/Panel.tsx'

type Props = {
  readonly portfolio: PulsePortfolio
  readonly picture: NonNullable<PulsePortfolio['picture']>
  readonly currency: string
}

/** The year as it was recorded last: proven against claimed, and the appetite to stay below. */
export function YearPanel({ portfolio, picture, currency }: Props) {
  const { t } = useTranslation()
  const { tail, appetite } = portfolio
  // Before insurance, as the picture is: then verdict and picture say the same to the last digit.
  const known = useCallback(
    (state: 'claimed' | 'proven') =>
      appetite.afterInsurance ? [] : appetite.points.map((point) => [point.amountMinor, point[state]] as const),
    [appetite],
  )
  const curves = useMemo(
    (): readonly StateCurve[] => [
      { state: 'claimed', ...pointsOf(picture.claimedMinor, tail.claimed.noneProbability, known('claimed')) },
      { state: 'proven', ...pointsOf(picture.provenMinor, tail.proven.noneProbability, known('proven')) },
    ],
    [picture, tail, known],
  )
  return (
    <Panel
      title={t('How likely a year costs more')}
      actions={
        <PageLink to={paths.loss} size="sm">
          {t('Look closer, and try it')}
        </PageLink>
      }
    >
      <LossCurve
        label={t('The year as recorded: how likely it costs more than an amount')}
        currency={currency}
        curves={curves}
        // Judged after insurance, it says nothing of curves before it.
        {...(appetite.afterInsurance ? {} : { appetite: appetite.points })}
        isCompact
      />
    </Panel>
  )
}

/** The picture's own points and others that are known, by rising amount. */
function pointsOf(
  amounts: readonly number[],
  noneProbability: number,
  known: readonly (readonly [amount: number, probability: number])[],
): CurvePoints {
  const chances = pictureChances(noneProbability)
  const own = amounts.map((amount, k) => [amount, chances[k] ?? 0] as const)
  const all = [...own, ...known.filter(([, probability]) => probability > 0)].sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return { amounts: all.map(([amount]) => amount), probabilities: all.map(([, probability]) => probability) }
}
