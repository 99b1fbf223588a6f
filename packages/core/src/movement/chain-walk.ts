import { type AcceptanceSetting, acceptanceGround } from '../acceptance/acceptance-ends.ts'
import { type DerivedAcceptance, deriveAcceptance } from '../acceptance/derive-acceptance.ts'
import type {
  AcceptanceInput,
  ChainSnapshot,
  ControlInput,
  MethodologyInput,
  PersonInput,
  RiskInput,
} from '../chain/chain-snapshot.ts'
import { type DerivedCollector, deriveCollector } from '../collector/collector-state.ts'
import { combineNeeds, type DerivedControl } from '../control/derive-control.ts'
import { type NeedStanding, standNeed } from '../evidence/need-standing.ts'
import { type InsuranceInput, policiesInForce } from '../insurance/insured.ts'
import {
  type DerivedPortfolio,
  derivePortfolio,
  type PortfolioSums,
  sumPortfolio,
} from '../portfolio/derive-portfolio.ts'
import type { PortfolioPricer } from '../portfolio/portfolio-pricer.ts'
import { type DerivedRisk, deriveRisk } from '../risk/derive-risk.ts'
import { risksInIdOrder } from '../risk/risks-in-id-order.ts'
import {
  acceptanceFacts,
  collectorFacts,
  controlFacts,
  effectsBetween,
  type Fact,
  riskFacts,
  sumFacts,
  yearFacts,
} from './facts.ts'
import type { Effect } from './movement.ts'

export type WalkedControl = { readonly input: ControlInput; readonly needs: ReadonlyMap<string, NeedStanding> }
export type WalkedAcceptance = { readonly input: AcceptanceInput; readonly at: number }

/**
 * The chain on its way from one state to another: some of its objects are still as before, others already as after. Roots
 * change the inputs, `settle` re-derives what hangs on them. The one mutable thing in this folder, alive for one walk.
 */
export type ChainWalk = {
  readonly organizationId: string
  readonly currency: string
  methodology: MethodologyInput
  readonly people: Map<string, PersonInput>
  readonly controls: Map<string, WalkedControl>
  readonly risks: Map<string, RiskInput>
  readonly acceptances: Map<string, WalkedAcceptance>
  readonly collectors: Map<string, DerivedCollector>
  /** Those in force. */
  readonly policies: Map<string, InsuranceInput>
  readonly derived: {
    readonly collectors: Map<string, DerivedCollector>
    readonly controls: Map<string, DerivedControl>
    readonly risks: Map<string, DerivedRisk>
    readonly acceptances: Map<string, DerivedAcceptance>
    sums: PortfolioSums
    /** As last priced by `settleYear`: sums run ahead of it. */
    year: DerivedPortfolio
  }
  readonly risksByControl: Map<string, Set<string>>
  readonly pricer: PortfolioPricer
}

/** Which inputs a root changed. */
export type Touched = {
  readonly collectors?: Iterable<string>
  readonly controls?: Iterable<string>
  readonly risks?: Iterable<string>
  readonly acceptances?: Iterable<string>
}

export function startWalk(snapshot: ChainSnapshot, at: number, pricer: PortfolioPricer): ChainWalk {
  const walk: ChainWalk = {
    organizationId: snapshot.organizationId,
    currency: snapshot.currency,
    methodology: snapshot.methodology,
    people: byId(snapshot.people),
    controls: new Map(snapshot.controls.map((control) => [control.id, standControl(control, at)])),
    risks: new Map(),
    acceptances: new Map(snapshot.acceptances.map((acceptance) => [acceptance.id, { input: acceptance, at }])),
    collectors: new Map(snapshot.collectors.map((collector) => [collector.id, deriveCollector(collector, at)])),
    policies: byId(policiesInForce(snapshot.policies, at)),
    derived: {
      collectors: new Map(),
      controls: new Map(),
      risks: new Map(),
      acceptances: new Map(),
      sums: sumPortfolio([]),
      year: derivePortfolio([], snapshot.methodology.appetite, pricer),
    },
    risksByControl: new Map(),
    pricer,
  }
  // In the order in which the portfolio adds them, so that it need not sort at every step.
  for (const risk of risksInIdOrder(snapshot.risks)) putRisk(walk, risk.id, risk)
  for (const id of walk.collectors.keys()) deriveCollectorOf(walk, id)
  for (const id of walk.controls.keys()) deriveControlOf(walk, id)
  for (const id of walk.risks.keys()) deriveRiskOf(walk, id)
  walk.derived.sums = sumPortfolio([...walk.derived.risks.values()])
  for (const id of walk.acceptances.keys()) deriveAcceptanceOf(walk, id, walk)
  settleYear(walk)
  return walk
}

export function standControl(control: ControlInput, at: number): WalkedControl {
  return { input: control, needs: new Map(control.needs.map((need) => [need.id, standNeed(need, at)])) }
}

