import type { Context } from '../context.ts'
import { type LedgerEnd, readLedgerEnd } from './ledger-end.ts'
import { keepRecent } from './recent.ts'

type Kept<T> = { readonly value: T; readonly at: number; readonly ledger: LedgerEnd }

/** How long what is as of now is shown: time alone changes what is proven, by the day. */
const freshMs = 60_000

/**
 * Keeps what was derived of an organisation at the instant that is asked about, as long as weights add up to no more than `room`. It is used
 * while the ledger ends where it ended and everything that could still have been written before was over when it was read; in
 * the present, for a minute at most. `name` says whatever else it depends on.
 */
export function keepAtLedgerEnd<T>(room: number, weightOf: (value: T) => number) {
  const recent = keepRecent<Kept<T>>(room)
  return async (ctx: Context, name: string, derive: () => Promise<T>): Promise<T> => {
    const ledger = await readLedgerEnd(ctx.db)
    const id = `${ctx.organizationId} ${ctx.asOf?.getTime() ?? 'now'} ${name}`
    const found = recent.find(id, '')
    if (found !== undefined && ledger !== null && isStillSo(found, ledger, ctx)) return found.value
    const value = await derive()
    if (ledger !== null && ledger.last < ledger.overBefore)
      recent.keep(id, '', { value, at: ctx.now.getTime(), ledger }, weightOf(value))
    return value
  }
}

function isStillSo({ at, ledger }: Kept<unknown>, seen: LedgerEnd, { asOf, now }: Context): boolean {
  if (seen.organizationId !== ledger.organizationId || seen.last >= ledger.overBefore) return false
  if (asOf !== null) return true
  const age = now.getTime() - at
  return seen.last === ledger.last && age >= 0 && age < freshMs
}
