import type { ControlInput, EvidenceInput, NeedInput } from '../chain/chain-snapshot.ts'
import { provenanceWeights, resultShare } from '../evidence/evidence-weight.ts'
import { halfLifeMs } from '../evidence/freshness.ts'
import { standNeed } from '../evidence/need-standing.ts'
import { needInWords } from '../evidence/need-words.ts'
import type { Explanation, ObjectSource } from '../explanation/explanation.ts'
import { evidenceRef } from '../explanation/people-ref.ts'
import { dayMs, formatDay } from '../time/calendar.ts'

function needSource(need: NeedInput, control: Pick<ControlInput, 'ref'>): ObjectSource {
  return { entity: 'need', id: need.id, ref: control.ref, label: need.title }
}

function evidenceSource(evidence: EvidenceInput): ObjectSource {
  return { entity: 'evidence', id: evidence.id, ref: evidenceRef(evidence.number), label: evidence.title }
}

/** Why a need's proven share φ·r·p is what it is at `t`: its newest piece, how fresh, with what result, from whom. */
export function explainNeed(need: NeedInput, control: Pick<ControlInput, 'ref'>, t: number): Explanation {
  const standing = standNeed(need, t)
  const { newest } = need
  return {
    label: `${need.title}: ${needInWords(standing)}`,
    value: standing.share,
    unit: 'share',
    formula: newest === null ? 'nothing collected: 0' : standing.counts ? 'φ · r · p' : 'does not count: 0',
    source: needSource(need, control),
    asOf: t,
    terms: newest === null ? [] : [freshnessTerm(need, newest, t), resultTerm(newest, t), provenanceTerm(newest, t)],
  }
}

function freshnessTerm(need: NeedInput, evidence: EvidenceInput, t: number): Explanation {
  const { freshness } = standNeed(need, t)
  const until = freshness.validUntil === null ? 'not valid yet' : `valid until ${formatDay(freshness.validUntil)}`
  const halfLife = `${halfLifeMs(need.cadenceDays) / dayMs} days`
  return {
    label: `Freshness φ: collected ${formatDay(evidence.collectedAt)}, ${until}`,
    value: freshness.factor,
    unit: 'share',
    formula: freshness.lateMs > 0 ? `½ ^ (started days late ÷ ${halfLife})` : '1 while valid',
    source: evidenceSource(evidence),
    asOf: t,
    terms: [
      { label: 'Cadence of the need', value: need.cadenceDays, unit: 'days', asOf: t, terms: [] },
      { label: 'Started days late', value: Math.ceil(freshness.lateMs / dayMs), unit: 'days', asOf: t, terms: [] },
    ],
  }
}

function resultTerm(evidence: EvidenceInput, t: number): Explanation {
  const { result } = evidence
  const words = result.kind === 'k_of_n' ? `${result.passed} of ${result.expected} expected pass` : result.kind
  return {
    label: `Result r: ${words}`,
    value: resultShare(result),
    unit: 'share',
    source: evidenceSource(evidence),
    asOf: t,
    terms: [],
  }
}

function provenanceTerm(evidence: EvidenceInput, t: number): Explanation {
  const state = evidence.state === 'active' ? '' : `, ${evidence.state}`
  return {
    label: `Provenance p: ${evidence.provenance}${state}`,
    value: provenanceWeights[evidence.provenance],
    unit: 'share',
    source: evidenceSource(evidence),
    asOf: t,
    terms: [],
  }
}

/** Why a need counts as proven, stale, unproven or failing. */
export function explainNeedProof(need: NeedInput, control: Pick<ControlInput, 'ref'>, t: number): Explanation {
  const standing = standNeed(need, t)
  return {
    label: `${need.title}: ${needInWords(standing)}`,
    value: standing.proof,
    unit: 'state',
    formula: 'failing if the newest piece fails or less than 80 % pass; unproven if it does not count; stale when late',
    source: needSource(need, control),
    asOf: t,
    terms: [explainNeed(need, control, t)],
  }
}
