import type { InsuranceInput } from '../insurance/insured.ts'

/**
 * The whole living chain of one organisation as plain data: what the server loads, the browser receives and every
 * derived number is computed from. Times are milliseconds since 1970 UTC, cadences days, money minor units of `currency`.
 */
export type ChainSnapshot = {
  readonly organizationId: string
  readonly currency: string
  readonly methodology: MethodologyInput
  readonly controls: readonly ControlInput[]
  readonly risks: readonly RiskInput[]
  readonly obligations: readonly ObligationInput[]
  readonly assets: readonly AssetInput[]
  readonly people: readonly PersonInput[]
  readonly acceptances: readonly AcceptanceInput[]
  readonly actions: readonly TreatmentActionInput[]
  readonly collectors: readonly CollectorInput[]
  /** Insurance, in force or not: which counts depends on the time. */
  readonly policies: readonly InsuranceInput[]
  /** Decisions that weakened what proves or includes a control since the last approved Statement of Applicability (or ever). */
  readonly decisions: readonly DecisionInput[]
  /** Controls that the approved Statement of Applicability holds: on these somebody has decided. Empty before the first. */
  readonly pinnedControlIds: readonly string[]
}

export type Interval = { readonly low: number; readonly high: number }

export type LikelihoodBand = {
  readonly name: string
  readonly description: string
  /** Upper bound in events per year; the last band has none. */
  readonly upToPerYear: number | null
}

export type ConsequenceBand = {
  readonly name: string
  readonly description: string
  readonly upToMinor: number | null
}

export type RiskLevel = 'low' | 'medium' | 'high' | 'critical'

/** Who may accept a residual risk at a level; the risk's owner is always asked, these are the further conditions. */
export type AcceptanceRight = {
  readonly level: RiskLevel
  /** `owner`: the risk owner alone; `manager`: a risk owner who is ISMS manager or above; `top`: top management (organisation owner); `never`. */
  readonly mayAccept: 'owner' | 'manager' | 'top' | 'never'
  readonly maxMonths: number
}

export type MethodologyInput = {
  readonly id: string
  readonly version: number
  readonly likelihoodBands: readonly LikelihoodBand[]
  readonly consequenceBands: readonly ConsequenceBand[]
  /** Level of (likelihood band index + 1) × (consequence band index + 1): the lowest product that reaches each level. */
  readonly levelThresholds: { readonly medium: number; readonly high: number; readonly critical: number }
  readonly acceptanceRights: readonly AcceptanceRight[]
  /**
   * Appetite: the expected loss of a year, and how often a year may cost more than an amount: amounts rise, probabilities fall. Judged before
   * insurance, or by what is left after the policies in force.
   */
  readonly appetite: {
    readonly yearlyLossMinor: number
    readonly afterInsurance: boolean
    readonly points: readonly { readonly amountMinor: number; readonly probability: number }[]
  }
  /** A proven loss that grew by more than this share since acceptance reopens it. */
  readonly materialShare: number
  /** Ten mediocre controls never look perfect: the largest joint reduction, per direction. */
  readonly maxReduction: number
  readonly reviewIntervalDays: number
}

export type Implementation = 'not_started' | 'planned' | 'partly' | 'implemented'

export type ControlInput = {
  readonly id: string
  /** `A.8.13`, or `C-4` for an own control. */
  readonly ref: string
  readonly title: string
  /** How it is implemented here, in the organisation's own words. */
  readonly description: string
  readonly source: 'annex_a' | 'own'
  readonly implementation: Implementation
  /** Only for `partly`: the share in [0, 1] that is in place. */
  readonly partlyShare: number
  readonly ownerId: string | null
  /** When what is not implemented yet is meant to be. */
  readonly plannedAt: number | null
  readonly applicable: boolean
  readonly exclusionJustification: string
  /** Reasons a person added by hand; those from risks and obligations are derived from links. */
  readonly writtenReasons: readonly WrittenReason[]
  readonly needs: readonly NeedInput[]
  /** What it costs a year; null where nobody has said. */
  readonly annualCostMinor: number | null
}

export type ReasonKind = 'risk_treatment' | 'legal' | 'contractual' | 'business'
export type WrittenReason = { readonly kind: ReasonKind; readonly text: string }

/** What would prove a control, how often. */
export type NeedInput = {
  readonly id: string
  readonly title: string
  readonly cadenceDays: number
  readonly weight: number
  readonly nature: EvidenceNature
  readonly collectorId: string | null
  /**
   * The newest piece by collection time (then by number), whatever its state: a withdrawn or rejected one leaves a hole,
   * never an older pass. A deleted piece is delivered as `withdrawn`: deletion hides neither a failure nor a hole.
   */
  readonly newest: EvidenceInput | null
}

/** A design document (a policy) never proves operation. */
export type EvidenceNature = 'design' | 'operation'
export type Provenance = 'observed' | 'attested' | 'declared' | 'generated'
export type EvidenceState = 'active' | 'withdrawn' | 'rejected'
export type EvidenceResult =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'k_of_n'; readonly passed: number; readonly expected: number }

