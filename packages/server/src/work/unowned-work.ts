import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { numbered, type WorkLine, workColumns } from './work-columns.ts'

const line = {
  kind: 'unowned',
  what: 'Name an owner',
  dueAt: null,
  shownFrom: null,
  personId: null,
} as const satisfies Partial<WorkLine>

/** What nobody answers for: managers name somebody. */
export function unownedWork(db: Reader) {
  return [risks(db), controls(db), assets(db)]
}

function risks(db: Reader) {
  return db
    .selectFrom('risk')
    .where('risk.owner_id', 'is', null)
    .where('risk.status', '<>', 'closed')
    .select(
      workColumns({
        ...line,
        entity: 'risk',
        id: 'risk.id',
        ref: numbered('R', 'risk.number'),
        title: sql<string>`risk.title`,
      }),
    )
}

function controls(db: Reader) {
  return db
    .selectFrom('control')
    .where('control.owner_id', 'is', null)
    .where('control.applicable', '=', true)
    .where('control.implementation', '<>', 'not_started')
    .select(
      workColumns({
        ...line,
        entity: 'control',
        id: 'control.id',
        ref: sql<string>`control.ref`,
        title: sql<string>`control.title`,
      }),
    )
}

function assets(db: Reader) {
  return db
    .selectFrom('asset')
    .where('asset.owner_id', 'is', null)
    .where('asset.in_scope', '=', true)
    .select(
      workColumns({
        ...line,
        entity: 'asset',
        id: 'asset.id',
        ref: numbered('AS', 'asset.number'),
        title: sql<string>`asset.title`,
      }),
    )
}
