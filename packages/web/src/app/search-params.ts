/** Reads one search parameter; undefined drops it, so that a mistyped address shows the page rather than an error. */
export type Read<T> = (raw: unknown) => T | undefined

export const text: Read<string> = (raw) => {
  const value = typeof raw === 'number' ? String(raw) : raw
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined
}

export const flag: Read<boolean> = (raw) =>
  raw === true || raw === 'true' ? true : raw === false || raw === 'false' ? false : undefined

export const positive: Read<number> = (raw) => {
  const value = typeof raw === 'string' ? Number(raw) : raw
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
}

export const instant: Read<string> = (raw) =>
  typeof raw === 'string' && /^\d{4}-\d\d-\d\dT/.test(raw) && !Number.isNaN(Date.parse(raw))
    ? new Date(raw).toISOString()
    : undefined

export function oneOf<const V extends readonly string[]>(values: V): Read<V[number]> {
  return (raw) => values.find((value) => value === raw)
}

export function someOf<const V extends readonly string[]>(values: V): Read<readonly V[number][]> {
  return (raw) => {
    const given = Array.isArray(raw) ? raw : [raw]
    const found = values.filter((value) => given.includes(value))
    return found.length > 0 ? found : undefined
  }
}

type Filters<F> = { readonly [K in keyof F]?: F[K] extends Read<infer T> ? T : never }

export type ListSearch<S extends string = string, F = object> = {
  readonly page?: number
  readonly pageSize?: number
  readonly sort?: S | `-${S}`
  readonly q?: string
} & Filters<F>

/**
 * `validateSearch` of a list: page, size, sort, search text and the named filters, each typed. Names of `sorts` are the
 * route's own; defaults stay out of the address.
 */
export function listSearch<const S extends readonly string[], F extends Readonly<Record<string, Read<unknown>>>>(
  sorts: S,
  filters: F,
) {
  const keys = sorts.flatMap((sort) => [sort, `-${sort}`])
  return (raw: Readonly<Record<string, unknown>>): ListSearch<S[number], F> => {
    const found: Record<string, unknown> = {
      page: positive(raw.page),
      pageSize: positive(raw.pageSize),
      sort: oneOf(keys)(raw.sort),
      q: text(raw.q),
    }
    for (const [name, read] of Object.entries(filters)) found[name] = read(raw[name])
    // A wrong value is named and undefined, not left out: the router joins this with the raw search.
    // Each key was just read by the reader its type comes from.
    return found as ListSearch<S[number], F>
  }
}

const notFilters = ['page', 'pageSize', 'sort', 'asOf']

/** Whether an address asks for less than everything: an empty list then means that nothing fits, not that nothing is there. */
export function isFiltered(search: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(search).some(([name, value]) => value !== undefined && !notFilters.includes(name))
}
