import type { AcceptanceGround } from '../acceptance/acceptance-ends.ts'
import { type DerivedControl, deriveControl } from '../control/derive-control.ts'
import { type LossLaw, lossLawOf } from '../loss/loss-law.ts'
import { expectedLoss, leftIn, leftOfEvent } from '../loss/price-risk.ts'
import { type RiskRating, rateRisk } from '../risk/risk-level.ts'
import { risksInIdOrder } from '../risk/risks-in-id-order.ts'
import type { ChainSnapshot, ControlInput, MethodologyInput, RiskInput } from './chain-snapshot.ts'

/** What of a chain does not depend on time, prepared once to be asked for at many instants. */
export type TimeSlices = {
  readonly methodology: MethodologyInput
  readonly controls: ReadonlyMap<string, ControlInput>
  /** All risks with their law, in the order in which the portfolio adds them. */
  readonly risks: readonly { readonly risk: RiskInput; readonly law: LossLaw | null }[]
}

export function timeSlices(snapshot: ChainSnapshot): TimeSlices {
  return {
    methodology: snapshot.methodology,
    controls: new Map(snapshot.controls.map((control) => [control.id, control])),
    risks: risksInIdOrder(snapshot.risks).map((risk) => ({ risk, law: lossLawOf(risk) })),
  }
}

export type ControlAt = (controlId: string) => DerivedControl | undefined

/** Controls at an instant, each derived when it is first asked for. */
function controlsAt(slices: TimeSlices, t: number): ControlAt {
  const derived = new Map<string, DerivedControl>()
  return (id) => {
    const known = derived.get(id)
    const input = slices.controls.get(id)
    if (known !== undefined || input === undefined) return known
    const control = deriveControl(input, t)
    derived.set(id, control)
    return control
  }
}

/** The same for many instants, each kept: the points of a look-ahead are asked for by every risk. */
export function controlsAtInstants(slices: TimeSlices): (t: number) => ControlAt {
  const known = new Map<number, ControlAt>()
  return (t) => {
    const kept = known.get(t) ?? controlsAt(slices, t)
    known.set(t, kept)
    return kept
  }
}

export type ProvenRisk = RiskRating & { readonly expectedMinor: number }

/** A risk as proven by controls at an instant: expected yearly loss and rating, the same bits as `deriveChain` gives. */
export function provenRisk(
  risk: RiskInput,
  law: LossLaw,
  controlAt: ControlAt,
  methodology: MethodologyInput,
): ProvenRisk {
  const left = leftIn(risk, controlAt, 'proven', methodology.maxReduction)
  const ratePerYear = law.meanRate * left.frequency.mean
  const eventMinor = law.meanLoss * leftOfEvent(left).mean
  return { expectedMinor: expectedLoss(law, left), ...rateRisk(ratePerYear, eventMinor, methodology) }
}

/** What an acceptance of the risk rests on, with controls at an instant. */
export function groundAt(
  entry: TimeSlices['risks'][number] | undefined,
  controlAt: ControlAt,
  methodology: MethodologyInput,
): AcceptanceGround {
  if (entry === undefined) return null
  const { risk, law } = entry
  const proven = law === null ? null : provenRisk(risk, law, controlAt, methodology)
  return {
    ownerId: risk.ownerId,
    closed: risk.status === 'closed',
    provenLossMinor: proven?.expectedMinor ?? null,
    level: proven?.level ?? null,
  }
}
