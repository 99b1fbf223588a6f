import type { Control } from '@sinew/contract/control/control-contract.ts'
import { explainAssurance } from '@sinew/core/assurance/explain-assurance.ts'
import { type AnnexAControl, findAnnexAControl } from '@sinew/core/catalogue/annex-a.ts'
import type { ControlInput } from '@sinew/core/chain/chain-snapshot.ts'
import { annualCost } from '@sinew/core/control/annual-cost.ts'
import { type DerivedControl, deriveControl } from '@sinew/core/control/derive-control.ts'
import type { Explanation } from '@sinew/core/explanation/explanation.ts'
import type { Context } from '../context.ts'
import { toCost } from '../db/control-cost.ts'
import { type ControlRow, getControlRow, toListItem } from './control-store.ts'
import { findObligations } from './find-obligations.ts'
import { findServedRisks } from './find-served-risks.ts'
import { findNeeds, type NeedRecord, toNeed } from './need-store.ts'

/** A control as it stands at the instant that is asked for, judged by core from its needs and their newest evidence. */
export async function getControl(ctx: Context, controlId: string): Promise<Control> {
  const row = await getControlRow(ctx.db, controlId)
  const needs = await findNeeds(ctx, controlId)
  const derived = deriveControl(toControlInput(row, needs), (ctx.asOf ?? ctx.now).getTime())
  return {
    ...toListItem(row),
    ...shownOfCatalogue(findAnnexAControl(row.ref)),
    claimedShare: derived.claimedShare,
    assurance: derived.assurance,
    proof: derived.proof,
    due: derived.due,
    freshness: derived.freshness,
    nextDueAt: derived.nextDueAt === null ? null : new Date(derived.nextDueAt).toISOString(),
    description: row.description,
    remarks: row.remarks,
    exclusionJustification: row.exclusion_justification,
    writtenReasons: row.written_reasons as Control['writtenReasons'],
    needs: shownNeeds(needs, derived),
    risks: await findServedRisks(ctx.db, derived),
    obligations: await findObligations(ctx.db, controlId),
  }
}

/** Why its assurance is what it is: the tree that core gives, nothing added. */
export async function explainControl(ctx: Context, controlId: string): Promise<Explanation> {
  const row = await getControlRow(ctx.db, controlId)
  const control = toControlInput(row, await findNeeds(ctx, controlId))
  return explainAssurance(control, (ctx.asOf ?? ctx.now).getTime())
}

function toControlInput(row: ControlRow, needs: readonly NeedRecord[]): ControlInput {
  return {
    id: row.id,
    ref: row.ref,
    title: row.title,
    description: row.description,
    source: row.source as ControlInput['source'],
    implementation: row.implementation as ControlInput['implementation'],
    partlyShare: row.partly_share,
    ownerId: row.owner_id,
    plannedAt: row.planned_at?.getTime() ?? null,
    applicable: row.applicable,
    exclusionJustification: row.exclusion_justification,
    writtenReasons: row.written_reasons as ControlInput['writtenReasons'],
    needs: needs.map((need) => need.input),
    annualCostMinor: annualCost(toCost(row)),
  }
}

function shownNeeds(needs: readonly NeedRecord[], derived: DerivedControl): Control['needs'] {
  const standings = new Map(derived.needs.map((need) => [need.needId, need]))
  return needs.flatMap((need) => {
    const standing = standings.get(need.input.id)
    return standing === undefined ? [] : [toNeed(need, standing)]
  })
}

function shownOfCatalogue(
  control: AnnexAControl | undefined,
): Pick<Control, 'guidance' | 'attributes' | 'oldIds2013' | 'newIn2022'> {
  if (control === undefined) return { guidance: '', attributes: null, oldIds2013: [], newIn2022: false }
  const { controlType, properties, cyberConcepts, capabilities, domains } = control.attributes
  return {
    guidance: control.guidance,
    attributes: {
      controlType: [...controlType],
      properties: [...properties],
      cyberConcepts: [...cyberConcepts],
      capabilities: [...capabilities],
      domains: [...domains],
    },
    oldIds2013: [...control.oldIds2013],
    newIn2022: control.newIn2022,
  }
}
