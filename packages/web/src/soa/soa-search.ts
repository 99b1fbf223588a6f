import { flag, oneOf, positive, type Read, someOf, text } from '../app/search-params.ts'

export const themes = ['organizational', 'people', 'physical', 'technological'] as const
export const proofs = ['proven', 'stale', 'failing', 'unproven', 'excluded'] as const
export const implementations = ['implemented', 'partly', 'planned', 'not_started'] as const
export const reasons = ['risk_treatment', 'legal', 'contractual', 'business', 'none'] as const
export const severities = ['error', 'warning', 'note'] as const
export const changes = ['decision', 'status', 'any'] as const
/** By money a year, the largest first; left out, as people list them. */
export const sorts = ['-gap', '-worth'] as const
/** What a line's drawer can begin with. */
export const lineTasks = ['decide', 'include', 'justify', 'add_reason'] as const
export type LineTask = (typeof lineTasks)[number]

const filterReaders = {
  q: text,
  theme: someOf(themes),
  proof: someOf(proofs),
  implementation: someOf(implementations),
  reason: someOf(reasons),
  severity: someOf(severities),
  applicable: flag,
  changed: oneOf(changes),
  sort: oneOf(sorts),
} as const

const pageSize: Read<number> = (raw) => {
  const size = positive(raw)
  return size !== undefined && size <= 200 ? size : undefined
}

/** `line` is open; with `task` its drawer is. Without a `page`, the page is the one that the line stands on. */
const readers = { ...filterReaders, page: positive, pageSize, line: text, task: oneOf(lineTasks) } as const

type Found<R> = { readonly [K in keyof R]?: R[K] extends Read<infer T> ? T : never }
export type SoaSearch = Found<typeof readers>

export const filterKeys = Object.keys(filterReaders) as readonly (keyof typeof filterReaders)[]

export function soaSearch(raw: Readonly<Record<string, unknown>>): SoaSearch {
  // Each key is read by the reader its type comes from.
  return Object.fromEntries(
    Object.entries(readers).flatMap(([key, read]) => {
      const value = read(raw[key])
      return value === undefined ? [] : [[key, value]]
    }),
  ) as SoaSearch
}

/** Two versions by number to lay side by side; `to` left out is the statement as it is. */
export type CompareSearch = { readonly from?: number; readonly to?: number }

export function compareSearch(raw: Readonly<Record<string, unknown>>): CompareSearch {
  const [from, to] = [positive(raw.from), positive(raw.to)]
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}
