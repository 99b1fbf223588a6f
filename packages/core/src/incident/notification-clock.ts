import { addMonths } from '../time/calendar.ts'

const hourMs = 3_600_000

/** What an obligation to tell asks for: when its clock starts and when it runs out. */
type Regime = {
  readonly label: string
  readonly to: string
  /** Where it is written. */
  readonly source: string
  /** From when: awareness, or the moment the incident was classified, or the notification before. */
  readonly from: 'awareness' | 'classification' | 'earlier'
  /** The regime whose notification starts this one's clock. */
  readonly after?: RegimeName
  readonly hours?: number
  readonly months?: number
}

export const regimeNames = [
  'gdpr_authority',
  'gdpr_persons',
  'nis2_early',
  'nis2_notification',
  'nis2_final',
  'dora_initial',
  'dora_intermediate',
  'dora_final',
  'contract',
] as const
export type RegimeName = (typeof regimeNames)[number]

/** The clocks by obligation. A clock without hours or months has no fixed end: it is told without delay. */
export const regimes: Readonly<Record<RegimeName, Regime>> = {
  gdpr_authority: {
    label: 'GDPR, authority',
    to: 'The data protection authority',
    source: 'GDPR article 33: 72 hours from awareness',
    from: 'awareness',
    hours: 72,
  },
  gdpr_persons: {
    label: 'GDPR, the people',
    to: 'The people whose data were hit',
    source: 'GDPR article 34: without undue delay where the risk to them is high; planned here within 72 hours',
    from: 'awareness',
    hours: 72,
  },
  nis2_early: {
    label: 'NIS2 early warning',
    to: 'The CSIRT or the competent authority',
    source: 'NIS2 article 23: 24 hours from awareness',
    from: 'awareness',
    hours: 24,
  },
  nis2_notification: {
    label: 'NIS2 incident notification',
    to: 'The CSIRT or the competent authority',
    source: 'NIS2 article 23: 72 hours from awareness',
    from: 'awareness',
    hours: 72,
  },
  nis2_final: {
    label: 'NIS2 final report',
    to: 'The CSIRT or the competent authority',
    source: 'NIS2 article 23: one month after the incident notification',
    from: 'earlier',
    after: 'nis2_notification',
    months: 1,
  },
  dora_initial: {
    label: 'DORA initial notification',
    to: 'The competent financial authority',
    source: 'DORA article 19: 4 hours from classification as major, 24 hours from awareness at the latest',
    from: 'classification',
    hours: 4,
  },
  dora_intermediate: {
    label: 'DORA intermediate report',
    to: 'The competent financial authority',
    source: 'DORA article 19: 72 hours after the initial notification',
    from: 'earlier',
    after: 'dora_initial',
    hours: 72,
  },
  dora_final: {
    label: 'DORA final report',
    to: 'The competent financial authority',
    source: 'DORA article 19: one month after the intermediate report',
    from: 'earlier',
    after: 'dora_intermediate',
    months: 1,
  },
  contract: {
    label: 'By contract',
    to: 'The other party',
    source: 'What the contract promises, in hours from awareness',
    from: 'awareness',
  },
}

export const regimeLabels = Object.fromEntries(
  regimeNames.map((name) => [name, regimes[name].label]),
) as unknown as Readonly<Record<RegimeName, string>>

/** When clocks start. Times in ms; null where it has not happened. */
export type ClockStart = {
  readonly awareAt: number
  readonly classifiedAt: number | null
  /** When each regime's notification was made, or else is due. */
  readonly earlier: Partial<Readonly<Record<RegimeName, number>>>
}

export type Due = {
  readonly at: number
  /** One sentence: from when, how long, where it is written. */
  readonly why: string
}

