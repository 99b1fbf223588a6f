import type { MethodologyInput } from '@sinew/core/chain/chain-snapshot.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { getMethodologyInput } from '../methodology/methodology-store.ts'

/** What a register is judged by: the methodology in force, at one instant. */
export type RegisterSetting = {
  readonly at: Date
  readonly methodologyVersion: number
  readonly appetite: MethodologyInput['appetite']
  readonly reviewIntervalDays: number
}

export async function registerSetting(db: Reader, at: Date): Promise<RegisterSetting> {
  const { version, appetite, reviewIntervalDays } = await getMethodologyInput(db)
  return { at, methodologyVersion: version, appetite, reviewIntervalDays }
}

/** One open risk that alone breaks the appetite meant for all of them together. */
export function isAboveAppetite({ appetite }: RegisterSetting) {
  return sql<boolean>`coalesce(risk.status <> 'closed' and (risk_state.proven_minor > ${appetite.yearlyLossMinor}::bigint
    or risk_state.appetite_ratio > 1), false)`
}

/** As set for the risk, else the methodology's interval after its estimate. */
export function reviewDueAt({ reviewIntervalDays }: RegisterSetting) {
  return sql<Date | null>`coalesce(risk.review_at, risk.estimated_at + make_interval(days => ${reviewIntervalDays}::int))`
}

export function isReviewOverdue(setting: RegisterSetting) {
  return sql<boolean>`coalesce(risk.status <> 'closed' and ${reviewDueAt(setting)} < ${setting.at}::timestamptz, false)`
}
