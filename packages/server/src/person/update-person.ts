import type { Person, updatePerson as route } from '@sinew/contract/person/person-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Writer } from '../context.ts'
import { AppError, assertAllowed, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { assertPlace } from './assert-place.ts'
import { getPerson, lockPerson } from './person-store.ts'

export async function updatePerson(
  ctx: Context,
  personId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Person> {
  await ctx.recorded({}, async (tx) => {
    const person = await lockPerson(tx, personId)
    assertVersion(ifMatch, person.version)
    await assertPlace(tx, input)
    await tx
      .updateTable('person')
      .set({
        name: input.name,
        email: input.email,
        job_title: input.jobTitle,
        unit_id: input.unitId,
        manager_id: input.managerId,
        user_id: await linkedUser(ctx, tx, person, input.memberId),
        updated_at: ctx.now,
      })
      .where('id', '=', personId)
      .execute()
    if (input.managerId === personId)
      assertAllowed(refuse('own_manager', 'Nobody is their own manager. Choose somebody else.'))
  })
  return getPerson(ctx.db, personId)
}

/** The user the person becomes; undefined when nothing is said about it. */
async function linkedUser(
  ctx: Context,
  tx: Writer,
  person: { readonly id: string; readonly user_id: string | null },
  memberId: string | null | undefined,
): Promise<string | null | undefined> {
  if (memberId === undefined) return undefined
  const userId = memberId === null ? null : await userOf(tx, memberId)
  if (userId === person.user_id) return undefined
  // Who a person signs in as decides who may accept that person's risks, so it takes the right to manage members.
  if (!ctx.can('member:manage')) {
    throw new AppError(403, 'Only an owner says which member a person is (permission member:manage).')
  }
  const other = await tx
    .selectFrom('person')
    .select('name')
    .where('user_id', '=', userId)
    .where('id', '!=', person.id)
    .executeTakeFirst()
  if (other) {
    assertAllowed(refuse('member_already_linked', `That member is already ${other.name}. Undo that link first.`))
  }
  return userId
}

async function userOf(tx: Writer, memberId: string): Promise<string> {
  const member = await tx.selectFrom('member').select('user_id').where('id', '=', memberId).executeTakeFirst()
  if (!member) throw notFound('member')
  return member.user_id
}
