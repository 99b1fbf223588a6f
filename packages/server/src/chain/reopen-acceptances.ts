import type { EndReason } from '@sinew/core/acceptance/acceptance-ends.ts'
import type { AcceptanceInput, ChainSnapshot, RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Effect, Movement } from '@sinew/core/movement/movement.ts'
import { sql } from 'kysely'
import type { Writer } from '../context.ts'

export type EndedAcceptance = {
  readonly id: string
  readonly riskId: string
  readonly reasons: readonly EndReason[]
  /** The sentence of the movement that ended it. */
  readonly sentence: string
  /** That movement, where nothing between the two states tells it: the acceptance was given on ground that had gone by then. */
  readonly untold: Movement | null
}

/** Acceptances that stand on paper while what they rest on got materially worse, or their time ran out. */
export function endedAcceptances(
  snapshot: ChainSnapshot,
  derived: DerivedChain,
  movements: readonly Movement[],
): readonly EndedAcceptance[] {
  const inputs = new Map(snapshot.acceptances.map((acceptance) => [acceptance.id, acceptance]))
  return derived.acceptances.flatMap(({ id, riskId, label, reasons }) => {
    const input = inputs.get(id)
    if (input === undefined || reasons.length === 0) return []
    const movement = movements.find(({ chain }) =>
      chain.some((effect) => effect.id === id && effect.after === 'reopened'),
    )
    const untold = movement === undefined ? reopening(input, label, reasons, snapshot, derived.at) : null
    return [{ id, riskId, reasons, untold, sentence: (movement ?? untold)?.sentence ?? '' }]
  })
}

function reopening(
  acceptance: AcceptanceInput,
  label: string,
  reasons: readonly EndReason[],
  { risks, people }: ChainSnapshot,
  at: number,
): Movement {
  const risk = risks.find((one) => one.id === acceptance.riskId)
  const ref = risk === undefined ? 'a deleted risk' : riskRef(risk.number)
  const detail = reasons.map((reason) => reason.message).join(' ')
  const about = { entity: 'acceptance', id: acceptance.id, ref, label } as const
  const effect: Effect = { ...about, quantity: 'standing', unit: 'word', before: 'valid', after: 'reopened', detail }
  const headline = `Acceptance of ${ref} reopened, as what it rests on had changed`
  const accepter = people.find((person) => person.id === acceptance.acceptedByPersonId)
  return {
    kind: 'acceptance',
    at,
    cause: {
      ...about,
      operation: 'insert',
      actorName: accepter?.name ?? null,
      at: acceptance.acceptedAt,
      since: null,
      reason: null,
    },
    chain: [effect],
    headline,
    sentence: `${headline}: ${detail}`,
    episodeKey: `reopened ${acceptance.id}`,
    gapDeltaMinor: 0,
  }
}

/** Reopens them, puts their risks back to being treated, and returns the snapshot as it is then. */
export async function reopenAcceptances(
  tx: Writer,
  snapshot: ChainSnapshot,
  ended: readonly EndedAcceptance[],
  at: number,
): Promise<ChainSnapshot> {
  for (const { id, riskId, reasons, sentence } of ended) {
    await sql`select set_config('app.reason', ${sentence}, true)`.execute(tx)
    await tx
      .updateTable('risk_acceptance')
      .set({ status: 'reopened', ended_at: new Date(at), end_reasons: JSON.stringify(reasons) })
      .where('id', '=', id)
      .where('status', '=', 'valid')
      .execute()
    await tx
      .updateTable('risk')
      .set((set) => ({
        status: set.case().when('treatment', 'is', null).then('assessed').else('treated').end(),
      }))
      .where('id', '=', riskId)
      .where('status', '=', 'accepted')
      .execute()
  }
  return afterReopening(snapshot, ended)
}

function afterReopening(snapshot: ChainSnapshot, ended: readonly EndedAcceptance[]): ChainSnapshot {
  if (ended.length === 0) return snapshot
  const acceptances = new Set(ended.map((one) => one.id))
  const risks = new Set(ended.map((one) => one.riskId))
  const put = (risk: RiskInput): RiskInput =>
    risks.has(risk.id) && risk.status === 'accepted'
      ? { ...risk, status: risk.treatment === null ? 'assessed' : 'treated' }
      : risk
  return {
    ...snapshot,
    acceptances: snapshot.acceptances.map((one) => (acceptances.has(one.id) ? { ...one, status: 'reopened' } : one)),
    risks: snapshot.risks.map(put),
  }
}
