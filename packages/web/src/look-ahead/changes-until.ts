import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { type DerivedStanding, deriveStanding } from '@sinew/core/chain/derive-standing.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { LineProof } from '@sinew/core/soa/proof-status.ts'

export type LineChange = {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly before: LineProof
  readonly after: LineProof
  readonly assuranceBefore: number
  readonly assuranceAfter: number
}

export type RiskChange = {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly beforeMinor: number
  readonly afterMinor: number
  readonly levelBefore: string
  readonly levelAfter: string
}

export type AcceptanceChange = {
  readonly id: string
  readonly riskId: string
  readonly ref: string
  readonly label: string
  readonly reasons: readonly string[]
}

/** What will be different by then if nobody does anything; what changes most first. */
export type Changes = {
  readonly lines: readonly LineChange[]
  readonly risks: readonly RiskChange[]
  readonly acceptances: readonly AcceptanceChange[]
}

/** Compares the chain as it is with how it will be at `t`, by the same rules that work out the numbers at the server. */
export function changesUntil(snapshot: ChainSnapshot, now: DerivedStanding, t: number): Changes {
  const then = deriveStanding(snapshot, t)
  return { lines: lineChanges(now, then), risks: riskChanges(now, then), acceptances: acceptanceChanges(now, then) }
}

function lineChanges(now: DerivedStanding, then: DerivedStanding): readonly LineChange[] {
  const later = new Map(then.controls.map((control) => [control.id, control]))
  return now.controls
    .flatMap((control): readonly LineChange[] => {
      const after = later.get(control.id)
      if (after === undefined || (after.proof === control.proof && after.assurance === control.assurance)) return []
      const { id, ref, title, proof, assurance } = control
      const sides = { before: proof, after: after.proof, assuranceBefore: assurance, assuranceAfter: after.assurance }
      return [{ id, ref, title, ...sides }]
    })
    .sort((a, b) => b.assuranceBefore - b.assuranceAfter - (a.assuranceBefore - a.assuranceAfter))
}

function riskChanges(now: DerivedStanding, then: DerivedStanding): readonly RiskChange[] {
  const later = new Map(then.risks.map((risk) => [risk.id, risk]))
  return now.risks
    .flatMap((risk): readonly RiskChange[] => {
      const before = risk.counted ? risk.states?.proven : undefined
      const after = later.get(risk.id)?.states?.proven
      if (before === undefined || after === undefined || before.expectedMinor === after.expectedMinor) return []
      return [
        {
          id: risk.id,
          ref: riskRef(risk.number),
          title: risk.title,
          beforeMinor: before.expectedMinor,
          afterMinor: after.expectedMinor,
          levelBefore: before.level,
          levelAfter: after.level,
        },
      ]
    })
    .sort((a, b) => b.afterMinor - b.beforeMinor - (a.afterMinor - a.beforeMinor))
}

function acceptanceChanges(now: DerivedStanding, then: DerivedStanding): readonly AcceptanceChange[] {
  const standing = new Set(now.acceptances.filter((one) => one.standing === 'valid').map((one) => one.id))
  const refs = new Map(then.risks.map((risk) => [risk.id, riskRef(risk.number)]))
  return then.acceptances
    .filter((one) => standing.has(one.id) && one.standing !== 'valid')
    .map((one) => ({
      id: one.id,
      riskId: one.riskId,
      ref: refs.get(one.riskId) ?? '',
      label: one.label,
      reasons: one.reasons.map((reason) => reason.message),
    }))
}
