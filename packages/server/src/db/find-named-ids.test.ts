import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SelectQueryNode,
} from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { findNamedIds } from './find-named-ids.ts'

const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A select query's node is one, whatever it selects. */
const named = (query: { toOperationNode: () => unknown }, table: string) =>
  findNamedIds(query.toOperationNode() as SelectQueryNode, table)

const risks = db.selectFrom('risk').select('risk.title')
const joined = risks.leftJoin('person', 'person.id', 'risk.owner_id')

describe('the ids a query restricts a table to', () => {
  it('are those it names, alone or among other conditions', () => {
    expect(named(risks.where('id', '=', 'a'), 'risk')).toEqual(['a'])
    expect(named(risks.where('risk.id', 'in', ['a', 'b']), 'risk')).toEqual(['a', 'b'])
    const anyOf = risks.where((where) => where('risk.id', '=', where.fn.any(where.val(['a', 'b']))))
    expect(named(anyOf, 'risk')).toEqual(['a', 'b'])
    expect(named(joined.where('risk.status', '=', 'draft').where('risk.id', '=', 'a'), 'risk')).toEqual(['a'])
    expect(
      named(
        risks.where((where) => where.and([where('risk.id', '=', 'a'), where('status', '=', 'x')])),
        'risk',
      ),
    ).toEqual(['a'])
  })

  it('are not known where other rows may come in too', () => {
    expect(named(risks, 'risk')).toBeNull()
    expect(
      named(
        risks.where((where) => where.or([where('risk.id', '=', 'a'), where('status', '=', 'x')])),
        'risk',
      ),
    ).toBeNull()
    expect(named(risks.where('risk.id', '!=', 'a'), 'risk')).toBeNull()
    expect(
      named(
        risks.where((where) => where.not(where('risk.id', '=', 'a'))),
        'risk',
      ),
    ).toBeNull()
    expect(named(risks.where('risk.owner_id', '=', 'a'), 'risk')).toBeNull()
  })

  it('are those of the table that is asked about, and of no other', () => {
    expect(named(joined.where('risk.id', '=', 'a'), 'person')).toBeNull()
    expect(named(joined.where('person.id', '=', 'a'), 'risk')).toBeNull()
    expect(named(joined.where('person.id', '=', 'a'), 'person')).toEqual(['a'])
    // The same column name of two tables names neither.
    expect(named(db.selectFrom(['risk', 'person']).select('person.name').where('id', '=', 'a'), 'risk')).toBeNull()
  })

  it('are not known of a table that the query reads twice', () => {
    const twice = risks.innerJoin('risk as other', 'other.category', 'risk.category')
    expect(named(twice.where('risk.id', '=', 'a'), 'risk')).toBeNull()
    const nested = risks.where('risk.id', '=', 'a').where('risk.number', 'in', db.selectFrom('risk').select('number'))
    expect(named(nested, 'risk')).toBeNull()
    expect(named(risks.where('risk.id', '=', 'a').unionAll(risks), 'risk')).toBeNull()
  })
})
