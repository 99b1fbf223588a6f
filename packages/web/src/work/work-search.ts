import { flag, instant, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const sorts = ['dueAt', 'title', 'kind', 'person', 'worth'] as const

const filters = {
  whose: oneOf(['mine', 'team', 'unit']),
  personId: text,
  kind: text,
  overdue: flag,
  loose: flag,
  later: flag,
  from: instant,
  to: instant,
}

export type WorkSearch = ListSearch<(typeof sorts)[number], typeof filters>

export const workSearch = listSearch(sorts, filters)

const month = (raw: unknown) => (typeof raw === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(raw) ? raw : undefined)

/** Whose work, where not everybody's. */
export type Whose = 'mine' | 'team' | 'unit'

export type CalendarSearch = {
  readonly month?: string
  readonly whose?: Whose
  readonly show?: 'month' | 'agenda'
}

export function calendarSearch(raw: Readonly<Record<string, unknown>>): CalendarSearch {
  const found = {
    month: month(raw.month),
    whose: oneOf(['mine', 'team', 'unit'])(raw.whose),
    show: oneOf(['month', 'agenda'])(raw.show),
  }
  // A wrong value is named and undefined, not left out: the router joins this with the raw search.
  return found as CalendarSearch
}
