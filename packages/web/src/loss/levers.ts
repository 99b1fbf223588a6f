import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { deriveControl } from '@sinew/core/control/derive-control.ts'
import { worthOf } from '@sinew/core/evidence/worth.ts'

/** A control that can be pulled on: how much of it is proven, how much could be, and what that would take off. */
export type Lever = {
  readonly controlId: string
  readonly ref: string
  readonly title: string
  readonly assurance: number
  /** As far as it is in place: what proof can reach. */
  readonly most: number
  /** What proving it as far as it is in place would take off the expected proven loss of a year; minor units. */
  readonly worthMinor: number
}

const mostLevers = 10

/** The controls whose proof is worth most, those that are proven already after them by how much is at stake. */
export function findLevers(snapshot: ChainSnapshot, at: number): readonly Lever[] {
  const controls = new Map(snapshot.controls.map((control) => [control.id, deriveControl(control, at)]))
  const served = new Set(snapshot.risks.flatMap((risk) => risk.links.map((link) => link.controlId)))
  const { byControl } = worthOf(snapshot, controls)
  return [...controls.values()]
    .filter((control) => control.applicable && control.claimedShare > 0 && served.has(control.id))
    .map(({ id, ref, title, assurance, claimedShare }) => ({
      controlId: id,
      ref,
      title,
      assurance,
      most: claimedShare,
      worthMinor: byControl.get(id) ?? 0,
    }))
    .sort((a, b) => b.worthMinor - a.worthMinor || (a.ref < b.ref ? -1 : 1))
    .slice(0, mostLevers)
}
