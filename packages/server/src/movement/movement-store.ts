import type { listMovements, Movement, MovementStory } from '@sinew/contract/movement/movement-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Effect, MovementCause, MovementKind } from '@sinew/core/movement/movement.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { notFound } from '../errors.ts'
import { foldStory } from './fold-story.ts'

const columns = [
  'movement.id',
  'movement.number',
  'movement.at',
  'movement.kind',
  'movement.headline',
  'movement.sentence',
  'movement.cause',
  'movement.chain',
  'movement.episode_key',
  'movement.gap_delta_minor',
] as const

type MovementRow = {
  readonly id: string
  readonly number: number
  readonly at: Date
  readonly kind: string
  readonly headline: string
  readonly sentence: string
  readonly cause: unknown
  readonly chain: unknown
  readonly episode_key: string
  readonly gap_delta_minor: number
}

function toMovement(row: MovementRow): Movement {
  // Written from core's movements, and never changed.
  const cause = row.cause as MovementCause
  return {
    id: row.id,
    number: row.number,
    at: row.at.toISOString(),
    kind: row.kind as MovementKind,
    headline: row.headline,
    sentence: row.sentence,
    cause: {
      ...cause,
      at: new Date(cause.at).toISOString(),
      since: cause.since === null ? null : new Date(cause.since).toISOString(),
    },
    chain: [...(row.chain as readonly Effect[])],
    episodeKey: row.episode_key,
    gapDeltaMinor: row.gap_delta_minor,
  }
}

type Filters = Partial<ParsedQuery<typeof listMovements>>

function filtered(db: Reader, filters: Filters) {
  const { entity, entityId, kind, since, until, q, episode } = filters
  let movements = db.selectFrom('movement')
  if (entity !== undefined || entityId !== undefined) {
    movements = movements.where((where) => {
      let subjects = where
        .selectFrom('movement_subject')
        .select('movement_subject.movement_id')
        .whereRef('movement_subject.movement_id', '=', 'movement.id')
      if (entity !== undefined) subjects = subjects.where('movement_subject.entity', '=', entity)
      if (entityId !== undefined) subjects = subjects.where('movement_subject.entity_id', '=', entityId)
      return where.exists(subjects)
    })
  }
  if (kind !== undefined) movements = movements.where('movement.kind', 'in', kind)
  if (since !== undefined) movements = movements.where('movement.at', '>=', new Date(since))
  if (until !== undefined) movements = movements.where('movement.at', '<=', new Date(until))
  if (q !== undefined && q !== '') movements = movements.where('movement.sentence', 'ilike', containsPattern(q))
  if (episode !== undefined) movements = movements.where('movement.episode_key', '=', episode)
  return movements
}

/** What moved, one entry a story (all movements of one episode that the filters let through), or the single movements of one. */
export async function findMovements(
  db: Reader,
  query: ParsedQuery<typeof listMovements>,
  currency: string,
): Promise<Page<MovementStory>> {
  return query.episode === undefined ? findStories(db, query, currency) : findSingle(db, query)
}

function findSingle(db: Reader, query: ParsedQuery<typeof listMovements>): Promise<Page<MovementStory>> {
  return listPage(
    filtered(db, query).select(columns),
    query,
    { at: 'movement.number', gapDelta: 'movement.gap_delta_minor' },
    (row) => ({ ...toMovement(row), count: 1, firstAt: row.at.toISOString() }),
    'movement.number',
  )
}

async function findStories(
  db: Reader,
  query: ParsedQuery<typeof listMovements>,
  currency: string,
): Promise<Page<MovementStory>> {
  const stories = filtered(db, query)
    .groupBy('movement.episode_key')
    .select((select) => [
      'movement.episode_key',
      select.fn.max('movement.number').as('last'),
      select.fn.min('movement.at').as('first_at'),
      select.fn.max('movement.at').as('last_at'),
      select.fn.sum<number>('movement.gap_delta_minor').as('gap_delta'),
      sql<number>`count(*)::int`.as('count'),
    ])
  const page = await listPage(
    db.selectFrom(stories.as('story')).selectAll(),
    query,
    { at: 'story.last_at', gapDelta: 'story.gap_delta' },
    (row) => row,
    // What was worked out together stands by what it moved.
    sql`row(abs(story.gap_delta), story.last)`,
  )
  const newest = await movementsByNumber(
    db,
    page.items.map((story) => story.last),
  )
  const folded = await foldedChains(
    db,
    query,
    page.items.filter((story) => story.count > 1).map((story) => story.episode_key),
  )
  const items = page.items.flatMap((story): MovementStory[] => {
    const movement = newest.get(story.last)
    if (movement === undefined) return []
    const told = { count: story.count, firstAt: story.first_at.toISOString(), gapDeltaMinor: Number(story.gap_delta) }
    const chain = folded.get(story.episode_key)
    return [chain === undefined ? { ...movement, ...told } : foldStory(movement, chain, told, currency)]
  })
  return { ...page, items }
}

async function movementsByNumber(db: Reader, numbers: readonly number[]): Promise<ReadonlyMap<number, Movement>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.selectFrom('movement').select(columns).where('movement.number', 'in', numbers).execute()
  return new Map(rows.map((row) => [row.number, toMovement(row)]))
}

/**
 * For each story, every number on its way: where the last movement left it, and what all of them together did to it. Between
 * two movements of a story others may move the same number; what they did is theirs.
 */
async function foldedChains(
  db: Reader,
  query: Filters,
  episodes: readonly string[],
): Promise<ReadonlyMap<string, readonly Effect[]>> {
  if (episodes.length === 0) return new Map()
  const key = sql`effect.value ->> 'entity', effect.value ->> 'id', effect.value ->> 'quantity'`
  const rows = await filtered(db, query)
    .innerJoinLateral(sql<{ value: Effect }>`jsonb_array_elements(movement.chain)`.as('effect'), (join) =>
      join.onTrue(),
    )
    .where('movement.episode_key', 'in', episodes)
    .groupBy(['movement.episode_key', key])
    .select([
      'movement.episode_key',
      sql<Effect['before']>`(array_agg(effect.value -> 'before' order by movement.number))[1]`.as('began'),
      sql<Effect>`(array_agg(effect.value order by movement.number desc))[1]`.as('last'),
      sql<number | null>`sum(${moved('after')} - ${moved('before')})`.as('moved'),
    ])
    .execute()
  const chains = new Map<string, Effect[]>()
  for (const { episode_key, began, last, moved } of rows) {
    const before = last.unit === 'word' || moved === null ? began : Number(last.after ?? 0) - moved
    const effect = { ...last, before }
    if (effect.before === effect.after) continue
    chains.set(episode_key, [...(chains.get(episode_key) ?? []), effect])
  }
  return chains
}

/** One side of an effect as a number; what is not there counts as zero, a word as nothing at all. */
function moved(side: 'before' | 'after') {
  return sql`case when effect.value ->> 'unit' <> 'word' then coalesce((effect.value ->> ${sql.lit(side)})::float8, 0) end`
}

export async function getMovement(db: Reader, movementId: string): Promise<Movement & { readonly storyCount: number }> {
  const row = await db
    .selectFrom('movement')
    .select(columns)
    .select((select) =>
      select
        .selectFrom('movement as other')
        .whereRef('other.episode_key', '=', 'movement.episode_key')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('story_count'),
    )
    .where('movement.id', '=', movementId)
    .executeTakeFirst()
  if (!row) throw notFound('movement')
  return { ...toMovement(row), storyCount: row.story_count ?? 1 }
}
