import type { ChainSnapshot, PersonInput, RiskInput } from '../chain/chain-snapshot.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { putRisk } from './chain-walk.ts'
import { byWhom, type CauseIndex, changeCause, type Root } from './root.ts'
import { isSame } from './same.ts'

/** One root for each risk whose own inputs changed: its estimate, links, option, owner or state, or its whole existence. */
export function riskRoots(before: ChainSnapshot, after: ChainSnapshot, causes: CauseIndex): readonly Root[] {
  const earlier = new Map(before.risks.map((risk) => [risk.id, risk]))
  const later = new Map(after.risks.map((risk) => [risk.id, risk]))
  const removed = before.risks.filter((risk) => !later.has(risk.id))
  const changed = after.risks.filter((risk) => riskChange(earlier.get(risk.id), risk) !== null)
  return [...removed, ...changed].map((risk) => riskRoot(risk, earlier.get(risk.id), later.get(risk.id), causes))
}

function riskRoot(
  risk: RiskInput,
  before: RiskInput | undefined,
  after: RiskInput | undefined,
  causes: CauseIndex,
): Root {
  const ref = riskRef(risk.number)
  const cause = changeCause(causes, { entity: 'risk', id: risk.id, ref, label: risk.title })
  const key = `risk ${risk.id}`
  return {
    kind: 'risk',
    stage: after === undefined ? 'removed risk' : 'risk',
    key,
    episodeKey: `${key} at ${cause.at}`,
    headline: `${ref} ${risk.title} ${riskChange(before, after) ?? 'changed'}${byWhom(cause)}`,
    cause,
    apply: (walk) => {
      putRisk(walk, risk.id, after)
      return { risks: [risk.id] }
    },
  }
}

function riskChange(before: RiskInput | undefined, after: RiskInput | undefined): string | null {
  if (before === undefined) return after === undefined ? null : 'added'
  if (after === undefined) return 'deleted'
  const changes = [
    before.status !== 'closed' && after.status === 'closed' ? 'closed' : null,
    before.status === 'closed' && after.status !== 'closed' ? 'opened again' : null,
    isSame(estimateOf(before), estimateOf(after)) ? null : 're-estimated',
    isSame(before.links, after.links) ? null : 'treated by other controls or otherwise',
    before.treatment === after.treatment
      ? null
      : `treatment ${before.treatment ?? 'open'} → ${after.treatment ?? 'open'}`,
    before.ownerId === after.ownerId ? null : 'passed to another owner',
  ].filter((change) => change !== null)
  return changes.length === 0 ? null : changes.join(', ')
}

function estimateOf({ frequency, lossMinor, lossCapMinor, ...risk }: RiskInput) {
  const { frequencyShape, lossShape, secondaryLosses, containedSaved } = risk
  return { frequency, lossMinor, lossCapMinor, frequencyShape, lossShape, secondaryLosses, containedSaved }
}

/** A methodology that came into force re-rates every risk. */
export function methodologyRoots(before: ChainSnapshot, after: ChainSnapshot, causes: CauseIndex): readonly Root[] {
  const { methodology } = after
  if (isSame(before.methodology, methodology)) return []
  const label = `Methodology version ${methodology.version}`
  const cause = changeCause(causes, { entity: 'methodology', id: methodology.id, ref: label, label })
  return [
    {
      kind: 'methodology',
      stage: 'methodology',
      key: 'methodology',
      episodeKey: `methodology at ${cause.at}`,
      headline: `${label} in force${byWhom(cause)}`,
      cause,
      apply: (walk) => {
        walk.methodology = methodology
        return { risks: walk.risks.keys(), acceptances: walk.acceptances.keys() }
      },
    },
  ]
}

/** People who left, came back or were removed: acceptances rest on them. */
export function personRoots(before: ChainSnapshot, after: ChainSnapshot, causes: CauseIndex): readonly Root[] {
  const earlier = new Map(before.people.map((person) => [person.id, person]))
  const later = new Map(after.people.map((person) => [person.id, person]))
  return [...new Map([...earlier, ...later]).values()]
    .filter((person) => earlier.get(person.id)?.active !== later.get(person.id)?.active)
    .map((person) => personRoot(person, later.get(person.id), causes))
}

function personRoot(person: PersonInput, after: PersonInput | undefined, causes: CauseIndex): Root {
  const cause = changeCause(causes, { entity: 'person', id: person.id, ref: person.name, label: person.name })
  const key = `person ${person.id}`
  return {
    kind: 'person',
    stage: 'person',
    key,
    episodeKey: `${key} at ${cause.at}`,
    headline: `${person.name} ${after?.active === true ? 'is active' : 'left'}, recorded${byWhom(cause)}`,
    cause,
    apply: (walk) => {
      if (after === undefined) walk.people.delete(person.id)
      else walk.people.set(person.id, after)
      return { acceptances: walk.acceptances.keys() }
    },
  }
}
