import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainFacts } from '../chain/chain-facts.ts'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { coarsePricer, deriveCoarsely } from '../test/derive-coarsely.ts'
import { dayMs } from '../time/calendar.ts'
import { explainMovements } from './explain-movements.ts'
import { type Fact, factKey } from './facts.ts'
import type { ChangeCause, Movement } from './movement.ts'

const runs = { numRuns: 1000 }

function factMap(snapshot: ChainSnapshot, at: number): ReadonlyMap<string, Fact> {
  const facts = chainFacts(deriveCoarsely(snapshot, at), snapshot.organizationId)
  return new Map(facts.map((fact) => [factKey(fact), fact]))
}

/** What each quantity went through, in the order of the movements. */
function paths(movements: readonly Movement[]) {
  const steps = new Map<string, [number | string | null, number | string | null][]>()
  for (const effect of movements.flatMap((movement) => movement.chain)) {
    const path = steps.get(factKey(effect)) ?? []
    steps.set(factKey(effect), [...path, [effect.before, effect.after]])
  }
  return steps
}

// A number that is not there counts as zero; a word that is not there has nothing to be compared with.
const moved = (a: Fact | undefined, b: Fact | undefined) =>
  (a ?? b)?.unit === 'word'
    ? a !== undefined && b !== undefined && a.value !== b.value
    : (a?.value ?? 0) !== (b?.value ?? 0)

function expectLawTwo(before: ChainSnapshot, from: number, after: ChainSnapshot, to: number): void {
  const movements = explainMovements({ snapshot: before, at: from }, { snapshot: after, at: to }, [], coarsePricer)
  const was = factMap(before, from)
  const is = factMap(after, to)
  const walked = paths(movements)
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    if (moved(was.get(key), is.get(key))) expect(walked.has(key), `${key} moved without a movement`).toBe(true)
  }
  for (const [key, path] of walked) {
    const unit = (was.get(key) ?? is.get(key))?.unit
    const missing = unit === 'word' ? null : 0
    const value = (end: number | string | null | undefined) => end ?? missing
    expect(value(path[0]?.[0]), `${key} begins at the stored value`).toBe(value(was.get(key)?.value))
    expect(value(path.at(-1)?.[1]), `${key} ends at the new value`).toBe(value(is.get(key)?.value))
    path.forEach(([start, end], i) => {
      expect(value(start)).not.toBe(value(end))
      if (i > 0) expect(value(start)).toBe(value(path[i - 1]?.[1]))
    })
  }
  for (const movement of movements) {
    expect(movement.chain.length).toBeGreaterThan(0)
    expect(new Set(movement.chain.map(factKey)).size).toBe(movement.chain.length)
    expect(movement.sentence.startsWith(movement.headline)).toBe(true)
    expect(movement.cause.id).not.toBe('')
  }
  expect(new Set(movements.map((movement) => movement.episodeKey)).size).toBe(movements.length)
}

describe('law 2: every move of a derived number has exactly one movement per step, with a cause', () => {
  test('between any two states the movements lead from the stored to the new number without a gap', () => {
    const elapsed = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(arbitraryChain, arbitraryChain, arbitraryDay, elapsed, (before, after, from, days) => {
        expectLawTwo(before, from, after, from + days * dayMs)
      }),
      runs,
    )
  }, 60_000)

  test('as time alone passes', () => {
    const elapsed = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, elapsed, (chain, from, days) => {
        expectLawTwo(chain, from, chain, from + days * dayMs)
      }),
      runs,
    )
  }, 60_000)

  test('no change, no movement', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (chain, at) => {
        const same: ChainSnapshot = structuredClone(chain)
        expect(explainMovements({ snapshot: chain, at }, { snapshot: same, at }, [], coarsePricer)).toEqual([])
      }),
      runs,
    )
  }, 60_000)

  test('the same two states give the same movements, whatever the order of their lists', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryChain, arbitraryDay, (before, after, at) => {
        const turned = (chain: ChainSnapshot): ChainSnapshot => ({
          ...chain,
          controls: chain.controls.toReversed().map((control) => ({ ...control, needs: control.needs.toReversed() })),
          risks: chain.risks.toReversed().map((risk) => ({ ...risk, links: risk.links.toReversed() })),
        })
        const movements = explainMovements({ snapshot: before, at }, { snapshot: after, at }, [], coarsePricer)
        const again = explainMovements(
          { snapshot: turned(before), at },
          { snapshot: turned(after), at },
          [],
          coarsePricer,
        )
        expect(again.map((movement) => movement.sentence)).toEqual(movements.map((movement) => movement.sentence))
      }),
      runs,
    )
  }, 60_000)

  test('whoever changed something is named; only time has no name', () => {
    const objects = (chain: ChainSnapshot): readonly ChangeCause[] => {
      const cause =
        (entity: ChangeCause['entity']) =>
        (object: { readonly id: string }): ChangeCause => {
          return {
            entity,
            id: object.id,
            operation: 'update',
            actorName: `${entity} ${object.id}`,
            at: 1,
            reason: null,
          }
        }
      const needs = chain.controls.flatMap((control) => control.needs)
      return [
        ...chain.controls.map(cause('control')),
        ...needs.map(cause('need')),
        ...needs.flatMap((need) => (need.newest === null ? [] : [cause('evidence')(need.newest)])),
        ...chain.risks.map(cause('risk')),
        ...chain.people.map(cause('person')),
        ...chain.collectors.map(cause('collector')),
        ...chain.acceptances.map(cause('acceptance')),
        ...chain.policies.map(cause('insurance_policy')),
        cause('methodology')(chain.methodology),
      ]
    }
    fc.assert(
      fc.property(arbitraryChain, arbitraryChain, arbitraryDay, (before, after, at) => {
        const causes = [...objects(before), ...objects(after)]
        const later = at + 30 * dayMs
        for (const { kind, cause } of explainMovements(
          { snapshot: before, at },
          { snapshot: after, at: later },
          causes,
          coarsePricer,
        )) {
          const isTime = kind === 'time' || (kind === 'insurance' && cause.since !== null)
          if (isTime) expect(cause).toMatchObject({ operation: 'time', actorName: null })
          else expect(cause.actorName).toBe(`${cause.entity} ${cause.id}`)
        }
      }),
      runs,
    )
  }, 60_000)
})