/** Replaces or removes a risk's inputs. */
export function putRisk(walk: ChainWalk, id: string, risk: RiskInput | undefined): void {
  for (const link of walk.risks.get(id)?.links ?? []) walk.risksByControl.get(link.controlId)?.delete(id)
  walk.risks.delete(id)
  if (risk === undefined) return
  walk.risks.set(id, risk)
  for (const { controlId } of risk.links) {
    const risks = walk.risksByControl.get(controlId)
    if (risks === undefined) walk.risksByControl.set(controlId, new Set([risk.id]))
    else risks.add(risk.id)
  }
}

/** Re-derives what hangs on the touched inputs but the distribution of the year; returns every number that moved. */
export function settle(walk: ChainWalk, touched: Touched): readonly Effect[] {
  const effects: Effect[] = []
  for (const id of touched.collectors ?? []) effects.push(...settleCollector(walk, id))
  const risks = new Set(touched.risks ?? [])
  for (const id of touched.controls ?? []) {
    effects.push(...settleControl(walk, id))
    for (const riskId of walk.risksByControl.get(id) ?? []) risks.add(riskId)
  }
  for (const id of risks) effects.push(...settleRisk(walk, id))
  if (risks.size > 0) effects.push(...settlePortfolio(walk))
  const acceptances = new Set(touched.acceptances ?? [])
  for (const [id, { input }] of walk.acceptances) if (risks.has(input.riskId)) acceptances.add(id)
  const setting: AcceptanceSetting = walk
  for (const id of acceptances) effects.push(...settleAcceptance(walk, id, setting))
  return effects
}

function settleCollector(walk: ChainWalk, id: string): readonly Effect[] {
  const { collectors } = walk.derived
  const before = factsOf(collectors.get(id), collectorFacts)
  deriveCollectorOf(walk, id)
  return effectsBetween(before, factsOf(collectors.get(id), collectorFacts))
}

function deriveCollectorOf({ collectors, derived }: ChainWalk, id: string): void {
  putOrRemove(derived.collectors, id, collectors.get(id))
}

function settleControl(walk: ChainWalk, id: string): readonly Effect[] {
  const { controls } = walk.derived
  const before = factsOf(controls.get(id), controlFacts)
  deriveControlOf(walk, id)
  return effectsBetween(before, factsOf(controls.get(id), controlFacts))
}

function deriveControlOf({ controls, derived }: ChainWalk, id: string): void {
  const walked = controls.get(id)
  const control = walked === undefined ? undefined : combineNeeds(walked.input, [...walked.needs.values()])
  putOrRemove(derived.controls, id, control)
}

function settleRisk(walk: ChainWalk, id: string): readonly Effect[] {
  const { risks } = walk.derived
  const known = risks.get(id)
  deriveRiskOf(walk, id)
  const now = risks.get(id)
  return known === now ? [] : effectsBetween(factsOf(known, riskFacts), factsOf(now, riskFacts))
}

function deriveRiskOf({ risks, derived, methodology }: ChainWalk, id: string): void {
  const input = risks.get(id)
  const sharesOf = (controlId: string) => derived.controls.get(controlId)
  putOrRemove(derived.risks, id, input === undefined ? undefined : deriveRisk(input, sharesOf, methodology))
}

function putOrRemove<T>(all: Map<string, T>, id: string, one: T | undefined): void {
  if (one === undefined) all.delete(id)
  else all.set(id, one)
}

function settlePortfolio(walk: ChainWalk): readonly Effect[] {
  const before = sumFacts(walk.derived.sums, walk.organizationId)
  walk.derived.sums = sumPortfolio([...walk.derived.risks.values()])
  return effectsBetween(before, sumFacts(walk.derived.sums, walk.organizationId))
}

/** Prices the year of all risks as they now stand; returns what of its distribution moved since it was priced last. */
export function settleYear(walk: ChainWalk): readonly Effect[] {
  const { derived, organizationId, currency, methodology, policies, pricer } = walk
  const before = yearFacts(derived.year, organizationId, currency)
  const inForce = [...policies.values()].sort((a, b) => a.number - b.number)
  derived.year = derivePortfolio([...derived.risks.values()], methodology.appetite, pricer, inForce)
  return effectsBetween(before, yearFacts(derived.year, organizationId, currency))
}

function settleAcceptance(walk: ChainWalk, id: string, setting: AcceptanceSetting): readonly Effect[] {
  const { acceptances } = walk.derived
  const facts = (derived: DerivedAcceptance) => acceptanceFacts(derived, walk.risks.get(derived.riskId)?.number ?? null)
  const before = factsOf(acceptances.get(id), facts)
  deriveAcceptanceOf(walk, id, setting)
  return effectsBetween(before, factsOf(acceptances.get(id), facts))
}

function deriveAcceptanceOf({ acceptances, risks, derived }: ChainWalk, id: string, setting: AcceptanceSetting): void {
  const walked = acceptances.get(id)
  if (walked === undefined) {
    derived.acceptances.delete(id)
    return
  }
  const { input, at } = walked
  const ground = acceptanceGround(risks.get(input.riskId), derived.risks.get(input.riskId))
  derived.acceptances.set(id, deriveAcceptance(input, ground, setting, at))
}

function factsOf<T>(derived: T | undefined, facts: (derived: T) => readonly Fact[]): readonly Fact[] {
  return derived === undefined ? [] : facts(derived)
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
