import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { Movement } from '@sinew/core/movement/movement.ts'
import { sql } from 'kysely'
import type { Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { insertRows } from './insert-rows.ts'
import { toMinor } from './to-minor.ts'

/** Writes movements down once, numbered in the order of the chain they went along, and findable from every object on it. */
export async function writeMovements(
  tx: Writer,
  snapshot: ChainSnapshot,
  movements: readonly Movement[],
): Promise<void> {
  if (movements.length === 0) return
  const first = (await reserveNumbers(tx, movements.length)) - movements.length + 1
  const rows = movements.map((movement, index) => ({ id: newId(), number: first + index, movement }))
  await insertRows(
    tx,
    'movement',
    rows.map(({ id, number, movement }) => ({
      id,
      number,
      at: new Date(movement.at).toISOString(),
      kind: movement.kind,
      headline: movement.headline,
      sentence: movement.sentence,
      cause: movement.cause,
      chain: movement.chain,
      episode_key: movement.episodeKey,
      gap_delta_minor: toMinor(movement.gapDeltaMinor),
    })),
  )
  const riskOf = new Map(snapshot.acceptances.map((acceptance) => [acceptance.id, acceptance.riskId]))
  await insertRows(
    tx,
    'movement_subject',
    rows.flatMap(({ id, movement }) =>
      subjectsOf(movement, riskOf).map(([entity, entityId]) => ({ movement_id: id, entity, entity_id: entityId })),
    ),
  )
}

async function reserveNumbers(tx: Writer, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into reference_counter (organization_id, noun, last_number) values (current_organization(), 'movement', ${count})
    on conflict (organization_id, noun) do update set last_number = reference_counter.last_number + excluded.last_number
    returning last_number as last`.execute(tx)
  const last = rows[0]?.last
  if (last === undefined) throw new Error('No numbers came for movements')
  return last
}

/** Every object on the chain and the one it began with; an acceptance brings its risk along, a line its control. */
export function subjectsOf(
  movement: Pick<Movement, 'cause' | 'chain'>,
  riskOf: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const subjects = new Map<string, readonly [string, string]>()
  const add = (entity: string, id: string | undefined) => {
    if (id !== undefined && id !== '') subjects.set(`${entity} ${id}`, [entity, id])
  }
  for (const { entity, id } of [movement.cause, ...movement.chain]) {
    add(entity, id)
    if (entity === 'acceptance') add('risk', riskOf.get(id))
    if (entity === 'soa_line') add('control', id)
  }
  return [...subjects.values()]
}
