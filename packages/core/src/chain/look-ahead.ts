import { expectedLoss, leftIn } from '../loss/price-risk.ts'
import type { LineProof } from '../soa/proof-status.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import { type LookAheadEvent, lookAheadEvents } from './look-ahead-events.ts'
import { type ControlAt, controlsAtInstants, provenRisk, type TimeSlices, timeSlices } from './time-slice.ts'

/** The organisation at one instant on the way. Money in minor units; `lines` counts the SoA by proof. */
export type LookAheadPoint = {
  readonly at: number
  readonly provenMinor: number
  readonly claimedMinor: number
  readonly gapMinor: number
  readonly lines: Readonly<Record<LineProof, number>>
}

export type LookAhead = {
  readonly points: readonly LookAheadPoint[]
  /** In the order in which they come. */
  readonly events: readonly LookAheadEvent[]
}

/**
 * What will be if nobody does anything: no new evidence, not from collectors either, no decision, no action. `steps + 1` points
 * evenly from `fromT` to `toT`, each equal to what `deriveChain` gives at that instant, and what happens in between.
 * @throws RangeError unless `toT` is after `fromT` and `steps` a whole number from 1.
 */
export function lookAhead(snapshot: ChainSnapshot, fromT: number, toT: number, steps: number): LookAhead {
  if (!(toT > fromT)) throw new RangeError('The end must be after the start')
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError('At least one whole step is needed')
  const slices = timeSlices(snapshot)
  const times = Array.from({ length: steps + 1 }, (_, i) => fromT + ((toT - fromT) * i) / steps)
  const controlsAt = controlsAtInstants(slices)
  const claimedMinor = claimedLoss(slices, controlsAt(fromT))
  return {
    points: times.map((at) => pointAt(slices, claimedMinor, at, controlsAt(at))),
    events: lookAheadEvents(snapshot, slices, times, controlsAt),
  }
}

function pointAt(slices: TimeSlices, claimedMinor: number, at: number, controlAt: ControlAt): LookAheadPoint {
  const lines = { failing: 0, unproven: 0, stale: 0, proven: 0, excluded: 0 }
  for (const id of slices.controls.keys()) {
    const proof = controlAt(id)?.proof
    if (proof !== undefined) lines[proof]++
  }
  let provenMinor = 0
  for (const { risk, law } of slices.risks) {
    if (law === null || risk.status === 'closed') continue
    provenMinor += provenRisk(risk, law, controlAt, slices.methodology).expectedMinor
  }
  return { at, provenMinor, claimedMinor, gapMinor: provenMinor - claimedMinor, lines }
}

// Time alone does not change what is claimed.
function claimedLoss(slices: TimeSlices, controlAt: ControlAt): number {
  let sum = 0
  for (const { risk, law } of slices.risks) {
    if (law === null || risk.status === 'closed') continue
    sum += expectedLoss(law, leftIn(risk, controlAt, 'claimed', slices.methodology.maxReduction))
  }
  return sum
}
