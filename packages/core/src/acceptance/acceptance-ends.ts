import type { AcceptanceInput, MethodologyInput, PersonInput, RiskInput, RiskLevel } from '../chain/chain-snapshot.ts'
import { formatMoneyShort } from '../money/format-money.ts'
import type { DerivedRisk } from '../risk/derive-risk.ts'
import { levelRank } from '../risk/risk-level.ts'
import { formatDay } from '../time/calendar.ts'

export type EndCode =
  | 'expired'
  | 'risk_gone'
  | 'not_estimated'
  | 'level_rose'
  | 'loss_grew'
  | 'methodology_changed'
  | 'owner_changed'
  | 'owner_left'

export type EndReason = { readonly code: EndCode; readonly message: string }

/** What an acceptance rests on, as it is now; null when the risk no longer exists. */
export type AcceptanceGround = {
  readonly ownerId: string | null
  readonly closed: boolean
  readonly provenLossMinor: number | null
  readonly level: RiskLevel | null
} | null

export function acceptanceGround(risk: RiskInput | undefined, derived: DerivedRisk | undefined): AcceptanceGround {
  if (risk === undefined) return null
  const proven = derived?.states?.proven
  return {
    ownerId: risk.ownerId,
    closed: risk.status === 'closed',
    provenLossMinor: proven?.expectedMinor ?? null,
    level: proven?.level ?? null,
  }
}

/** The setting an acceptance is judged in. `people` by id. */
export type AcceptanceSetting = {
  readonly methodology: Pick<MethodologyInput, 'version' | 'materialShare'>
  readonly people: ReadonlyMap<string, Pick<PersonInput, 'name' | 'active'>>
  readonly currency: string
}

/**
 * Why an acceptance no longer holds at `t`; empty while it does. It is pinned to the proven loss, level, methodology and owner
 * it was given on (ISO/IEC 27001 6.1.3 f): when one of them gets materially worse or changes, it reopens. The closer the
 * ground gets to worse, the more reasons: none disappears because another appears.
 */
export function acceptanceEnds(
  acceptance: AcceptanceInput,
  ground: AcceptanceGround,
  setting: AcceptanceSetting,
  t: number,
): readonly EndReason[] {
  const reasons: EndReason[] = []
  if (!(t < acceptance.expiresAt)) {
    reasons.push({ code: 'expired', message: `It expired on ${formatDay(acceptance.expiresAt)}.` })
  }
  if (ground === null)
    return [...reasons, { code: 'risk_gone', message: 'The risk it was given for no longer exists.' }]
  // A closed risk asks for nothing: only time still ends its acceptance.
  if (ground.closed) return reasons
  return [
    ...reasons,
    ...lossReasons(acceptance.pinned, ground, setting),
    ...methodologyReasons(acceptance.pinned, setting),
    ...ownerReasons(acceptance.pinned.ownerId, ground.ownerId, setting.people),
  ]
}

type Pinned = AcceptanceInput['pinned']
type Ground = NonNullable<AcceptanceGround>

function lossReasons(pinned: Pinned, ground: Ground, setting: AcceptanceSetting): readonly EndReason[] {
  if (ground.provenLossMinor === null || ground.level === null) {
    return [{ code: 'not_estimated', message: 'The risk no longer has a usable estimate.' }]
  }
  const reasons: EndReason[] = []
  if (levelRank(ground.level) > levelRank(pinned.level)) {
    reasons.push({ code: 'level_rose', message: `The proven level rose from ${pinned.level} to ${ground.level}.` })
  }
  // One minor unit of tolerance: what was pinned may have been rounded to whole units.
  if (!(ground.provenLossMinor <= pinned.provenLossMinor * (1 + setting.methodology.materialShare) + 1)) {
    const from = formatMoneyShort(pinned.provenLossMinor, setting.currency)
    const to = formatMoneyShort(ground.provenLossMinor, setting.currency)
    const limit = `${Math.round(setting.methodology.materialShare * 100)} %`
    reasons.push({
      code: 'loss_grew',
      message: `The proven expected yearly loss grew from ${from} to ${to}, by more than ${limit}.`,
    })
  }
  return reasons
}

function methodologyReasons(pinned: Pinned, setting: AcceptanceSetting): readonly EndReason[] {
  const { version } = setting.methodology
  if (version === pinned.methodologyVersion) return []
  const message = `It was given under methodology version ${pinned.methodologyVersion}; version ${version} is in force.`
  return [{ code: 'methodology_changed', message }]
}

function ownerReasons(
  pinnedOwnerId: string,
  ownerId: string | null,
  people: AcceptanceSetting['people'],
): readonly EndReason[] {
  const owner = people.get(pinnedOwnerId)
  const name = owner?.name ?? 'The owner'
  const reasons: EndReason[] = []
  if (ownerId !== pinnedOwnerId) {
    const successor = ownerId === null ? 'nobody' : (people.get(ownerId)?.name ?? 'somebody else')
    reasons.push({ code: 'owner_changed', message: `The risk passed from ${name} to ${successor}.` })
  }
  if (owner === undefined || !owner.active) {
    reasons.push({ code: 'owner_left', message: `${name}, who accepted it, has left.` })
  }
  return reasons
}
