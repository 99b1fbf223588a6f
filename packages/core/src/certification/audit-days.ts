import { type Refusal, refuse } from '../refusal.ts'

/**
 * Gross auditor days of stage 1 and 2 together, by persons who work under the control of the organisation: up to so many
 * persons, so many days. From the public quotation of the table of ISO/IEC 27006; rows above 175 persons are not public.
 */
export const auditDayTable: readonly (readonly [persons: number, days: number])[] = [
  [10, 5],
  [15, 6],
  [25, 7],
  [45, 8.5],
  [65, 10],
  [85, 11],
  [125, 12],
  [175, 13],
]

/** By how much a body may go above or below the table, in percent. */
export const mostAdjustmentPercent = 30

export type AuditDays = {
  readonly gross: number
  readonly net: number
  /** About a third of the initial time. */
  readonly surveillance: number
  /** About two thirds of the initial time. */
  readonly recertification: number
}

/** Days in halves; null for more persons than the public table knows. */
export function auditDays(persons: number, adjustmentPercent: number): AuditDays | null {
  const gross = auditDayTable.find(([most]) => persons <= most)?.[1]
  if (gross === undefined || persons < 1) return null
  const net = halves(gross * (1 + adjustmentPercent / 100))
  return { gross, net, surveillance: halves(net / 3), recertification: halves((2 * net) / 3) }
}

/** An adjustment stays within 30 percent and has a reason. */
export function canAdjust(adjustmentPercent: number, reason: string): readonly Refusal[] {
  if (Math.abs(adjustmentPercent) > mostAdjustmentPercent)
    return refuse('too_much', `Audit days are adjusted by at most ${mostAdjustmentPercent} % up or down.`)
  if (adjustmentPercent !== 0 && reason === '')
    return refuse('no_reason', 'Audit days are adjusted for a reason: complexity, maturity, outsourcing, development.')
  return []
}

function halves(days: number): number {
  return Math.max(0.5, Math.round(days * 2) / 2)
}
