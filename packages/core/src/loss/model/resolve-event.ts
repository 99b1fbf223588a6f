import { cappedLoss } from '../severity/capped-loss.ts'
import type { SeverityLaw } from '../severity/severity-law.ts'
import { severityOf } from '../severity/severity-of.ts'
import type { Insurance, Scenario } from './portfolio.ts'

/** The loss of one event before controls: primary and secondary parts, and what an insurer takes off. */
export type EventLaw = {
  readonly severity: SeverityLaw
  readonly secondary: readonly { readonly probability: number; readonly law: SeverityLaw }[]
  readonly insurance: Insurance | null
  /** Share of the loss that containing an event saves. */
  readonly saved: number
  /** Chance that it is detected without any control that does. */
  readonly noticed: number
}

export function hasSameEvent(a: Scenario, b: Scenario): boolean {
  return (
    a.severity === b.severity &&
    a.eventCap === b.eventCap &&
    a.eventInsurance === b.eventInsurance &&
    a.secondary === b.secondary &&
    a.containment === b.containment
  )
}

export function eventOf({ severity, eventCap, secondary, eventInsurance, containment }: Scenario): EventLaw {
  const law = severityOf(severity)
  const parts = secondary === undefined ? [] : 'probability' in secondary ? [secondary] : secondary
  return {
    severity: eventCap === undefined ? law : cappedLoss(law, eventCap),
    secondary: parts.map((part) => {
      const whole = severityOf(part.severity)
      return { probability: part.probability, law: part.cap === undefined ? whole : cappedLoss(whole, part.cap) }
    }),
    insurance: eventInsurance ?? null,
    saved: containment?.saved ?? 0,
    noticed: containment?.noticed ?? 0,
  }
}
