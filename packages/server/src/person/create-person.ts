import type { Person, createPerson as route } from '@sinew/contract/person/person-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { getPerson } from './person-store.ts'

export async function createPerson(ctx: Context, input: ParsedBody<typeof route>): Promise<Person> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    await tx
      .insertInto('person')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'person'),
        name: input.name,
        email: input.email,
        job_title: input.jobTitle,
      })
      .execute()
  })
  return getPerson(ctx.db, id)
}
