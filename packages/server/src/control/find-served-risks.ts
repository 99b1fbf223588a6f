import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { ControlLink } from '@sinew/core/chain/chain-snapshot.ts'
import { implementedShare } from '@sinew/core/control/implemented-share.ts'
import { controlWorth } from '@sinew/core/loss/control-worth.ts'
import type { ControlShares } from '@sinew/core/loss/price-risk.ts'
import { loadMethodology } from '../chain/load-methodology.ts'
import { loadSetting } from '../chain/load-setting.ts'
import { toControlLinkInput, toRiskInput } from '../chain/risk-shapes.ts'
import { toMinor } from '../chain/to-minor.ts'
import type { Reader } from '../context.ts'

type Link = Awaited<ReturnType<typeof findLinks>>[number]

/** The risks a control treats, with what it is worth in each: priced by core from this control as it stands now. */
export async function findServedRisks(
  db: Reader,
  control: ControlShares & { readonly id: string },
): Promise<Control['risks']> {
  const risks = await findRisks(db, control.id)
  if (risks.length === 0) return []
  const links = Map.groupBy(
    await findLinks(
      db,
      risks.map((risk) => risk.id),
    ),
    (link) => link.risk_id,
  )
  const shares = new Map([...links.values()].flat().map((link) => [link.control_id, sharesOf(link)]))
  shares.set(control.id, control)
  const methodology = await loadMethodology(db, await loadSetting(db))
  return risks.map((risk) => {
    const own = links.get(risk.id) ?? []
    const worth = controlWorth(
      toRiskInput(risk, own.map(toControlLinkInput), []),
      control.id,
      (id) => shares.get(id),
      methodology,
    )
    return {
      id: risk.id,
      number: risk.number,
      title: risk.title,
      status: risk.status,
      effects: own
        .filter((link) => link.control_id === control.id)
        .map((link) => ({
          effect: link.effect as ControlLink['effect'],
          reductionLow: link.reduction_low,
          reductionHigh: link.reduction_high,
          coverage: link.coverage,
        })),
      provenMinor: risk.proven_minor,
      gapMinor: risk.gap_minor,
      worth: worth && { claimedMinor: toMinor(worth.claimedMinor), provenMinor: toMinor(worth.provenMinor) },
    }
  })
}

function findRisks(db: Reader, controlId: string) {
  return db
    .selectFrom('risk')
    .leftJoin('risk_state as state', 'state.id', 'risk.id')
    .where('risk.id', 'in', (linked) =>
      linked.selectFrom('risk_control').select('risk_control.risk_id').where('risk_control.control_id', '=', controlId),
    )
    .selectAll('risk')
    .select(['state.proven_minor', 'state.gap_minor'])
    .orderBy('risk.number')
    .execute()
}

/** Every link of these risks: what a control is worth depends on the others. */
function findLinks(db: Reader, riskIds: readonly string[]) {
  return db
    .selectFrom('risk_control')
    .innerJoin('control', 'control.id', 'risk_control.control_id')
    .leftJoin('control_state as state', 'state.id', 'control.id')
    .where('risk_control.risk_id', 'in', riskIds)
    .select(['risk_control.risk_id', 'risk_control.control_id', 'risk_control.effect'])
    .select(['risk_control.reduction_low', 'risk_control.reduction_high', 'risk_control.coverage'])
    .select(['control.applicable', 'control.implementation', 'control.partly_share', 'state.assurance'])
    .orderBy('risk_control.effect')
    .execute()
}

function sharesOf(link: Link): ControlShares {
  const { applicable } = link
  const implementation = link.implementation as Parameters<typeof implementedShare>[0]['implementation']
  const claimedShare = implementedShare({ applicable, implementation, partlyShare: link.partly_share })
  return { applicable, claimedShare, assurance: link.assurance ?? 0 }
}
