import { takesIn } from '../catalogue/requirement-ref.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { reportedStates } from './audit-register.ts'
import { some } from './audit-rules.ts'

/** Something that a programme has to cover. */
export type CoverItem = {
  readonly kind: 'clause' | 'control' | 'site'
  /** `9.2.2.a`, `A.8.13`, `SI-2` */
  readonly ref: string
  readonly title: string
  /** Who owns it, and therefore does not audit it. */
  readonly ownerIds: readonly string[]
}

export type CoverAudit = {
  readonly id: string
  readonly ref: string
  readonly startsAt: string
  readonly state: string
  readonly clauses: readonly string[]
  readonly controls: readonly string[]
  readonly sites: readonly string[]
  /** Lead auditors and auditors; whoever only looks on judges nothing. */
  readonly auditorIds: readonly string[]
}

export type CoverProgramme = {
  readonly startsAt: string
  readonly endsAt: string
  readonly clauseRhythm: string
  readonly criticalControls: readonly string[]
}

export type CoverException = { readonly requirements: readonly string[]; readonly sites: readonly string[] }

export type CoverCell = {
  readonly auditId: string
  readonly ref: string
  /** 0 is the programme's first year. */
  readonly year: number
  readonly isDone: boolean
  /** Whether one of the auditors owns nothing of it. */
  readonly isIndependent: boolean
}

export type CoverRow = {
  readonly kind: CoverItem['kind']
  readonly ref: string
  readonly title: string
  readonly isYearly: boolean
  readonly cells: readonly CoverCell[]
  readonly isCovered: boolean
  readonly isExcepted: boolean
  /** What is missing, in one sentence; empty where nothing is. */
  readonly gap: string
}

const yearMs = 365.25 * 86_400_000

/** How many years a programme has; a begun one counts. */
export function yearsOf({ startsAt, endsAt }: CoverProgramme): number {
  return Math.max(1, Math.ceil((Date.parse(endsAt) - Date.parse(startsAt)) / yearMs - 0.02))
}

/** Whether the audit's scope takes the item in. */
export function isInScope(
  item: Pick<CoverItem, 'kind' | 'ref'>,
  audit: Pick<CoverAudit, 'clauses' | 'controls' | 'sites'>,
): boolean {
  if (item.kind === 'site') return audit.sites.includes(item.ref)
  const named = item.kind === 'clause' ? audit.clauses : audit.controls
  return named.some((one) => takesIn(one, item.ref))
}

/** What of a scope a person owns, by its references. */
export function ownedInScope(
  personId: string,
  scope: Pick<CoverAudit, 'clauses' | 'controls' | 'sites'>,
  items: readonly CoverItem[],
): readonly string[] {
  return items.filter((item) => item.ownerIds.includes(personId) && isInScope(item, scope)).map(({ ref }) => ref)
}

/** For every item, which audits of the programme cover it when, and what is missing. */
export function coverProgramme(
  programme: CoverProgramme,
  items: readonly CoverItem[],
  audits: readonly CoverAudit[],
  exceptions: readonly CoverException[],
): readonly CoverRow[] {
  const years = yearsOf(programme)
  const from = Date.parse(programme.startsAt)
  return items.map((item) => {
    const cells = audits
      .filter((audit) => isInScope(item, audit))
      .map((audit) => cellOf(item, audit, from, years))
      .toSorted((a, b) => a.year - b.year)
    const isYearly =
      item.kind === 'clause'
        ? programme.clauseRhythm === 'yearly'
        : item.kind === 'control' && programme.criticalControls.some((one) => takesIn(one, item.ref))
    const gap = gapOf(cells, isYearly, years)
    const isExcepted = exceptions.some((one) =>
      item.kind === 'site' ? one.sites.includes(item.ref) : one.requirements.some((named) => takesIn(named, item.ref)),
    )
    const { kind, ref, title } = item
    return { kind, ref, title, isYearly, cells, isCovered: gap === '', isExcepted, gap }
  })
}

function cellOf(item: CoverItem, audit: CoverAudit, from: number, years: number): CoverCell {
  const year = Math.floor((Date.parse(audit.startsAt) - from) / yearMs)
  return {
    auditId: audit.id,
    ref: audit.ref,
    year: Math.min(Math.max(year, 0), years - 1),
    isDone: reportedStates.includes(audit.state),
    isIndependent: audit.auditorIds.some((id) => !item.ownerIds.includes(id)),
  }
}

function gapOf(cells: readonly CoverCell[], isYearly: boolean, years: number): string {
  if (cells.length === 0) return 'No audit covers it.'
  const independent = cells.filter((cell) => cell.isIndependent)
  if (independent.length === 0) return `Nobody independent audits it in ${cells.map(({ ref }) => ref).join(', ')}.`
  if (!isYearly) return ''
  const missing = Array.from({ length: years }, (_, year) => year).filter(
    (year) => !independent.some((cell) => cell.year === year),
  )
  return missing.length === 0 ? '' : `Not covered in year ${missing.map((year) => year + 1).join(', ')}.`
}

/** A programme is approved when everything is covered, or left out for a reason. */
export function canApproveProgramme(rows: readonly CoverRow[]): readonly Refusal[] {
  const open = rows.filter(({ isCovered, isExcepted }) => !isCovered && !isExcepted).map(({ ref }) => ref)
  if (open.length === 0) return []
  return refuse(
    'not_covered',
    `Not covered by an independent auditor when it has to be: ${some(open)}. Plan an audit, or write an exception with its reason and who decided it.`,
  )
}

/** Nobody audits what they own, unless somebody else decided so for a reason that stands in the report. */
export function canAudit(
  auditor: {
    readonly personId: string
    readonly exceptionReason: string
    readonly exceptionById: string | null
    readonly role: string
  },
  name: string,
  owned: readonly string[],
): readonly Refusal[] {
  if (auditor.role === 'observer' || owned.length === 0) return []
  if (auditor.exceptionReason === '')
    return refuse(
      'owns_it',
      `${name} owns what this audit looks at: ${some(owned)}. Choose another auditor, take it out of the scope, or write down why there is no other way and who decided that.`,
    )
  if (auditor.exceptionById === null || auditor.exceptionById === auditor.personId)
    return refuse('own_exception', `Somebody else than ${name} has to decide that ${name} audits their own work.`)
  return []
}
