/**
 * A portfolio of loss scenarios as plain data: what people and files say, before any arithmetic. Amounts are in any one unit of money,
 * rates in events a year. `parsePortfolio` makes one from unknown data and says where it is wrong.
 */
export type Portfolio = {
  readonly scenarios: readonly Scenario[]
  /** Controls that scenarios name by id: one draw of an uncertain effect a year, felt by all of them. */
  readonly controls?: readonly Control[]
  /** No joint reduction of a frequency or of a loss goes beyond this; 1 when left out. */
  readonly maxReduction?: number
  /** How far controls of one group act independently of each other: 0 only the best counts, 1 they are independent. */
  readonly commonCauses?: readonly { readonly group: string; readonly independence: number }[]
  /** Events that strike several scenarios at once, each with its own loss. */
  readonly commonShocks?: readonly { readonly rate: number; readonly scenarios: readonly string[] }[]
  /** A factor of mean 1, drawn once a year, that multiplies every rate. */
  readonly commonFactor?: { readonly type: 'gamma'; readonly mean?: 1; readonly cv: number }
  /** One-factor Gaussian copula between the yearly counts. */
  readonly copula?: { readonly type: 'gaussian'; readonly rho: number }
  readonly aggregateInsurance?: Insurance
}

export type Scenario = {
  readonly id?: string
  readonly frequency: Frequency
  /** The loss of one event. */
  readonly severity: Severity
  /** The largest credible primary loss of one event. */
  readonly eventCap?: number
  readonly eventInsurance?: Insurance
  /** Further losses that an event brings with this probability. */
  readonly secondary?: Secondary | readonly Secondary[]
  readonly controls?: readonly ScenarioControl[]
  /** What is saved of a loss that is detected and answered in time. */
  readonly containment?: Containment
}

/** `noticed`: the chance that an event is detected without any control that does; 0 when left out. */
export type Containment = { readonly saved: number; readonly noticed?: number }

export type Secondary = { readonly probability: number; readonly severity: Severity; readonly cap?: number }

/** Pays, of what exceeds the deductible, up to the limit. */
export type Insurance = { readonly deductible: number; readonly limit: number }

export type Frequency =
  | { readonly type: 'poisson'; readonly rate: number }
  | { readonly type: 'bernoulli'; readonly p: number }
  | { readonly type: 'binomial'; readonly n: number; readonly p: number }
  | { readonly type: 'negbin'; readonly mean: number; readonly r: number }
  | { readonly type: 'zip'; readonly pZero: number; readonly rate: number }
  | { readonly type: 'mixedPoisson'; readonly rate: Uncertain }

export type Lognormal90 = { readonly type: 'lognormal90'; readonly low: number; readonly high: number }
export type Pert = {
  readonly type: 'pert'
  readonly min: number
  readonly mode: number
  readonly max: number
  readonly lambda?: number
}
export type Uniform = { readonly type: 'uniform'; readonly min: number; readonly max: number }
export type Gamma = { readonly type: 'gamma'; readonly shape: number; readonly scale: number }
export type Constant = { readonly type: 'constant'; readonly value: number }

/** A rate that is not known for sure: one value a year. */
export type Uncertain = Lognormal90 | Pert | Uniform | Gamma | Constant

export type Severity =
  | Lognormal90
  | { readonly type: 'lognormal'; readonly quantiles: readonly [Quantile, Quantile] }
  | Pert
  | Uniform
  | Gamma
  | { readonly type: 'exponential'; readonly mean: number }
  | Constant
  | { readonly type: 'mixture'; readonly parts: readonly { readonly weight: number; readonly severity: Severity }[] }
  | { readonly type: 'capped'; readonly cap: number; readonly severity: Severity }
  | { readonly type: 'empirical'; readonly values: readonly number[] }

export type Quantile = { readonly p: number; readonly value: number }

export const controlEffects = ['frequency', 'severity', 'detect', 'respond'] as const
export type ControlEffect = (typeof controlEffects)[number]

export type Control = {
  readonly id?: string
  readonly effect: ControlEffect
  /** Share that it takes away where it works: of the events, of each loss; or the chance that it detects, or answers, an event in time. */
  readonly effectiveness: Constant | Pert | Uniform
  /** How much of it is proven now. */
  readonly assurance: number
  /** How much of it is in place, for the claimed state; 1 when left out. */
  readonly claimed?: number
  /** How much of it will be in place and proven, for the target state; 1 when left out. */
  readonly target?: number
  /** The share of the scenario it reaches; 1 when left out. */
  readonly coverage?: number
  /** Controls of one group fail for one cause: see `commonCauses`. */
  readonly group?: string
  /** Works wholly or not at all in a year, with the assurance as the chance that it does. */
  readonly onOff?: boolean
}

/** A control of the portfolio by its id, the same with its own coverage, or a control of this scenario alone. */
export type ScenarioControl = string | { readonly control: string; readonly coverage: number } | Control
