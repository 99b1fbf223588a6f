import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { sql } from 'kysely'
import type { Collect } from './collect.ts'

type Then = { readonly proven: string | null; readonly claimed: string | null }

/** 9.3.2 f: what a year is expected to cost, then and now, the levels of the risks, and how treatment goes. */
export const risks: Collect = async (db, { since, at }) => {
  const { currency } = await db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()
  const now = await db.selectFrom('portfolio_state').select(['proven_minor', 'claimed_minor']).executeTakeFirst()
  const { rows: past } = await sql<Then>`
    select row ->> 'proven_minor' as proven, row ->> 'claimed_minor' as claimed from past('portfolio_state', ${since})`.execute(
    db,
  )
  const levels = await db
    .selectFrom('risk_state')
    .innerJoin('risk', 'risk.id', 'risk_state.id')
    .select(['proven_level', (all) => all.fn.countAll<string>().as('n')])
    .where('risk.status', '<>', 'closed')
    .groupBy('proven_level')
    .orderBy('proven_level')
    .execute()
  const { rows: actions } = await sql<{ open: number; late: number; done: number }>`
    select count(*) filter (where status = 'open')::int as open,
      count(*) filter (where status = 'open' and due_at < ${at})::int as late,
      count(*) filter (where done_at > ${since})::int as done from treatment_action`.execute(db)
  const money = (minor: unknown) => formatMoneyShort(Number(minor), currency)
  const [then] = past
  const [action] = actions
  return [
    now === undefined
      ? 'No year is priced yet.'
      : `A year is expected to cost ${money(now.proven_minor)} as far as evidence proves, ${money(now.claimed_minor)} as claimed.`,
    ...(then?.proven ? [`At the review before: ${money(then.proven)} proven, ${money(then.claimed)} claimed.`] : []),
    `Risks by proven level: ${levels.map(({ proven_level, n }) => `${n} ${proven_level}`).join(', ') || 'none assessed'}.`,
    `Treatment: ${action?.done ?? 0} actions done since, ${action?.open ?? 0} open, ${action?.late ?? 0} of them overdue.`,
  ]
}
