import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import type { InsuranceInput } from '../insurance/insured.ts'
import type { RiskScenarios } from '../loss/chain-portfolio.ts'
import { type AppetiteVerdict, appetiteVerdict } from './appetite.ts'
import { type BorneState, inEachBorneState, type PortfolioPricer } from './portfolio-pricer.ts'
import { type Tail, tailOf } from './tail.ts'

/** A policy in force, as far as people name it. */
export type PolicyName = Pick<InsuranceInput, 'id' | 'number' | 'name'>

/** The year as it is left to bear beside what the policies in force pay, minor units. */
export type BorneYear = {
  readonly policies: readonly PolicyName[]
  readonly lossMinor: Readonly<Record<BorneState, number>>
  readonly tail: Readonly<Record<BorneState, Tail>>
  /** The appetite judged before insurance and after it, whichever of them counts. */
  readonly before: AppetiteVerdict
  readonly after: AppetiteVerdict
}

/** Null while no policy is in force: then nothing is borne by anybody else. */
export function borneYear(
  risks: readonly RiskScenarios[],
  policies: readonly InsuranceInput[],
  appetite: MethodologyInput['appetite'],
  before: AppetiteVerdict,
  pricer: PortfolioPricer,
): BorneYear | null {
  if (policies.length === 0) return null
  const curves = pricer.priceBorne(risks, policies)
  return {
    policies: policies.map(({ id, number, name }) => ({ id, number, name })),
    lossMinor: inEachBorneState((state) => curves[state].mean),
    tail: inEachBorneState((state) => tailOf(curves[state])),
    before,
    after: appetiteVerdict(appetite, curves.proven.mean, curves),
  }
}

/** The verdict that counts: after insurance where the methodology says so and a policy is in force. */
export function verdictThatCounts(
  { afterInsurance }: MethodologyInput['appetite'],
  before: AppetiteVerdict,
  borne: BorneYear | null,
): AppetiteVerdict {
  return afterInsurance && borne !== null ? borne.after : before
}

/** What the policies in force take off the expected loss and off the loss that one year in ten exceeds; 0 without any. */
export function coveredMinor(
  portfolio: {
    readonly lossMinor: Readonly<Record<BorneState, number>>
    readonly tail: Readonly<Record<BorneState, Tail>>
  },
  borne: BorneYear | null,
  state: BorneState,
): { readonly lossMinor: number; readonly tailMinor: number } {
  if (borne === null) return { lossMinor: 0, tailMinor: 0 }
  return {
    lossMinor: Math.max(0, portfolio.lossMinor[state] - borne.lossMinor[state]),
    tailMinor: Math.max(0, portfolio.tail[state].exceededMinor[10] - borne.tail[state].exceededMinor[10]),
  }
}
