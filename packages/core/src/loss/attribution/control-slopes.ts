import type { ChainSnapshot } from '../../chain/chain-snapshot.ts'
import { chainPortfolio, controlIdOf, linkEffectOf } from '../chain-portfolio.ts'
import { leftBy } from '../effect.ts'
import { controlEffects } from '../model/portfolio.ts'
import { countedShare, type SharesOf } from '../price-risk.ts'
import { type GradientOptions, gradients } from './gradients.ts'
import type { RiskMeasure } from './risk-measure.ts'

/**
 * What a measure of the proven year gains, below 0, for each unit of a control's assurance, in minor units, by control: times what is still unproven, about what refreshing its evidence
 * is worth. Where a risk has reached the methodology's limit of a reduction, more proof of one control only makes the others count for less: nothing is gained there.
 */
export function controlSlopes(
  chain: Pick<ChainSnapshot, 'risks' | 'methodology'>,
  sharesOf: SharesOf,
  measure: RiskMeasure,
  options: Pick<GradientOptions, 'settings'> = {},
): ReadonlyMap<string, number> {
  const limited = limitedEffects(chain, sharesOf)
  const portfolio = chainPortfolio(chain, sharesOf, 'proven')
  const atLimit = ''
  const { byControl } = gradients(portfolio, measure, {
    ...options,
    keyOf: ({ id = '' }, { effect }, link) => (limited.has(`${id} ${effect}`) ? atLimit : controlIdOf(link)),
  })
  const linked = portfolio.scenarios.flatMap(({ controls = [] }) =>
    controls.flatMap((link) => (typeof link === 'object' && 'effect' in link ? controlIdOf(link.id ?? '') : [])),
  )
  return new Map(linked.map((id) => [id, byControl.get(id) ?? 0]))
}

/** Risks and effects whose links count for less than their share. */
function limitedEffects({ risks, methodology }: Pick<ChainSnapshot, 'risks' | 'methodology'>, sharesOf: SharesOf) {
  return new Set(
    risks.flatMap((risk) =>
      controlEffects.flatMap((effect) => {
        const links = risk.links
          .filter((link) => link.effect === linkEffectOf(effect))
          .map(({ controlId, reduction, coverage = 1 }) => ({
            share: coverage * countedShare(sharesOf(controlId), 'proven'),
            reduction,
          }))
        return leftBy(links, methodology.maxReduction).sharesCountFor < 1 ? [`${risk.id} ${effect}`] : []
      }),
    ),
  )
}
