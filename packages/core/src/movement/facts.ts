import type { DerivedAcceptance } from '../acceptance/derive-acceptance.ts'
import type { DerivedCollector } from '../collector/collector-state.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import type { NeedStanding } from '../evidence/need-standing.ts'
import type { SourceEntity } from '../explanation/explanation.ts'
import { riskRef } from '../explanation/people-ref.ts'
import { lossStates } from '../loss/loss-state.ts'
import { appetiteInWords } from '../portfolio/appetite-words.ts'
import { coveredMinor } from '../portfolio/borne-year.ts'
import type { DerivedPortfolio, PortfolioSums } from '../portfolio/derive-portfolio.ts'
import { borneStates } from '../portfolio/portfolio-pricer.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import { type Effect, type EffectUnit, type Quantity, quantities } from './movement.ts'

/** One derived number or word of one object: what a movement can be about. */
export type Fact = {
  readonly entity: SourceEntity
  readonly id: string
  readonly ref: string
  readonly label: string
  readonly quantity: Quantity
  readonly unit: EffectUnit
  readonly value: number | string
  readonly detail?: string
}

export function needFacts(need: NeedStanding, control: Pick<DerivedControl, 'ref'>): readonly Fact[] {
  const about = { entity: 'need', id: need.needId, ref: control.ref, label: need.title } as const
  return [
    { ...about, quantity: 'provenShare', unit: 'share', value: need.share },
    { ...about, quantity: 'proof', unit: 'word', value: need.proof },
  ]
}

export function controlFacts(control: DerivedControl): readonly Fact[] {
  const about = { entity: 'control', id: control.id, ref: control.ref, label: control.title } as const
  return [
    ...control.needs.flatMap((need) => needFacts(need, control)),
    { ...about, quantity: 'assurance', unit: 'share', value: control.assurance },
    { ...about, quantity: 'claimedShare', unit: 'share', value: control.claimedShare },
    { ...about, entity: 'soa_line', quantity: 'proof', unit: 'word', value: control.proof },
  ]
}

export function collectorFacts(collector: DerivedCollector): readonly Fact[] {
  const { id, name, state, sentence } = collector
  return [
    {
      entity: 'collector',
      id,
      ref: name,
      label: name,
      quantity: 'state',
      unit: 'word',
      value: state,
      detail: sentence,
    },
  ]
}

export function riskFacts(risk: DerivedRisk): readonly Fact[] {
  const { states } = risk
  const about = { entity: 'risk', id: risk.id, ref: riskRef(risk.number), label: risk.title } as const
  if (states === null) {
    return lossStates.map((state) => ({ ...about, quantity: `${state}Level`, unit: 'word', value: 'not rated' }))
  }
  return lossStates.flatMap((state): readonly Fact[] => [
    { ...about, quantity: `${state}Loss`, unit: 'minor', value: states[state].expectedMinor },
    { ...about, quantity: `${state}Level`, unit: 'word', value: states[state].level },
  ])
}

/** The portfolio's id is the organisation's. */
export function sumFacts(portfolio: PortfolioSums, organizationId: string): readonly Fact[] {
  const about = aboutAllRisks(organizationId)
  return [
    ...lossStates.map((state): Fact => {
      return { ...about, quantity: `${state}Loss`, unit: 'minor', value: portfolio.lossMinor[state] }
    }),
    { ...about, quantity: 'assuranceGap', unit: 'minor', value: portfolio.gapMinor },
  ]
}

function aboutAllRisks(organizationId: string) {
  return { entity: 'portfolio', id: organizationId, ref: 'all risks', label: 'All risks' } as const
}

/** What the distribution of the year says. */
export function yearFacts(portfolio: DerivedPortfolio, organizationId: string, currency: string): readonly Fact[] {
  const about = aboutAllRisks(organizationId)
  return [
    ...lossStates.map((state): Fact => {
      return { ...about, quantity: `${state}Tail`, unit: 'minor', value: portfolio.tail[state].exceededMinor[10] }
    }),
    ...coverFacts(portfolio, about),
    { ...about, quantity: 'appetiteRatio', unit: 'ratio', value: portfolio.appetite.ratio },
    {
      ...about,
      quantity: 'appetite',
      unit: 'word',
      value: portfolio.appetite.within ? 'within' : 'exceeded',
      detail: appetiteInWords(portfolio, currency),
    },
  ]
}

/** What the policies in force take off; without one there is nothing to tell, and what appears or goes counts from or to zero. */
function coverFacts(portfolio: DerivedPortfolio, about: ReturnType<typeof aboutAllRisks>): readonly Fact[] {
  const { borne } = portfolio
  if (borne === null) return []
  return borneStates.flatMap((state): readonly Fact[] => {
    const { lossMinor, tailMinor } = coveredMinor(portfolio, borne, state)
    return [
      { ...about, quantity: `${state}Covered`, unit: 'minor', value: lossMinor },
      { ...about, quantity: `${state}CoveredTail`, unit: 'minor', value: tailMinor },
    ]
  })
}

export function acceptanceFacts(acceptance: DerivedAcceptance, riskNumber: number | null): readonly Fact[] {
  return [
    {
      entity: 'acceptance',
      id: acceptance.id,
      ref: riskNumber === null ? 'a deleted risk' : riskRef(riskNumber),
      label: acceptance.label,
      quantity: 'standing',
      unit: 'word',
      value: acceptance.standing,
      detail: acceptance.reasons.map((reason) => reason.message).join(' '),
    },
  ]
}

/**
 * What moved between two lists of facts. A number that appears or goes counts from or to zero; a word that appears or goes
 * has nothing to be compared with and is no movement.
 */
export function effectsBetween(before: readonly Fact[], after: readonly Fact[]): readonly Effect[] {
  const left = new Map(before.map((fact) => [factKey(fact), fact]))
  const effects: Effect[] = []
  for (const fact of after) {
    const key = factKey(fact)
    const earlier = left.get(key)
    left.delete(key)
    const { value, ...about } = fact
    if (effectsMoved(earlier?.value ?? null, value))
      effects.push({ ...about, before: earlier?.value ?? null, after: value })
  }
  for (const { value, detail: _detail, ...about } of left.values()) {
    if (effectsMoved(value, null)) effects.push({ ...about, before: value, after: null })
  }
  return effects
}

export function factKey(fact: Pick<Fact, 'entity' | 'id' | 'quantity'>): string {
  return `${fact.entity} ${fact.id} ${fact.quantity}`
}

/** Whether a number or word is another one: a missing number counts as zero, a missing word cannot be compared. */
export function effectsMoved(before: number | string | null, after: number | string | null): boolean {
  if (typeof before === 'string' || typeof after === 'string')
    return before !== null && after !== null && before !== after
  return (before ?? 0) !== (after ?? 0)
}

const chainOrder: readonly SourceEntity[] = [
  'need',
  'collector',
  'control',
  'risk',
  'portfolio',
  'acceptance',
  'soa_line',
]

/** Evidence → collector → control → risk → portfolio → acceptance → SoA line; within each, by reference, then by quantity. */
export function inChainOrder(effects: readonly Effect[]): readonly Effect[] {
  const rank = (effect: Effect) => chainOrder.indexOf(effect.entity)
  const place = (effect: Effect) => quantities.indexOf(effect.quantity)
  return effects.toSorted(
    (a, b) => rank(a) - rank(b) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0) || place(a) - place(b),
  )
}
