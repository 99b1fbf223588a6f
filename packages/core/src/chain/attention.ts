import type { DerivedAcceptance } from '../acceptance/derive-acceptance.ts'
import type { DerivedCollector } from '../collector/collector-state.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import type { NeedStanding } from '../evidence/need-standing.ts'
import { needInWords } from '../evidence/need-words.ts'
import type { Worth } from '../evidence/worth.ts'
import type { SourceEntity } from '../explanation/explanation.ts'
import { actionRef, riskRef } from '../explanation/people-ref.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import { dayMs, daysInWords, formatDay } from '../time/calendar.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'

export const attentionKinds = [
  'evidence_failing',
  'evidence_stale',
  'evidence_missing',
  'evidence_due',
  'collector_silent',
  'acceptance_reopened',
  'acceptance_expiring',
  'risk_unaccepted',
  'risk_unestimated',
  'rate_update_waiting',
  'action_overdue',
  'action_due',
] as const
export type AttentionKind = (typeof attentionKinds)[number]

/** Something a person should do. */
export type AttentionItem = {
  readonly kind: AttentionKind
  readonly entity: SourceEntity
  readonly id: string
  readonly ref: string
  readonly title: string
  /** The person it is for: the owner of the control, risk or action; null when nobody is named. */
  readonly personId: string | null
  /** When it is or was due; null where there is no date. */
  readonly dueAt: number | null
  /** Expected yearly loss that doing it would take off the proven loss, in minor units; 0 where it moves no number. */
  readonly worthMinor: number
  readonly sentence: string
}

/** How long before its date an action or the end of an acceptance asks for attention. */
export const noticeDays = 30

export type AttentionInput = {
  readonly snapshot: ChainSnapshot
  readonly controls: readonly DerivedControl[]
  readonly risks: readonly DerivedRisk[]
  readonly acceptances: readonly DerivedAcceptance[]
  readonly collectors: readonly DerivedCollector[]
  readonly worth: Worth
  readonly at: number
}

/** What should be done, the most worth first, then the longest due. */
export function attentionList(input: AttentionInput): readonly AttentionItem[] {
  const items = [
    ...evidenceItems(input),
    ...collectorItems(input),
    ...acceptanceItems(input),
    ...riskItems(input),
    ...actionItems(input),
  ]
  const due = (item: AttentionItem) => item.dueAt ?? Number.POSITIVE_INFINITY
  return items.sort((a, b) => b.worthMinor - a.worthMinor || (due(a) === due(b) ? 0 : due(a) - due(b)))
}

function evidenceItems({ snapshot, controls, worth }: AttentionInput): readonly AttentionItem[] {
  const owners = new Map(snapshot.controls.map((control) => [control.id, control.ownerId]))
  const claimed = controls.filter((control) => control.claimedShare > 0)
  return claimed.flatMap((control) =>
    control.needs.flatMap((need) => {
      const kind = need.weight > 0 ? evidenceKind(need) : null
      if (kind === null) return []
      const sentence = `${control.ref} ${need.title}: ${needInWords(need)}.`
      return [
        {
          kind,
          entity: 'need' as const,
          id: need.needId,
          ref: control.ref,
          title: need.title,
          personId: owners.get(control.id) ?? null,
          dueAt: need.freshness.validUntil,
          worthMinor: worth.byNeed.get(need.needId) ?? 0,
          sentence,
        },
      ]
    }),
  )
}

function evidenceKind(need: NeedStanding): AttentionKind | null {
  if (need.proof === 'failing') return 'evidence_failing'
  if (need.proof === 'stale') return 'evidence_stale'
  if (need.proof === 'unproven') return 'evidence_missing'
  return need.reason === 'due' ? 'evidence_due' : null
}

