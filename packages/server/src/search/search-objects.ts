import type { SearchHit, SearchKind } from '@sinew/contract/search/search-contract.ts'
import type { Permission } from '@sinew/core/access/permissions.ts'
import {
  actionRef,
  assetRef,
  collectorRef,
  evidenceRef,
  obligationRef,
  occurrenceRef,
  personRef,
  riskRef,
} from '@sinew/core/explanation/people-ref.ts'
import { registerRef } from '@sinew/core/register/register.ts'
import type { RegisterHead } from '@sinew/core/register/register-head.ts'
import { type RegisterTable, registerHeads } from '@sinew/core/register/register-heads.ts'
import { parseSearch, type SearchTerms } from '@sinew/core/search/parse-search.ts'
import { type AliasedExpression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { containsPattern } from '../db/list-page.ts'

type Row = {
  readonly id: string
  readonly number: number
  readonly ref: string
  readonly title: string
  readonly also: string
}

type Source = {
  readonly kind: SearchKind
  readonly read: Permission
  readonly letters: string
  readonly refOf: (row: { readonly number: number; readonly ref: string }) => string
  /** `id, number, ref, title, also`: `also` is searched without being shown. */
  readonly rows: (db: Reader) => AliasedExpression<Row, 'one'>
}

const text = (value: string) => sql<string>`${sql.lit(value)}::text`

const nouns: readonly Source[] = [
  {
    kind: 'risk',
    read: 'risk:read',
    letters: 'R',
    refOf: ({ number }) => riskRef(number),
    rows: (db) =>
      db
        .selectFrom('risk')
        .select(['risk.id', 'risk.number', text('').as('ref'), 'risk.title', text('').as('also')])
        .as('one'),
  },
  {
    kind: 'control',
    read: 'control:read',
    letters: 'C',
    refOf: ({ ref }) => ref,
    rows: (db) =>
      db
        .selectFrom('control')
        .select(['control.id', sql<number>`-1`.as('number'), 'control.ref', 'control.title', text('').as('also')])
        .as('one'),
  },
  {
    kind: 'evidence',
    read: 'evidence:read',
    letters: 'E',
    refOf: ({ number }) => evidenceRef(number),
    rows: (db) =>
      db
        .selectFrom('evidence')
        .select(['evidence.id', 'evidence.number', text('').as('ref'), 'evidence.title', text('').as('also')])
        .as('one'),
  },
  {
    kind: 'asset',
    read: 'asset:read',
    letters: 'AS',
    refOf: ({ number }) => assetRef(number),
    rows: (db) =>
      db
        .selectFrom('asset')
        .select(['asset.id', 'asset.number', text('').as('ref'), 'asset.title', text('').as('also')])
        .as('one'),
  },
  {
    kind: 'obligation',
    read: 'obligation:read',
    letters: 'O',
    refOf: ({ number }) => obligationRef(number),
    rows: (db) =>
      db
        .selectFrom('obligation')
        .select([
          'obligation.id',
          'obligation.number',
          text('').as('ref'),
          'obligation.title',
          'obligation.party as also',
        ])
        .as('one'),
  },
  {
    kind: 'occurrence',
    read: 'occurrence:read',
    letters: 'OC',
    refOf: ({ number }) => occurrenceRef(number),
    rows: (db) =>
      db
        .selectFrom('risk_occurrence as occurrence')
        .select([
          'occurrence.id',
          'occurrence.number',
          text('').as('ref'),
          'occurrence.title',
          'occurrence.source as also',
        ])
        .as('one'),
  },
  {
    kind: 'person',
    read: 'person:read',
    letters: 'P',
    refOf: ({ number }) => personRef(number),
    rows: (db) =>
      db
        .selectFrom('person')
        .select([
          'person.id',
          'person.number',
          text('').as('ref'),
          'person.name as title',
          sql<string>`coalesce(person.email, '')`.as('also'),
        ])
        .as('one'),
  },
  {
    kind: 'action',
    read: 'risk:read',
    letters: 'T',
    refOf: ({ number }) => actionRef(number),
    rows: (db) =>
      db
        .selectFrom('treatment_action as action')
        .select(['action.id', 'action.number', text('').as('ref'), 'action.title', text('').as('also')])
        .as('one'),
  },
  {
    kind: 'collector',
    read: 'evidence:read',
    letters: 'CO',
    refOf: ({ number }) => collectorRef(number),
    rows: (db) =>
      db
        .selectFrom('collector')
        .select([
          'collector.id',
          'collector.number',
          text('').as('ref'),
          'collector.name as title',
          'collector.tool as also',
        ])
        .as('one'),
  },
]

/** Tables by names that follow from the registers' heads. */
type Loose = { readonly selectFrom: (table: string) => SelectQueryBuilder<Record<string, Row>, string, object> }

const heads = registerHeads as readonly RegisterHead<RegisterTable>[]

/** In the order in which equally good hits are shown: what the chain is made of, what has a page, parts of something. */
const sources: readonly Source[] = [
  ...nouns,
  ...[...heads.filter(({ part }) => part === null), ...heads.filter(({ part }) => part !== null)].map(
    (head): Source => {
      const column = (name: string) => sql.ref<never>(`${head.table}.${name}`)
      return {
        kind: head.table,
        read: head.read,
        letters: head.letters,
        refOf: ({ number }) => registerRef(head, number),
        rows: (db) =>
          (db as unknown as Loose)
            .selectFrom(head.table)
            .select([
              column('id').as('id'),
              column('number').as('number'),
              text('').as('ref'),
              column(head.named).as('title'),
              text('').as('also'),
            ])
            .as('one') as unknown as AliasedExpression<Row, 'one'>,
      }
    },
  ),
]

/** So many of one kind at most, so that one register does not push all others out. */
const mostOfAKind = 8

/**
 * One query over every register the caller may read. Best first: the reference itself, then titles that begin with what was
 * typed, then a word of them, then anywhere.
 */
export async function searchObjects(ctx: Context, q: string, limit: number): Promise<{ readonly items: SearchHit[] }> {
  const terms = parseSearch(q)
  const [first, ...rest] = sources.filter(({ read }) => ctx.can(read)).map((source) => hits(ctx.db, source, q, terms))
  if (first === undefined) return { items: [] }
  const all = rest.reduce((union, arm) => union.unionAll(arm), first)
  const ranked = ctx.db
    .selectFrom(all.as('hit'))
    .select(['hit.kind', 'hit.id', 'hit.number', 'hit.ref', 'hit.title', 'hit.rank'])
    .select(sql<number>`row_number() over (partition by hit.kind order by hit.rank, hit.title, hit.id)`.as('place'))
  const rows = await ctx.db
    .selectFrom(ranked.as('ranked'))
    .select(['ranked.kind', 'ranked.id', 'ranked.number', 'ranked.ref', 'ranked.title'])
    .where('ranked.place', '<=', mostOfAKind)
    .orderBy('ranked.rank')
    .orderBy('ranked.place')
    .orderBy(sql`array_position(${sql.lit(`{${sources.map(({ kind }) => kind).join(',')}}`)}::text[], ranked.kind)`)
    .limit(limit)
    .execute()
  return {
    items: rows.map((row) => ({
      kind: row.kind,
      id: row.id,
      ref: sources.find(({ kind }) => kind === row.kind)?.refOf(row) ?? '',
      title: row.title,
    })),
  }
}

function hits(db: Reader, { kind, letters, rows }: Source, q: string, terms: SearchTerms) {
  const isRef = refMatches(letters, terms)
  const words = terms.words.map(
    (word) =>
      sql<boolean>`(one.title ilike ${containsPattern(word)} or one.also ilike ${containsPattern(word)} or one.ref ilike ${containsPattern(word)})`,
  )
  const begins = containsPattern(q.trim()).slice(1)
  return db
    .selectFrom(rows(db))
    .select([
      sql<SearchKind>`${sql.lit(kind)}::text`.as('kind'),
      'one.id',
      'one.number',
      'one.ref',
      'one.title',
      sql<number>`case when ${isRef} then 0 when one.ref ilike ${begins} then 1 when one.title ilike ${begins} then 2
        when one.title ilike ${`% ${begins}`} then 3 else 4 end`.as('rank'),
    ])
    .where(sql<boolean>`(${isRef} or (${sql.join(words, sql` and `)}))`)
}

/** Whether a row is what the reference names: by number with the noun's letters, or by a control's own reference. */
function refMatches(letters: string, { refLetters, refNumber, controlRef }: SearchTerms): RawBuilder<boolean> {
  const isNumber = refNumber !== null && (refLetters === letters || refLetters === '')
  const number = isNumber ? sql<boolean>`one.number = ${refNumber}` : sql<boolean>`false`
  const isControl = controlRef !== null && letters === 'C'
  return isControl ? sql<boolean>`(${number} or one.ref = ${controlRef})` : number
}
