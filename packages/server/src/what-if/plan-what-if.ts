import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Action } from '@sinew/contract/treatment/action-contract.ts'
import type { planWhatIf as route } from '@sinew/contract/what-if/what-if-contract.ts'
import type { ControlLink, RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { planRefusals } from '@sinew/core/what-if/what-if-rules.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getAction } from '../treatment/action-store.ts'
import { lockWhatIf } from './what-if-store.ts'

type Planned = ParsedBody<typeof route>['actions']

/** Makes an action of each chosen treatment, on the risk it treats, pointing back at the what-if: all of them, or none. */
export async function planWhatIf(
  ctx: Context,
  whatIfId: string,
  ifMatch: number,
  { actions }: ParsedBody<typeof route>,
): Promise<{ readonly items: Action[] }> {
  const ids = await ctx.recorded({}, async (tx) => {
    const { content, version } = await lockWhatIf(tx, whatIfId)
    assertVersion(ifMatch, version)
    // Its shape is the contract's; see `createWhatIf`.
    await assertPlannable(tx, content as WhatIf, actions)
    const made: string[] = []
    for (const action of actions) {
      const id = newId()
      await tx
        .insertInto('treatment_action')
        .values({
          organization_id: ctx.organizationId,
          id,
          number: await nextNumber(tx, 'treatment_action'),
          risk_id: action.riskId,
          control_id: action.controlId,
          what_if_id: whatIfId,
          title: action.title,
          owner_id: action.ownerId,
          due_at: action.dueAt,
          cost_minor: action.costMinor,
        })
        .execute()
      made.push(id)
    }
    return made
  })
  const items: Action[] = []
  for (const id of ids) items.push(await getAction(ctx.db, id, ctx.now))
  return { items }
}

/** The risks stay locked until the plan is made, so that two plans made at once do not both find nothing open. */
async function assertPlannable(tx: Writer, whatIf: WhatIf, actions: Planned): Promise<void> {
  const riskIds = [...new Set(actions.map(({ riskId }) => riskId))]
  const controlIds = [...new Set(actions.map(({ controlId }) => controlId))]
  const ownerIds = [...new Set(actions.flatMap(({ ownerId }) => ownerId ?? []))]
  const risks = await tx
    .selectFrom('risk')
    .select(['id', 'number', 'status'])
    .where('id', 'in', riskIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (risks.length < riskIds.length) throw notFound('risk')
  const controls = await tx
    .selectFrom('control')
    .select(['id', 'ref', 'applicable'])
    .where('id', 'in', controlIds)
    .execute()
  if (controls.length < controlIds.length) throw notFound('control')
  const owners =
    ownerIds.length === 0
      ? []
      : await tx.selectFrom('person').select(['id', 'name', 'active']).where('id', 'in', ownerIds).execute()
  if (owners.length < ownerIds.length) throw notFound('person')
  const links = await linksOf(tx, riskIds)
  const open = await tx
    .selectFrom('treatment_action')
    .select(['number', 'risk_id', 'control_id'])
    .where('risk_id', 'in', riskIds)
    .where('status', '=', 'open')
    .execute()
  const ownerById = new Map(owners.map((owner) => [owner.id, owner]))
  const planned = actions.map((action) => {
    const owner = action.ownerId === null ? null : (ownerById.get(action.ownerId) ?? null)
    return { ...action, owner, dueAt: Date.parse(action.dueAt) }
  })
  assertAllowed(
    planRefusals(whatIf, planned, {
      risks: new Map(
        risks.map((risk) => [
          risk.id,
          { number: risk.number, status: risk.status as RiskStatus, links: links.get(risk.id) ?? [] },
        ]),
      ),
      controls: new Map(controls.map((control) => [control.id, control])),
      open: open.map((row) => ({ number: row.number, riskId: row.risk_id, controlId: row.control_id })),
    }),
  )
}

async function linksOf(tx: Writer, riskIds: readonly string[]): Promise<ReadonlyMap<string, ControlLink[]>> {
  const rows = await tx
    .selectFrom('risk_control')
    .select(['risk_id', 'control_id', 'effect', 'reduction_low', 'reduction_high'])
    .where('risk_id', 'in', riskIds)
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.risk_id)
  return new Map(
    [...grouped].map(([riskId, own]) => [
      riskId,
      own.map((row) => ({
        controlId: row.control_id,
        effect: row.effect as ControlLink['effect'],
        reduction: { low: row.reduction_low, high: row.reduction_high },
      })),
    ]),
  )
}
