import type { EntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import { flag, oneOf, type Read, text } from '../app/search-params.ts'

const operations = ['create', 'update', 'delete', 'restore'] as const

const day: Read<string> = (raw) => {
  const given = text(raw)
  return given !== undefined && /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined
}

/** The kinds there are would weigh on every first load; one that is none finds nothing. */
const entity: Read<EntityName> = (raw) =>
  text(raw) !== undefined && /^[a-z_]+$/.test(String(raw)) ? (raw as EntityName) : undefined

const readers = {
  entity,
  operation: oneOf(operations),
  actorId: text,
  /** First and last day, both included, in the reader's time zone. */
  from: day,
  to: day,
  request: text,
  q: text,
  background: flag,
}

export type LedgerSearch = {
  readonly [K in keyof typeof readers]?: Exclude<ReturnType<(typeof readers)[K]>, undefined>
}

export function ledgerSearch(raw: Readonly<Record<string, unknown>>): LedgerSearch {
  const found = Object.entries(readers).map(([name, read]) => [name, read(raw[name])] as const)
  // Each key was just read by the reader its type comes from.
  return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as LedgerSearch
}

/** What the server is asked: instants instead of days. */
export function ledgerFilters({ from, to, ...rest }: LedgerSearch) {
  return {
    ...rest,
    ...(from ? { from: new Date(`${from}T00:00:00`).toISOString() } : {}),
    ...(to ? { to: new Date(new Date(`${to}T00:00:00`).getTime() + dayMs).toISOString() } : {}),
  }
}

const dayMs = 86_400_000
