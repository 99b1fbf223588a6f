import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssetFact, DependencyFact } from './asset-web.ts'
import { type NeedLevel, needLevels, needProperties, rankOf } from './need-levels.ts'
import { standAssets } from './stand-assets.ts'

function asset(number: number, availability: NeedLevel | null = null, riskCount = 1): AssetFact {
  const needs = { confidentiality: null, integrity: null, availability }
  return { id: `a${number}`, number, inScope: true, riskCount, needs }
}

function on(above: number, below: number, anyOf = ''): DependencyFact {
  return { assetId: `a${above}`, onAssetId: `a${below}`, anyOf }
}

const standing = (assets: readonly AssetFact[], dependencies: readonly DependencyFact[], number: number) =>
  standAssets(assets, dependencies).byId.get(`a${number}`)

describe('an asset', () => {
  test('needs as much as what rests on it, and says by what way', () => {
    const assets = [asset(3, 'very_high'), asset(7), asset(9, 'low')]
    const found = standing(assets, [on(3, 7), on(7, 9)], 9)
    expect(found?.needs.availability).toEqual({
      level: 'very_high',
      because: 'Availability very high, because AS-3 rests on it by way of AS-7.',
    })
    expect(standing(assets, [on(3, 7), on(7, 9)], 7)?.needs.availability.because).toBe(
      'Availability very high, because AS-3 rests on it.',
    )
  })

  test('names a long way from its own end', () => {
    const assets = [asset(1, 'high'), asset(2), asset(3), asset(4), asset(5)]
    const found = standing(assets, [on(1, 2), on(2, 3), on(3, 4), on(4, 5)], 5)
    expect(found?.needs.availability.because).toContain('because AS-1 rests on it by way of AS-4, AS-3 and AS-2.')
  })

  test('keeps its own need where nothing that rests on it needs more', () => {
    expect(standing([asset(1, 'medium'), asset(2, 'high')], [on(1, 2)], 2)?.needs.availability).toEqual({
      level: 'high',
      because: null,
    })
  })

  test('with a high need that no risk is about says so', () => {
    const assets = [asset(1, 'high'), asset(2, null, 0)]
    expect(standing(assets, [on(1, 2)], 2)?.unassessed).toBe('No risk is about it, though it needs availability high.')
    expect(standing(assets, [], 2)?.unassessed).toBeNull()
  })
})

describe('a single point of failure', () => {
  const top = asset(1, 'very_high')

  test('is what a highly available asset rests on, also by way of others', () => {
    const assets = [top, asset(2), asset(3)]
    expect(standing(assets, [on(1, 2), on(2, 3)], 3)?.singlePoint).toBe(
      'Single point of failure: if AS-3 fails, AS-1 (availability very high) stops, and no alternative is stated.',
    )
  })

  test('is none where a stated alternative still runs', () => {
    const assets = [top, asset(2), asset(3)]
    const either = [on(1, 2, 'Gateways'), on(1, 3, 'gateways ')]
    expect([2, 3].map((number) => standing(assets, either, number)?.singlePoint)).toEqual([null, null])
  })

  test('is one where the alternative is alone', () => {
    expect(standing([top, asset(2)], [on(1, 2, 'Gateways')], 2)?.singlePoint).not.toBeNull()
  })

  test('is what all alternatives rest on', () => {
    const assets = [top, asset(2), asset(3), asset(4)]
    const web = [on(1, 2, 'Gateways'), on(1, 3, 'Gateways'), on(2, 4), on(3, 4)]
    expect([2, 3].map((number) => standing(assets, web, number)?.singlePoint)).toEqual([null, null])
    expect(standing(assets, web, 4)?.singlePoint).toContain('AS-1')
  })

  test('is none where what rests on it may fail', () => {
    expect(standing([asset(1, 'medium'), asset(2)], [on(1, 2)], 2)?.singlePoint).toBeNull()
  })
})

describe('a circle', () => {
  test('is named once, by its shortest round', () => {
    const assets = [1, 2, 3, 4].map((number) => asset(number))
    const { circles } = standAssets(assets, [on(4, 2), on(2, 3), on(3, 4), on(1, 2), on(3, 2)])
    expect(circles).toEqual([
      { ids: ['a2', 'a3'], sentence: 'They rest on each other in a circle: AS-2 → AS-3 → AS-2.' },
    ])
  })
})

const levels = fc.constantFrom<NeedLevel | null>(null, ...needLevels)
const assetsOf = (count: number) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, at) =>
      fc
        .record({ confidentiality: levels, integrity: levels, availability: levels })
        .map((needs): AssetFact => ({ id: `a${at}`, number: at + 1, inScope: true, riskCount: 0, needs })),
    ),
  )
const dependencies = fc.array(
  fc.record({
    assetId: fc.nat(7).map((at) => `a${at}`),
    onAssetId: fc.nat(7).map((at) => `a${at}`),
    anyOf: fc.constantFrom('', 'One', 'Two'),
  }),
  { maxLength: 24 },
)
const webs = fc.record({ assets: assetsOf(8), dependencies })

describe('needs that are handed down', () => {
  test('end on circles and are never below what is said, nor below what rests on the asset', () => {
    fc.assert(
      fc.property(webs, ({ assets, dependencies }) => {
        const { byId } = standAssets(assets, dependencies)
        const rank = (id: string, property: (typeof needProperties)[number]) =>
          rankOf(byId.get(id)?.needs[property].level ?? null)
        for (const property of needProperties) {
          for (const one of assets) expect(rank(one.id, property)).toBeGreaterThanOrEqual(rankOf(one.needs[property]))
          for (const { assetId, onAssetId } of dependencies)
            expect(rank(onAssetId, property)).toBeGreaterThanOrEqual(rank(assetId, property))
        }
      }),
    )
  })

  test('are never higher than the highest of itself and all above it, and say why where they are higher than its own', () => {
    fc.assert(
      fc.property(webs, ({ assets, dependencies }) => {
        const { byId } = standAssets(assets, dependencies)
        for (const one of assets)
          for (const property of needProperties) {
            const { level, because } = byId.get(one.id)?.needs[property] ?? { level: null, because: null }
            expect(because === null).toBe(level === one.needs[property])
            if (because === null) continue
            const source = assets.find(({ number }) => because.includes(`because AS-${number} `))
            expect(source?.needs[property]).toBe(level)
          }
      }),
    )
  })

  test('do not depend on the order of assets and dependencies', () => {
    fc.assert(
      fc.property(webs, ({ assets, dependencies }) => {
        const there = standAssets(assets, dependencies)
        const back = standAssets([...assets].reverse(), [...dependencies].reverse())
        expect(Object.fromEntries(back.byId)).toEqual(Object.fromEntries(there.byId))
        expect(back.circles).toEqual(there.circles)
      }),
    )
  })

  test('are not lowered and no single point vanishes by one dependency more without an alternative', () => {
    fc.assert(
      fc.property(webs, fc.nat(7), fc.nat(7), ({ assets, dependencies }, above, below) => {
        const before = standAssets(assets, dependencies)
        const more = { assetId: `a${above}`, onAssetId: `a${below}`, anyOf: '' }
        const after = standAssets(assets, [...dependencies, more])
        for (const [id, { needs, singlePoint }] of before.byId) {
          if (singlePoint !== null) expect(after.byId.get(id)?.singlePoint).not.toBeNull()
          for (const property of needProperties)
            expect(rankOf(after.byId.get(id)?.needs[property].level ?? null)).toBeGreaterThanOrEqual(
              rankOf(needs[property].level),
            )
        }
      }),
    )
  })
})
