import { startingControls } from '@sinew/core/control/starting-controls.ts'
import type { Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

/** Gives a new organisation its 93 controls with what would prove each: two statements, whatever their number. */
export async function insertAnnexA(tx: Writer, organizationId: string): Promise<void> {
  const controls = startingControls().map((control) => ({ id: newId(), ...control }))
  await tx
    .insertInto('control')
    .values(
      controls.map((control) => ({
        organization_id: organizationId,
        id: control.id,
        ref: control.ref,
        sort_key: control.sortKey,
        title: control.title,
        source: 'annex_a',
        theme: control.theme,
        purpose: control.purpose,
      })),
    )
    .execute()
  await tx
    .insertInto('evidence_need')
    .values(
      controls.flatMap((control) =>
        control.needs.map((need, position) => ({
          organization_id: organizationId,
          id: newId(),
          control_id: control.id,
          position,
          title: need.title,
          cadence_days: need.cadenceDays,
          weight: need.weight,
          nature: need.nature,
        })),
      ),
    )
    .execute()
}