export type EvidenceInput = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly nature: EvidenceNature
  readonly provenance: Provenance
  readonly result: EvidenceResult
  readonly state: EvidenceState
  readonly collectedAt: number
  /** As typed; never later than collection plus the need's cadence counts. */
  readonly validUntil: number | null
}

export type RiskStatus = 'draft' | 'assessed' | 'treated' | 'accepted' | 'closed'
export type TreatmentOption = 'modify' | 'retain' | 'avoid' | 'share'

/** What a control does to a risk: events come less often, each costs less, or some of them are contained before they cost in full. */
export const linkEffects = ['frequency', 'loss', 'response'] as const
export type LinkEffect = (typeof linkEffects)[number]

export type ControlLink = {
  readonly controlId: string
  readonly effect: LinkEffect
  /**
   * Share of the frequency or of each loss that the working control takes away, or the chance that it contains an event: 90 % interval
   * within [0, 1].
   */
  readonly reduction: Interval
  /** Share of the exposure that the control reaches, in [0, 1]; all of it when left out. */
  readonly coverage?: number
}

/** At most one event a year, with this probability. */
export type FrequencyShape = { readonly kind: 'at_most_once'; readonly probability: number }

/** The loss of an event between two bounds around its most likely amount (PERT), or one of these amounts, each as likely. */
export type LossShape =
  | { readonly kind: 'pert'; readonly minMinor: number; readonly modeMinor: number; readonly maxMinor: number }
  | { readonly kind: 'amounts'; readonly amountsMinor: readonly number[] }

/** A loss that an event brings with a probability: a fine, say. 90 % interval, and the most it can be. */
export type SecondaryLoss = {
  readonly name: string
  readonly probability: number
  readonly lossMinor: Interval
  readonly mostMinor: number | null
}

export type RiskInput = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly category: string
  readonly status: RiskStatus
  readonly ownerId: string | null
  /** The user who last assessed frequency and loss. */
  readonly assessedBy: string | null
  readonly treatment: TreatmentOption | null
  /** Events a year without any control, 90 % interval; null while not estimated. */
  readonly frequency: Interval | null
  /** Loss of one event without any control in minor units, 90 % interval. */
  readonly lossMinor: Interval | null
  readonly lossCapMinor: number | null
  /** Where the count or the loss has another law than its interval: then the interval is what 90 % of that law span. */
  readonly frequencyShape?: FrequencyShape
  readonly lossShape?: LossShape
  /** Further losses that an event may bring; none when left out. */
  readonly secondaryLosses?: readonly SecondaryLoss[]
  /** Share of its loss that containing an event saves; while nobody has said it, containing saves nothing. */
  readonly containedSaved?: number
  readonly links: readonly ControlLink[]
  readonly assetIds: readonly string[]
}

export type ObligationKind = 'law' | 'contract' | 'promise'
export type ObligationInput = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly kind: ObligationKind
  readonly controlIds: readonly string[]
}

export type AssetKind =
  | 'information'
  | 'application'
  | 'infrastructure'
  | 'endpoint'
  | 'site'
  | 'people'
  | 'supplier_service'
  | 'source_code'
  | 'personal_data'
export type AssetInput = {
  readonly id: string
  readonly title: string
  readonly kind: AssetKind
  readonly inScope: boolean
}

export type PersonInput = {
  readonly id: string
  readonly name: string
  readonly userId: string | null
  readonly active: boolean
}

/** Pinned to what was decided on. */
export type AcceptanceInput = {
  readonly id: string
  readonly riskId: string
  /** `renewed`: a newer acceptance of the same risk took its place. */
  readonly status: 'valid' | 'reopened' | 'withdrawn' | 'renewed'
  readonly acceptedAt: number
  readonly acceptedByPersonId: string
  readonly expiresAt: number
  readonly pinned: {
    readonly provenLossMinor: number
    readonly level: RiskLevel
    readonly methodologyVersion: number
    readonly ownerId: string
  }
}

export type TreatmentActionInput = {
  readonly id: string
  readonly number: number
  readonly riskId: string
  readonly controlId: string | null
  readonly title: string
  readonly ownerId: string | null
  readonly dueAt: number
  readonly doneAt: number | null
  /** What it costs once; null where nobody has said. */
  readonly costMinor: number | null
}

export type CollectorInput = {
  readonly id: string
  readonly name: string
  readonly cadenceDays: number
  readonly active: boolean
  readonly lastReportAt: number | null
}

export type DecisionKind = 'control_excluded' | 'need_removed' | 'need_weakened' | 'collector_retired'

/** A named person's decision that makes a control easier to prove or leaves it out; never silent, always shown. */
export type DecisionInput = {
  readonly id: string
  readonly kind: DecisionKind
  readonly controlId: string
  readonly at: number
  readonly actorName: string
  readonly reason: string
  readonly sentence: string
}
