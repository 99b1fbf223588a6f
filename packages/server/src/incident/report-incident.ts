import type { reportIncident as route } from '@sinew/contract/incident/incident-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { incidentRefusals } from '@sinew/core/incident/incident-rules.ts'
import { ongoingWords } from '@sinew/core/incident/incident-words.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'

const titleLength = 120

/** Somebody saw something: kept at once, sorted by others later. */
export async function reportIncident(ctx: Context, { what, noticedAt, ongoing }: ParsedBody<typeof route>) {
  const id = newId()
  const noticed = noticedAt === undefined ? ctx.now : new Date(noticedAt)
  assertAllowed(incidentRefusals({ noticedAt: noticed.getTime(), occurredAt: null }, ctx.now.getTime()))
  const title = titleOf(what)
  const number = await ctx.recorded({ derives: false }, async (tx) => {
    const next = await nextNumber(tx, 'incident')
    await tx
      .insertInto('incident')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: next,
        title,
        description: `${what}\n\nStill going on? ${ongoingWords[ongoing]}.`,
        noticed_at: noticed,
        reported_at: ctx.now,
        reported_by_name: ctx.actor.name,
      })
      .execute()
    return next
  })
  const handlers = await ctx.db
    .selectFrom('member')
    .select('name')
    .where('role', 'in', ['owner', 'manager'])
    .orderBy('name')
    .execute()
  return { incidentId: id, number, title, handledBy: handlers.map(({ name }) => name) }
}

/** The first sentence or line of what was said. */
function titleOf(what: string): string {
  const [line = ''] = what.split('\n')
  const [sentence = line] = /^.+?[.!?](?=\s|$)/.exec(line) ?? [line]
  const short = sentence.replace(/\.$/, '')
  return short.length <= titleLength ? short : `${short.slice(0, titleLength - 1).trimEnd()}…`
}
