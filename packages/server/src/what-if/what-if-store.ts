import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { listWhatIfs, SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

function whatIfsWithUse(db: Reader) {
  return db
    .selectFrom('what_if')
    .selectAll('what_if')
    .select((select) =>
      select
        .selectFrom('treatment_action as action')
        .whereRef('action.what_if_id', '=', 'what_if.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('action_count'),
    )
}

type WhatIfRow = Awaited<ReturnType<ReturnType<typeof whatIfsWithUse>['executeTakeFirstOrThrow']>>

function toWhatIf(row: WhatIfRow): SavedWhatIf {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    name: row.name,
    note: row.note,
    // Written by `createWhatIf` and `updateWhatIf`, whose contract are these shapes.
    content: row.content as SavedWhatIf['content'],
    figures: row.figures as SavedWhatIf['figures'],
    authorName: row.author_name,
    actionCount: row.action_count ?? 0,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export function findWhatIfs(db: Reader, query: ParsedQuery<typeof listWhatIfs>): Promise<Page<SavedWhatIf>> {
  let whatIfs = whatIfsWithUse(db)
  if (query.number) whatIfs = whatIfs.where('what_if.number', '=', query.number)
  if (query.q) {
    const pattern = containsPattern(query.q)
    whatIfs = whatIfs.where((where) =>
      where.or([where('what_if.name', 'ilike', pattern), where('what_if.note', 'ilike', pattern)]),
    )
  }
  const sorts = {
    updatedAt: 'what_if.updated_at',
    number: 'what_if.number',
    name: sql`lower(what_if.name)`,
    author: 'what_if.author_name',
  } as const
  return listPage(whatIfs, query, sorts, toWhatIf, 'what_if.id')
}

export async function getWhatIf(db: Reader, whatIfId: string): Promise<SavedWhatIf> {
  const row = await whatIfsWithUse(db).where('what_if.id', '=', whatIfId).executeTakeFirst()
  if (!row) throw notFound('what-if')
  return toWhatIf(row)
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the write. */
export async function lockWhatIf(tx: Writer, whatIfId: string) {
  const row = await tx.selectFrom('what_if').selectAll().where('id', '=', whatIfId).forUpdate().executeTakeFirst()
  if (!row) throw notFound('what-if')
  return row
}
