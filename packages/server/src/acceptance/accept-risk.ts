import type { Acceptance, acceptRisk as route } from '@sinew/contract/acceptance/acceptance-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { acceptanceRefusals, latestExpiry } from '@sinew/core/acceptance/acceptance-rules.ts'
import { seenRefusals } from '@sinew/core/acceptance/decision-rules.ts'
import type { PersonInput, RiskLevel } from '@sinew/core/chain/chain-snapshot.ts'
import { engineVersion } from '@sinew/core/loss/engine-version.ts'
import { riskYear } from '@sinew/core/portfolio/risk-year.ts'
import { riskMoveRefusals } from '@sinew/core/risk/risk-rules.ts'
import type { RiskSituation } from '@sinew/core/risk/risk-situation.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { wholeTail } from '../chain/whole-tail.ts'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { loadRiskSituations, type RiskSituations } from '../risk/risk-situations.ts'
import { lockRisk } from '../risk/risk-store.ts'
import { getAcceptance } from './acceptance-store.ts'
import { endAcceptance } from './end-acceptance.ts'
import { type FoundDelegation, findDelegation, pinnedDelegation } from './find-delegation.ts'

/**
 * The owner of a risk takes what remains of it, until a date. Everything is derived now, in this transaction, and pinned: what
 * the loss was, at which level, under which methodology, with which controls.
 */
export async function acceptRisk(
  ctx: Context,
  riskId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Acceptance> {
  const id = newId()
  await ctx.recorded({ reason: input.rationale }, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    assertVersion(ifMatch, risk.version)
    const situations = await loadRiskSituations(tx, ctx.now)
    const situation = situations.of(riskId)
    const accepter = situations.snapshot.people.find((person) => person.userId === ctx.actor.id) ?? null
    const expiresAt = expiryOf(ctx, input.expiresAt, situation.provenLevel, situations)
    const delegation = await findDelegation(tx, situation, accepter, ctx.now)
    assertMayAccept(ctx, situations, situation, {
      ...{ accepter, delegation, expiresAt },
      seenMinor: input.seenProvenLossMinor,
    })
    const renewed = { code: 'renewed', message: `${ctx.actor.name} accepted the risk anew.` }
    await endAcceptance(tx, riskId, { status: 'renewed', at: ctx.now, reasons: [renewed] })
    const given = { id, expiresAt, rationale: input.rationale, accepter, delegation }
    await insertAcceptance(ctx, tx, given, situations, situation, risk.version)
    await tx.updateTable('risk').set({ status: 'accepted' }).where('id', '=', riskId).execute()
  })
  return getAcceptance(ctx.db, id)
}

/** As asked, else as long as the methodology allows at this level. */
function expiryOf(
  ctx: Context,
  asked: string | undefined,
  level: RiskLevel | null,
  { snapshot }: RiskSituations,
): number {
  const now = ctx.now.getTime()
  if (asked !== undefined) return Date.parse(asked)
  return (level === null ? null : latestExpiry(level, snapshot.methodology, now)) ?? now + dayMs
}

type Attempt = {
  readonly accepter: PersonInput | null
  readonly delegation: FoundDelegation | null
  readonly expiresAt: number
  readonly seenMinor: number | undefined
}

function assertMayAccept(
  ctx: Context,
  { snapshot, chain }: RiskSituations,
  situation: RiskSituation,
  { accepter, delegation, expiresAt, seenMinor }: Attempt,
): void {
  const { risk, provenLevel } = situation
  const proven = chain.risks.find((candidate) => candidate.id === risk.id)?.states?.proven.expectedMinor ?? 0
  assertAllowed([
    ...acceptanceRefusals({
      risk,
      level: provenLevel,
      actor: { userId: ctx.actor.id, role: ctx.role, person: accepter, delegation },
      expiresAt,
      now: ctx.now.getTime(),
      methodology: snapshot.methodology,
    }),
    ...(risk.status === 'treated' ? riskMoveRefusals({ ...situation, hasValidAcceptance: true }, 'accepted') : []),
    ...seenRefusals(seenMinor, proven, snapshot.currency),
  ])
}

async function insertAcceptance(
  ctx: Context,
  tx: Writer,
  given: Pick<Attempt, 'accepter' | 'delegation' | 'expiresAt'> & { readonly id: string; readonly rationale: string },
  situations: RiskSituations,
  { risk, owner }: RiskSituation,
  riskVersion: number,
): Promise<void> {
  const { snapshot, chain } = situations
  const derived = chain.risks.find((candidate) => candidate.id === risk.id)
  const states = derived?.states
  const proven = derived?.scenarios.proven
  // The rules above refuse a risk without an estimate or an owner.
  if (!states || !proven || !owner) throw new Error('An acceptance was allowed without an estimate or an owner.')
  const accepter = given.accepter ?? owner
  const assurance = new Map(chain.controls.map((control) => [control.id, control]))
  const pinned: Acceptance['pinned'] = {
    provenLossMinor: Math.round(states.proven.expectedMinor),
    inherentLossMinor: Math.round(states.inherent.expectedMinor),
    claimedLossMinor: Math.round(states.claimed.expectedMinor),
    targetLossMinor: Math.round(states.target.expectedMinor),
    level: states.proven.level,
    methodologyVersion: snapshot.methodology.version,
    year: wholeTail(riskYear(proven)),
    engineVersion,
    ownerId: owner.id,
    ownerName: owner.name,
    ...(given.delegation && { delegation: pinnedDelegation(given.delegation, given.accepter) }),
    riskVersion,
    treatment: risk.treatment,
    controls: risk.links.flatMap((link) => {
      const control = assurance.get(link.controlId)
      return control === undefined ? [] : [{ ref: control.ref, effect: link.effect, assurance: control.assurance }]
    }),
  }
  await tx
    .insertInto('risk_acceptance')
    .values({
      organization_id: ctx.organizationId,
      id: given.id,
      risk_id: risk.id,
      accepted_by_person_id: accepter.id,
      accepted_by_user: ctx.actor.id,
      accepted_by_name: accepter.name,
      accepted_at: ctx.now,
      expires_at: new Date(given.expiresAt),
      rationale: given.rationale,
      pinned: JSON.stringify(pinned),
    })
    .execute()
}