/** Until when an obligation has to be met. `hours` is what a contract says. A report that follows another waits for nothing: while that one is due, it is due after that. */
export function dueOf(name: RegimeName, start: ClockStart, hours: number | null): Due {
  const regime = regimes[name]
  const why = regime.source
  if (name === 'contract') {
    return {
      at: start.awareAt + (hours ?? 24) * hourMs,
      why: `${hours ?? 24} hours from awareness, as the contract says`,
    }
  }
  if (name === 'dora_initial') {
    const latest = start.awareAt + 24 * hourMs
    const classified = start.classifiedAt === null ? latest : start.classifiedAt + 4 * hourMs
    return { at: Math.min(latest, Math.max(classified, start.awareAt)), why }
  }
  const from =
    regime.after === undefined ? start.awareAt : (start.earlier[regime.after] ?? dueOf(regime.after, start, null).at)
  return { at: regime.months === undefined ? from + (regime.hours ?? 0) * hourMs : addMonths(from, regime.months), why }
}

export type ClockStanding = 'running' | 'soon' | 'late' | 'met' | 'met_late' | 'not_needed'

export const standingWords: Readonly<Record<ClockStanding, string>> = {
  running: 'Running',
  soon: 'Due soon',
  late: 'Late',
  met: 'Told in time',
  met_late: 'Told late',
  not_needed: 'Not needed',
}

/** How a clock stands at `t`: the last quarter of its time, or its last six hours where that is more, is soon. */
export function standingOf(
  clock: { readonly state: string; readonly dueAt: number; readonly notifiedAt: number | null },
  awareAt: number,
  t: number,
): ClockStanding {
  if (clock.state === 'not_needed') return 'not_needed'
  if (clock.notifiedAt !== null) return clock.notifiedAt <= clock.dueAt ? 'met' : 'met_late'
  if (t > clock.dueAt) return 'late'
  const notice = Math.max((clock.dueAt - awareAt) / 4, 6 * hourMs)
  return t >= clock.dueAt - notice ? 'soon' : 'running'
}

/** A clock that an incident may have to run, and why it is put forward. */
export type SuggestedClock = {
  readonly regime: RegimeName
  readonly why: string
  readonly obligationId?: string
  readonly hours?: number
}

/** Which clocks somebody should decide on; what was decided is left out. */
export function suggestedClocks(
  incident: { readonly personalData: string; readonly severity: string },
  obligations: readonly { readonly id: string; readonly title: string; readonly notifyHours: number | null }[],
  decided: readonly { readonly regime: string; readonly obligationId: string | null }[],
): readonly SuggestedClock[] {
  const isSevere = incident.severity === 'high' || incident.severity === 'critical'
  const has = (regime: RegimeName) => decided.some((one) => one.regime === regime)
  const suggested: SuggestedClock[] = []
  if (incident.personalData === 'yes') {
    suggested.push({ regime: 'gdpr_authority', why: 'Personal data were involved.' })
    if (isSevere) suggested.push({ regime: 'gdpr_persons', why: 'Personal data were involved, and it is severe.' })
  }
  if (isSevere) {
    suggested.push({ regime: 'nis2_early', why: 'It is severe: essential and important entities warn early.' })
    if (decided.some(({ regime }) => regime === 'nis2_early'))
      suggested.push({ regime: 'nis2_notification', why: 'Follows the early warning.' })
    suggested.push({
      regime: 'dora_initial',
      why: 'It is severe: financial entities and their critical providers tell.',
    })
  }
  if (has('nis2_notification')) suggested.push({ regime: 'nis2_final', why: 'Follows the incident notification.' })
  if (has('dora_initial')) suggested.push({ regime: 'dora_intermediate', why: 'Follows the initial notification.' })
  if (has('dora_intermediate')) suggested.push({ regime: 'dora_final', why: 'Follows the intermediate report.' })
  const contracts = obligations.flatMap(({ id, title, notifyHours }): SuggestedClock[] =>
    notifyHours === null || decided.some(({ obligationId }) => obligationId === id)
      ? []
      : [
          {
            regime: 'contract',
            obligationId: id,
            hours: notifyHours,
            why: `${title} asks to be told within ${notifyHours} hours.`,
          },
        ],
  )
  return [...suggested.filter(({ regime }) => !has(regime)), ...contracts]
}
