/** What a tool said of one subject. `suppressed`: it fails and somebody told the tool not to say so. */
export const observationStatuses = ['pass', 'fail', 'manual', 'error', 'not_applicable', 'suppressed'] as const
export type ObservationStatus = (typeof observationStatuses)[number]

/** One check on one subject, as every report format is read into: the only thing that judging knows of a report. */
export type Observation = {
  readonly tool: string
  readonly toolVersion: string
  /** Milliseconds since 1970 UTC. */
  readonly observedAt: number
  readonly subject: {
    readonly uid: string
    readonly type: string
    /** Empty when the report does not say. */
    readonly account: string
    readonly region: string
  }
  /** What was looked at: `aws`, `azure`, `kubernetes`; empty when the report does not say. */
  readonly platform: string
  readonly checkId: string
  readonly title: string
  readonly status: ObservationStatus
  readonly severity: string
  /** What the report itself says the check is about. */
  readonly frameworkRefs: readonly FrameworkRef[]
  /** Where in the report it stands, for a person: `record 12`. */
  readonly pointer: string
}

export type FrameworkRef = { readonly framework: string; readonly ref: string }
