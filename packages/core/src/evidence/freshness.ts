import type { EvidenceInput } from '../chain/chain-snapshot.ts'
import { dayMs } from '../time/calendar.ts'

export type FreshnessState = 'current' | 'due' | 'stale' | 'missing'

export type Freshness = {
  readonly state: FreshnessState
  /** φ in [0, 1]: how much of the piece's proof time has left. */
  readonly factor: number
  /** Null when there is nothing to be valid. */
  readonly validUntil: number | null
  /** Time past `validUntil`; 0 while valid. */
  readonly lateMs: number
}

/** The last part of a cadence in which a piece counts fully but should be renewed. */
export const dueShare = 0.2
/** Even a daily proof fades over a week, not over hours. */
export const shortestHalfLifeDays = 7

const missing: Freshness = { state: 'missing', factor: 0, validUntil: null, lateMs: 0 }

/** The instant until which a piece counts fully for a need: never later than collection plus the need's cadence. */
export function validUntilOf(evidence: EvidenceInput, cadenceDays: number): number {
  const byCadence = evidence.collectedAt + Math.max(0, cadenceDays) * dayMs
  return evidence.validUntil === null ? byCadence : Math.min(evidence.validUntil, byCadence)
}

/** Half-life of proof after its validity, in milliseconds: max(cadence / 2, 7 days). */
export function halfLifeMs(cadenceDays: number): number {
  return Math.max(cadenceDays / 2, shortestHalfLifeDays) * dayMs
}

/**
 * Freshness of a need's newest piece at `t`: φ is 1 up to *valid until*, then halves every max(cadence / 2, 7 days), counted in
 * started days as the words do: between two days nothing fades, so a number moves once a day and not whenever somebody looks.
 * `due` is the last 20 % of the cadence. A piece dated after `t`, or with a time or cadence that is not a number, is missing.
 */
export function freshnessOf(evidence: EvidenceInput | null, cadenceDays: number, t: number): Freshness {
  if (evidence === null || !Number.isFinite(cadenceDays) || !(evidence.collectedAt <= t)) return missing
  const validUntil = validUntilOf(evidence, cadenceDays)
  if (!Number.isFinite(validUntil)) return missing
  const lateMs = t - validUntil
  if (lateMs > 0) {
    const startedMs = Math.ceil(lateMs / dayMs) * dayMs
    return { state: 'stale', factor: 0.5 ** (startedMs / halfLifeMs(cadenceDays)), validUntil, lateMs }
  }
  const dueFrom = validUntil - dueShare * Math.max(0, cadenceDays) * dayMs
  return { state: t >= dueFrom ? 'due' : 'current', factor: 1, validUntil, lateMs: 0 }
}
