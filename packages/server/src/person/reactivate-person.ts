import type { Person } from '@sinew/contract/person/person-contract.ts'
import { refuseReactivation } from '@sinew/core/person/person-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getPerson, lockPerson } from './person-store.ts'

export async function reactivatePerson(ctx: Context, personId: string, ifMatch: number): Promise<Person> {
  await ctx.recorded({}, async (tx) => {
    const person = await lockPerson(tx, personId)
    assertVersion(ifMatch, person.version)
    assertAllowed(refuseReactivation(person))
    await tx.updateTable('person').set({ active: true }).where('id', '=', personId).execute()
  })
  return getPerson(ctx.db, personId)
}