function collectorItems({ snapshot, collectors, worth }: AttentionInput): readonly AttentionItem[] {
  const served = new Map<string, number>()
  for (const need of snapshot.controls.flatMap((control) => control.needs)) {
    if (need.collectorId === null) continue
    served.set(need.collectorId, (served.get(need.collectorId) ?? 0) + (worth.byNeed.get(need.id) ?? 0))
  }
  // A collector that serves nothing may be silent.
  return collectors
    .filter(({ id, state }) => (state === 'silent' || state === 'disabled') && served.has(id))
    .map(({ id, name, dueAt, sentence }) => ({
      kind: 'collector_silent' as const,
      entity: 'collector' as const,
      id,
      ref: name,
      title: name,
      personId: null,
      dueAt,
      worthMinor: served.get(id) ?? 0,
      sentence,
    }))
}

function acceptanceItems({ snapshot, acceptances, at }: AttentionInput): readonly AttentionItem[] {
  const risks = new Map(snapshot.risks.map((risk) => [risk.id, risk]))
  return acceptances.flatMap((acceptance) => {
    const risk = risks.get(acceptance.riskId)
    if (risk === undefined || risk.status === 'closed') return []
    const expiring = acceptance.standing === 'valid' && acceptance.expiresAt - at <= noticeDays * dayMs
    if (acceptance.standing !== 'reopened' && !expiring) return []
    const what = expiring ? `ends on ${formatDay(acceptance.expiresAt)}` : 'is open again'
    const why = acceptance.reasons.map((reason) => reason.message).join(' ')
    const sentence = `The ${acceptance.label} of ${riskRef(risk.number)} ${risk.title} ${what}.${why === '' ? '' : ` ${why}`}`
    return [
      {
        ...aboutRisk(risk),
        kind: expiring ? ('acceptance_expiring' as const) : ('acceptance_reopened' as const),
        entity: 'acceptance' as const,
        id: acceptance.id,
        dueAt: acceptance.expiresAt,
        sentence,
      },
    ]
  })
}

function riskItems({ snapshot, risks, acceptances }: AttentionInput): readonly AttentionItem[] {
  const derived = new Map(risks.map((risk) => [risk.id, risk]))
  // One that was given before asks for attention itself.
  const decided = new Set(acceptances.filter(({ standing }) => standing !== 'withdrawn').map(({ riskId }) => riskId))
  return snapshot.risks.flatMap((risk): readonly AttentionItem[] => {
    if (risk.status === 'closed' || risk.status === 'draft') return []
    const about = { ...aboutRisk(risk), entity: 'risk' as const, id: risk.id, dueAt: null }
    const name = `${about.ref} ${risk.title}`
    const level = derived.get(risk.id)?.states?.proven.level
    if (level === undefined) {
      return [{ ...about, kind: 'risk_unestimated' as const, sentence: `${name} has no usable estimate.` }]
    }
    if (level === 'low' || decided.has(risk.id)) return []
    return [
      { ...about, kind: 'risk_unaccepted' as const, sentence: `${name} is ${level} and not accepted by its owner.` },
    ]
  })
}

function aboutRisk(risk: ChainSnapshot['risks'][number]) {
  return { ref: riskRef(risk.number), title: risk.title, personId: risk.ownerId, worthMinor: 0 }
}

function actionItems({ snapshot, worth, at }: AttentionInput): readonly AttentionItem[] {
  return snapshot.actions.flatMap((action) => {
    if (action.doneAt !== null || action.dueAt - at > noticeDays * dayMs) return []
    const overdue = action.dueAt < at
    const ref = actionRef(action.number)
    const when = overdue ? `is ${daysInWords(at - action.dueAt)} overdue` : `is due on ${formatDay(action.dueAt)}`
    return [
      {
        kind: overdue ? ('action_overdue' as const) : ('action_due' as const),
        entity: 'action' as const,
        id: action.id,
        ref,
        title: action.title,
        personId: action.ownerId,
        dueAt: action.dueAt,
        worthMinor: action.controlId === null ? 0 : (worth.treated.get(action.controlId) ?? 0),
        sentence: `${ref} ${action.title} ${when}.`,
      },
    ]
  })
}
