import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { keepAtLedgerEnd } from '../chain/keep-at-ledger-end.ts'
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

/** Lines weigh some kilobytes each: one very large organisation, or a hundred usual ones. */
const kept = keepAtLedgerEnd<KeptStatement>(25_000, ({ lines }) => lines.length)

/** The statement at the instant that is asked about, derived once for all pages of it. */
export function keptStatement(ctx: Context): Promise<KeptStatement> {
  return kept(ctx, '', async () => {
    const { approved: _, proposed: __, ...statement } = await loadStatement(ctx)
    const lines = soaLines(statement)
    return { statement, lines, counts: countSoa(statement, lines) }
  })
}
