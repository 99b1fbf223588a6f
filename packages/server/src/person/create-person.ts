import type { Person, createPerson as route } from '@sinew/contract/person/person-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertPlace } from './assert-place.ts'
import { getPerson } from './person-store.ts'

export async function createPerson(ctx: Context, input: ParsedBody<typeof route>): Promise<Person> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    await assertPlace(tx, input)
    await tx
      .insertInto('person')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'person'),
        name: input.name,
        email: input.email,
        job_title: input.jobTitle,
        unit_id: input.unitId,
        manager_id: input.managerId,
      })
      .execute()
  })
  return getPerson(ctx.db, id)
}
