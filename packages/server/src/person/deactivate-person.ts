import type { Person, deactivatePerson as route } from '@sinew/contract/person/person-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuseDeactivation } from '@sinew/core/person/person-rules.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { startLeaverChecklists } from '../db/start-checklist.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { isOver, ownedRegisters } from './owned-registers.ts'
import { getPerson, lockPerson } from './person-store.ts'

/** Somebody leaves: what they answer for goes to the successor, then they can be given nothing more. */
export async function deactivatePerson(
  ctx: Context,
  personId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Person> {
  const { successorId, reason } = input
  await ctx.recorded({ reason }, async (tx) => {
    const person = await lockPerson(tx, personId)
    assertVersion(ifMatch, person.version)
    const successor = successorId === null ? null : await lockPerson(tx, successorId)
    const { ownedTotal } = await getPerson(ctx.db, personId)
    assertAllowed(refuseDeactivation(person, ownedTotal, successor))
    if (successor !== null) await handOver(tx, personId, successor.id)
    await tx.updateTable('person').set({ active: false }).where('id', '=', personId).execute()
    const leaver = { organizationId: ctx.organizationId, personId, name: person.name, at: ctx.now }
    await startLeaverChecklists(tx, leaver, successorId)
  })
  return getPerson(ctx.db, personId)
}

/** The same set that `ownedRows` counts. */
async function handOver(tx: Writer, from: string, to: string): Promise<void> {
  const owner = { owner_id: to }
  await tx.updateTable('risk').set(owner).where('owner_id', '=', from).where('status', '!=', 'closed').execute()
  await tx.updateTable('control').set(owner).where('owner_id', '=', from).execute()
  await tx.updateTable('obligation').set(owner).where('owner_id', '=', from).execute()
  await tx.updateTable('asset').set(owner).where('owner_id', '=', from).execute()
  await tx.updateTable('asset').set({ custodian_id: to }).where('custodian_id', '=', from).execute()
  await tx
    .updateTable('treatment_action')
    .set(owner)
    .where('owner_id', '=', from)
    .where('status', '=', 'open')
    .execute()
  await tx.updateTable('collector').set(owner).where('owner_id', '=', from).where('active', '=', true).execute()
  for (const register of ownedRegisters)
    await tx
      // Every one of them has an owner; the compiler knows tables by their literal names alone.
      .updateTable(register.table as 'site')
      .set(owner)
      .where('owner_id', '=', from)
      .where(sql<boolean>`not ${isOver(register, register.table)}`)
      .execute()
}
