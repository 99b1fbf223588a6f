import { type Refusal, refuse } from '../refusal.ts'
import { dayMs, formatDay } from '../time/calendar.ts'
import { hasPermission, type Permission, permissions, type Role } from './permissions.ts'

/** How far a membership reaches beyond its role. Days are whole ones in UTC, the last included; null: without a limit. */
export type AccessLimits = {
  readonly accessUntil: string | null
  readonly readFrom: string | null
  readonly readUntil: string | null
  /** Areas of rights that may be read; none: all. */
  readonly areas: readonly string[]
}

export const unlimited: AccessLimits = { accessUntil: null, readFrom: null, readUntil: null, areas: [] }

export const areaOf = (permission: Permission): string => permission.split(':')[0] ?? ''

/** What everybody needs to find their way, and what is their own. */
const isAlwaysOpen = (permission: Permission) => permission === 'organization:read' || permission.endsWith(':own')

/** The areas an auditor may be limited to. */
export const readAreas: readonly string[] = (Object.keys(permissions) as Permission[])
  .filter((permission) => permission.endsWith(':read') && !isAlwaysOpen(permission))
  .filter((permission) => hasPermission('auditor', permission))
  .map(areaOf)

/** What an area cannot be read without: a risk's level is a word of the methodology. */
const readsAlso: Readonly<Record<string, readonly Permission[]>> = { risk: ['methodology:read'] }

export function isWithinAreas({ areas }: Pick<AccessLimits, 'areas'>, permission: Permission): boolean {
  if (areas.length === 0 || isAlwaysOpen(permission)) return true
  return areas.some((area) => area === areaOf(permission) || readsAlso[area]?.includes(permission))
}

/** A member as what they may read and do depends on. */
export type Reader = Pick<AccessLimits, 'areas'> & { readonly role: Role }

/** Whether somebody may read (or do) this at all: by their role, and by the areas their access is limited to. */
export function mayEver(reader: Reader, permission: Permission): boolean {
  return hasPermission(reader.role, permission) && isWithinAreas(reader, permission)
}

const afterDay = (day: string) => Date.parse(day) + dayMs
const words = (day: string) => formatDay(Date.parse(day))

/** Why a membership opens nothing any more. */
export function refuseEnded({ accessUntil }: Pick<AccessLimits, 'accessUntil'>, now: number): readonly Refusal[] {
  if (accessUntil === null || now < afterDay(accessUntil)) return []
  return refuse(
    'access_ended',
    `Your access to this organisation ended on ${words(accessUntil)}. Ask an owner or manager to extend it.`,
  )
}

/** Why an instant, or a time from one to another, is not shown to whoever has these limits. */
export function refuseOutsidePeriod(limits: AccessLimits, from: number, until: number = from): readonly Refusal[] {
  const { readFrom, readUntil } = limits
  const isEarly = readFrom !== null && from < Date.parse(readFrom)
  const isLate = readUntil !== null && until >= afterDay(readUntil)
  if (!isEarly && !isLate) return []
  return refuse('outside_period', `Your access covers ${periodInWords(limits)}; what was asked for lies outside of it.`)
}

/** `1 Jan 2026 to 30 Jun 2026` */
export function periodInWords({ readFrom, readUntil }: Pick<AccessLimits, 'readFrom' | 'readUntil'>): string {
  if (readFrom !== null && readUntil !== null) return `${words(readFrom)} to ${words(readUntil)}`
  if (readFrom !== null) return `the time from ${words(readFrom)} on`
  return readUntil === null ? 'all time' : `the time up to ${words(readUntil)}`
}

/** Whether these limits may be set for somebody of a role, by somebody of another. */
export function refuseLimits(wanted: {
  readonly actorRole: Role
  readonly role: Role
  readonly limits: AccessLimits
}): readonly Refusal[] {
  const { actorRole, role, limits } = wanted
  const { accessUntil, readFrom, readUntil, areas } = limits
  if (actorRole !== 'owner' && (role === 'owner' || role === 'manager')) {
    return refuse('above_own_role', 'Only an owner limits the access of owners and managers.')
  }
  if (role === 'owner' && accessUntil !== null) {
    return refuse('owner_without_end', 'The access of an owner has no last day. Give another role first.')
  }
  if (role !== 'auditor' && (readFrom !== null || readUntil !== null || areas.length > 0)) {
    return refuse('auditors_only', 'A period and areas are for auditors. Other roles may have a last day.')
  }
  if (readFrom !== null && readUntil !== null && readFrom > readUntil) {
    return refuse('backwards', 'The period ends before it begins.')
  }
  return []
}
