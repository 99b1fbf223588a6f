import type { AcceptanceInput, ChainSnapshot } from '../chain/chain-snapshot.ts'
import type { Explanation } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import { acceptanceGround } from './acceptance-ends.ts'
import type { DerivedAcceptance } from './derive-acceptance.ts'

/** Why an acceptance stands or was reopened: what it was pinned to, beside what is now, and each reason that ends it. */
export function explainAcceptance(
  acceptance: AcceptanceInput,
  derived: DerivedAcceptance,
  derivedRisk: DerivedRisk | undefined,
  snapshot: ChainSnapshot,
  t: number,
): Explanation {
  const risk = snapshot.risks.find((candidate) => candidate.id === acceptance.riskId)
  const ground = acceptanceGround(risk, derivedRisk)
  const { pinned } = acceptance
  const term = (label: string, value: number | string | null, unit: Explanation['unit']): Explanation => {
    return { label, value, unit, asOf: t, terms: [] }
  }
  return {
    label: derived.label,
    value: derived.standing,
    unit: 'state',
    formula: 'valid until it expires or something it was pinned to gets materially worse',
    source: {
      entity: 'acceptance',
      id: acceptance.id,
      ref: risk === undefined ? 'a deleted risk' : riskRef(risk.number),
      label: derived.label,
    },
    asOf: t,
    terms: [
      term('Proven loss when accepted', pinned.provenLossMinor, 'minor'),
      term('Proven loss now', ground?.provenLossMinor ?? null, 'minor'),
      term('Growth that is material', snapshot.methodology.materialShare, 'share'),
      term('Level when accepted', pinned.level, 'state'),
      term('Level now', ground?.level ?? 'not rated', 'state'),
      term('Methodology version when accepted', pinned.methodologyVersion, 'count'),
      term('Methodology version now', snapshot.methodology.version, 'count'),
      term('Ends on', acceptance.expiresAt, 'date'),
      ...derived.reasons.map((reason) => term(reason.message, reason.code, 'state')),
    ],
  }
}
