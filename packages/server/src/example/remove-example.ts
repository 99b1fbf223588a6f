import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { readProgress } from './example-progress.ts'

/** Removes an example company whole: the only kind of organisation that ever is. */
export async function removeExample(ctx: Context): Promise<void> {
  const { state } = await readProgress(ctx.db)
  if (state === 'none') {
    assertAllowed(refuse('not-an-example', 'This is a real organisation. Only an example company can be removed.'))
  }
  if (state === 'telling') {
    assertAllowed(refuse('example-being-told', 'Its story is being told at this moment. Wait until it is finished.'))
  }
  await ctx.recorded({ derives: false }, async (tx) => {
    // After whoever works out its consequences right now.
    const key = sql`hashtextextended(${`sinew chain ${ctx.organizationId}`}, 0)`
    await sql`select pg_advisory_xact_lock(${key})`.execute(tx)
    await sql`select remove_example()`.execute(tx)
  })
}
