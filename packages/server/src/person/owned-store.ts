import type { listOwned, Owned } from '@sinew/contract/person/person-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { actionRef, assetRef, collectorRef, obligationRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { OwnedKind } from '@sinew/core/person/owned-kinds.ts'
import type { Register } from '@sinew/core/register/register.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { Database } from '../db/database.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { isOver, ownedRegisters } from './owned-registers.ts'

/** Tables by names that follow from the registers' declarations. */
type LooseReader = { readonly selectFrom: (table: string) => SelectQueryBuilder<Database, 'person', object> }

const kind = (name: OwnedKind) => sql<OwnedKind>`${sql.lit(name)}::text`.as('kind')
const noRef = sql<string>`''`.as('ref')
const noNumber = sql<number>`0`.as('number')

/** Everything somebody answers for now, one row each. */
export function ownedRows(db: Reader) {
  const risks = db
    .selectFrom('risk')
    .select(['risk.owner_id', 'risk.id', 'risk.title', 'risk.number', noRef, kind('risk')])
    .where('risk.status', '!=', 'closed')
  const controls = db
    .selectFrom('control')
    .select(['control.owner_id', 'control.id', 'control.title', noNumber, 'control.ref', kind('control')])
  const obligations = db
    .selectFrom('obligation')
    .select([
      'obligation.owner_id',
      'obligation.id',
      'obligation.title',
      'obligation.number',
      noRef,
      kind('obligation'),
    ])
  const assets = db
    .selectFrom('asset')
    .select(['asset.owner_id', 'asset.id', 'asset.title', 'asset.number', noRef, kind('asset')])
  const custodies = db
    .selectFrom('asset')
    .select(['asset.custodian_id as owner_id', 'asset.id', 'asset.title', 'asset.number', noRef, kind('asset')])
    .where(sql<boolean>`asset.custodian_id is distinct from asset.owner_id`)
  const actions = db
    .selectFrom('treatment_action as action')
    .select(['action.owner_id', 'action.id', 'action.title', 'action.number', noRef, kind('action')])
    .where('action.status', '=', 'open')
  const collectors = db
    .selectFrom('collector')
    .select([
      'collector.owner_id',
      'collector.id',
      'collector.name as title',
      'collector.number',
      noRef,
      kind('collector'),
    ])
    .where('collector.active', '=', true)
  const nouns = risks
    .unionAll(controls)
    .unionAll(obligations)
    .unionAll(assets)
    .unionAll(custodies)
    .unionAll(actions)
    .unionAll(collectors)
  return ownedRegisters.reduce((union, register) => union.unionAll(ownedOf(db, register)), nouns)
}

/** Records of a register that are not over, in the columns of the other kinds. */
function ownedOf(db: Reader, register: Register) {
  const column = <T>(name: string) => sql<T>`${sql.ref(`record.${name}`)}`
  return (db as unknown as LooseReader)
    .selectFrom(`${register.table} as record`)
    .select([
      column<string | null>('owner_id').as('owner_id'),
      column<string>('id').as('id'),
      column<string>(register.named).as('title'),
      column<number>('number').as('number'),
      sql<string>`${sql.lit(`${register.letters}-`)} || ${column<number>('number')}`.as('ref'),
      kind('record'),
    ])
    .where(sql<boolean>`not ${isOver(register, 'record')}`)
}

const refOf: Readonly<Record<OwnedKind, (row: { readonly number: number; readonly ref: string }) => string>> = {
  risk: (row) => riskRef(row.number),
  control: (row) => row.ref,
  obligation: (row) => obligationRef(row.number),
  asset: (row) => assetRef(row.number),
  action: (row) => actionRef(row.number),
  collector: (row) => collectorRef(row.number),
  record: (row) => row.ref,
}

export async function findOwned(
  db: Reader,
  personId: string,
  query: ParsedQuery<typeof listOwned>,
): Promise<Page<Owned>> {
  let owned = db
    .selectFrom(ownedRows(db).as('owned'))
    .select(['owned.id', 'owned.kind', 'owned.title', 'owned.number', 'owned.ref'])
    .where('owned.owner_id', '=', personId)
  if (query.kind) owned = owned.where('owned.kind', '=', query.kind)
  if (query.q) owned = owned.where('owned.title', 'ilike', containsPattern(query.q))
  return listPage(
    owned,
    query,
    { kind: 'owned.kind', title: 'owned.title' },
    (row) => ({ kind: row.kind, id: row.id, ref: refOf[row.kind](row), title: row.title }),
    'owned.id',
  )
}
