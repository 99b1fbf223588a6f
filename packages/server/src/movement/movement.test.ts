import type { Client } from '@sinew/contract/client.ts'
import { getMovement, listMovements } from '@sinew/contract/movement/movement-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import {
  change,
  foundExample,
  insertAcceptance,
  insertEvidence,
  type TestChain,
  writeTestChain,
} from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

const dayMs = 86_400_000
const start = Date.now() - 300 * dayMs
const day = (days: number) => new Date(start + days * dayMs)

let server: TestServer
let chain: TestChain
let client: Client
let organizationId: string
let params: { readonly organizationId: string }

/** Proven on day 1, accepted on day 2, stale from day 181, told once a day until day 215. */
beforeAll(async () => {
  server = await startTestServer()
  const { services } = server
  organizationId = await foundExample(services, day(0))
  params = { organizationId }
  chain = await writeTestChain(services, organizationId, day(0))
  await recompute(services, organizationId, { at: day(0) })
  await change(services, organizationId, { at: day(1), by: 'Bo' }, (tx) =>
    insertEvidence(tx, chain, { collectedAt: day(1) }),
  )
  await recompute(services, organizationId, { at: day(1) })
  await change(services, organizationId, { at: day(2) }, (tx) => insertAcceptance(tx, chain, day(2)))
  for (let days = 181.1; days < 215; days += 1) await recompute(services, organizationId, { at: day(days) })
  client = await server.clientOf(organizationId)
})

describe('movements', () => {
  it('of one story are one entry, from where it began to where it stands', async () => {
    const { items, total, currency } = await client.call(listMovements, { params })
    expect(total).toBe(4)
    expect(currency).toBe('EUR')
    const [late] = items
    expect(late).toMatchObject({ kind: 'time', count: 34, firstAt: day(181.1).toISOString() })
    expect(late?.sentence).toMatch(
      /Restore test 34 days late → A\.8\.13 assurance 1\.00 → 0\.77 → R-1 Ransomware, expected yearly loss €200k → €246k → all risks, 1-in-10-year loss €400k → €800k → acceptance by J\. Doe of .* reopened → SoA A\.8\.13 proven → stale/,
    )
    const gap = late?.chain.find((effect) => effect.quantity === 'assuranceGap')
    expect(gap?.before).toBeCloseTo(0, 3)
    expect(Math.abs((late?.gapDeltaMinor ?? 0) - Number(gap?.after))).toBeLessThan(34)
    expect(late?.chain.map((effect) => effect.entity).indexOf('need')).toBe(0)
  })

  it('can be seen one by one', async () => {
    const [late] = (await client.call(listMovements, { params })).items
    const episode = late?.episodeKey
    const single = await client.call(listMovements, { params, query: { episode, pageSize: 10 } })
    expect(single).toMatchObject({ total: 34, pageSize: 10 })
    expect(single.items.map((movement) => movement.headline)).toEqual(
      Array.from({ length: 10 }, (_, n) => `Restore test ${34 - n} days late`),
    )
    const movement = await client.call(getMovement, { params: { ...params, movementId: single.items[3]?.id ?? '' } })
    expect(movement).toMatchObject({
      headline: 'Restore test 31 days late',
      storyCount: 34,
      cause: { since: day(181).toISOString() },
    })
  })

  it('are found from every object on their chain, by kind, time and words', async () => {
    const found = async (query: object) =>
      (await client.call(listMovements, { params, query })).items.map((one) => one.kind)
    expect(await found({ entity: 'risk', entityId: chain.riskId })).toEqual(['time', 'evidence', 'risk'])
    expect(await found({ entity: 'need', entityId: chain.needId })).toEqual(['time', 'evidence'])
    expect(await found({ entity: 'control', entityId: chain.needId })).toEqual([])
    expect(await found({ kind: 'evidence' })).toEqual(['evidence'])
    expect(await found({ kind: ['evidence', 'risk'], sort: 'at' })).toEqual(['risk', 'evidence'])
    expect(await found({ since: day(100).toISOString() })).toEqual(['time'])
    expect(await found({ until: day(1).toISOString() })).toEqual(['evidence', 'risk', 'control'])
    expect(await found({ q: 'by bo' })).toEqual(['evidence'])
    expect(await found({ q: '100%' })).toEqual([])
    expect(await found({ sort: '-gapDelta' })).toEqual(['risk', 'time', 'control', 'evidence'])
  })

  it('count a story as far as the filters let it through', async () => {
    const query = { until: day(190).toISOString() }
    const [late] = (await client.call(listMovements, { params, query })).items
    expect(late).toMatchObject({ count: 9, headline: 'Restore test 9 days late' })
    expect(late?.chain.some((effect) => effect.entity === 'acceptance')).toBe(false)
  })

  it('of the past are those that were known then', async () => {
    const then = await client.call(listMovements, { params, query: { asOf: day(100).toISOString() } })
    expect(then.items.map((one) => one.kind)).toEqual(['evidence', 'risk', 'control'])
    const amid = await client.call(listMovements, { params, query: { asOf: day(183.5).toISOString() } })
    expect(amid.items[0]).toMatchObject({ count: 3 })
  })

  it('are nobody else’s', async () => {
    const theirs = await server.createOrganization()
    await expect(theirs.client.call(listMovements, { params })).rejects.toMatchObject({ status: 404 })
    const [ours] = (await client.call(listMovements, { params })).items
    const there = { organizationId: theirs.organizationId, movementId: ours?.id ?? '' }
    await expect(theirs.client.call(getMovement, { params: there })).rejects.toMatchObject({ status: 404 })
  })
})
