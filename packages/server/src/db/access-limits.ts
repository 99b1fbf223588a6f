import type { AccessLimits } from '@sinew/core/access/access-limits.ts'

export const limitColumns = ['access_until', 'read_from', 'read_until', 'read_areas'] as const

export type LimitColumns = {
  readonly access_until: Date | null
  readonly read_from: Date | null
  readonly read_until: Date | null
  readonly read_areas: readonly string[] | null
}

const dayOf = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null
const instantOf = (day: string | null) => (day === null ? null : new Date(day))

export function toLimits(row: LimitColumns): AccessLimits {
  return {
    accessUntil: dayOf(row.access_until),
    readFrom: dayOf(row.read_from),
    readUntil: dayOf(row.read_until),
    areas: row.read_areas ?? [],
  }
}

export function fromLimits({ accessUntil, readFrom, readUntil, areas }: AccessLimits): LimitColumns {
  return {
    access_until: instantOf(accessUntil),
    read_from: instantOf(readFrom),
    read_until: instantOf(readUntil),
    read_areas: areas.length === 0 ? null : [...areas],
  }
}
