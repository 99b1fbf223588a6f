import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { type LedgerEnd, readLedgerEnd } from '../chain/ledger-end.ts'
import { keepRecent } from '../chain/recent.ts'
import type { Context } from '../context.ts'
import { countSoa } from './count-soa.ts'
import { loadStatement, type Statement } from './load-statement.ts'
import { soaLines } from './soa-lines.ts'

/** A statement with all of its lines as people list them, ready to be filtered and cut. */
export type KeptStatement = {
  /** Without its versions: what may be done with one depends on who asks. */
  readonly statement: Omit<Statement, 'approved' | 'proposed'>
  readonly lines: readonly SoaLine[]
  readonly counts: Soa['counts']
}

type Kept = KeptStatement & { readonly at: number; readonly ledger: LedgerEnd }

/** How long a statement that is as of now is shown: time alone changes what is proven, by the day. */
const freshMs = 60_000

/** Lines weigh some kilobytes each: one very large organisation, or a hundred usual ones. */
const statements = keepRecent<Kept>(25_000)

/**
 * The statement at the instant that is asked about, derived once for all pages of it. What is kept is used while the ledger ends where it ended
 * and everything that could still have been written before had been over when it was read; in the present, for a minute at most.
 */
export async function keptStatement(ctx: Context): Promise<KeptStatement> {
  const ledger = await readLedgerEnd(ctx.db)
  const id = `${ctx.organizationId} ${ctx.asOf?.getTime() ?? 'now'}`
  const found = statements.find(id, '')
  if (found !== undefined && ledger !== null && isStillSo(found, ledger, ctx)) return found
  const { approved: _, proposed: __, ...statement } = await loadStatement(ctx)
  const lines = soaLines(statement)
  const made = { statement, lines, counts: countSoa(statement, lines) }
  if (ledger === null || ledger.last >= ledger.overBefore) return made
  statements.keep(id, '', { ...made, at: ctx.now.getTime(), ledger }, lines.length)
  return made
}

function isStillSo({ at, ledger }: Kept, seen: LedgerEnd, { asOf, now }: Context): boolean {
  if (seen.organizationId !== ledger.organizationId || seen.last >= ledger.overBefore) return false
  if (asOf !== null) return true
  const age = now.getTime() - at
  return seen.last === ledger.last && age >= 0 && age < freshMs
}
