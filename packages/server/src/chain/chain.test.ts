import {
  explainNumber,
  getDerivedStatus,
  getPortfolioHistory,
  getSnapshot,
} from '@sinew/contract/chain/chain-contract.ts'
import { deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { change, insertEvidence, type TestChain, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'
import { recompute } from './recompute.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

type Ours = TestOrganization & { readonly chain: TestChain; readonly params: { readonly organizationId: string } }

async function startChain(): Promise<Ours> {
  const organization = await server.createOrganization()
  const { organizationId } = organization
  const chain = await writeTestChain(server.services, organizationId)
  await recompute(server.services, organizationId)
  return { ...organization, chain, params: { organizationId } }
}

const prove = ({ chain, organizationId }: Ours, collectedAt = new Date()) =>
  change(server.services, organizationId, {}, (tx) => insertEvidence(tx, chain, { collectedAt }))

const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the snapshot', () => {
  it('is the whole chain as the written numbers saw it, with a tag that changes with it', async () => {
    const ours = await startChain()
    const { snapshot, at } = getSnapshot.response.parse(await ours.client.call(getSnapshot, { params: ours.params }))
    expect(snapshot.controls).toHaveLength(93)
    expect(snapshot.risks).toMatchObject([{ id: ours.chain.riskId, links: [{ controlId: ours.chain.controlId }] }])
    expect(deriveChain(snapshot, Date.parse(at)).portfolio.gapMinor).toBeCloseTo(20_000_000)

    const get = (etag?: string) =>
      server.app.request(`${testUrl}/api/orgs/${ours.organizationId}/snapshot`, {
        headers: { cookie: ours.cookie, ...(etag === undefined ? {} : { 'if-none-match': etag }) },
      })
    const etag = (await get()).headers.get('etag') ?? ''
    expect((await get(etag)).status).toBe(304)
    await prove(ours)
    expect((await get(etag)).status).toBe(304)
    await recompute(server.services, ours.organizationId)
    expect((await get(etag)).status).toBe(200)
  })

  it('is there before anything was worked out, and as of a past instant', async () => {
    const fresh = await server.createOrganization()
    const params = { organizationId: fresh.organizationId }
    expect((await fresh.client.call(getSnapshot, { params })).snapshot.controls).toHaveLength(93)
    const ours = await startChain()
    await pause()
    const asOf = new Date().toISOString()
    await pause()
    await prove(ours)
    await recompute(server.services, ours.organizationId)
    const newestOf = async (query?: { readonly asOf: string }) => {
      const { snapshot } = await ours.client.call(getSnapshot, { params: ours.params, query })
      return snapshot.controls.flatMap((control) => control.needs).find((need) => need.id === ours.chain.needId)?.newest
    }
    expect(await newestOf({ asOf })).toBeNull()
    expect(await newestOf()).toMatchObject({ number: 1 })
  })
})

describe('the status of derived numbers', () => {
  it('says what waits, for everybody and for one request', async () => {
    const ours = await startChain()
    const status = (after?: string) =>
      ours.client.call(getDerivedStatus, { params: ours.params, query: after === undefined ? {} : { after } })
    expect(await status()).toMatchObject({ waitingChanges: 0, settled: true })
    await prove(ours)
    expect(await status()).toMatchObject({ waitingChanges: 1, settled: false })
    const another = '01a20a4c-6a7d-705f-8189-b19c23476c04'
    expect(await status(another)).toMatchObject({ waitingChanges: 1, settled: true })
    await recompute(server.services, ours.organizationId)
    expect(await status()).toMatchObject({ settled: true, computedAt: expect.any(String) })
    await expect(status('nonsense')).rejects.toMatchObject({ status: 400 })
  })
})

describe('an explanation', () => {
  it('has the written number at its root, for every kind of object', async () => {
    const ours = await startChain()
    const why = (query: object) => ours.client.call(explainNumber, { params: ours.params, query })
    const gap = await why({})
    expect(gap).toMatchObject({ value: expect.closeTo(20_000_000), unit: 'minor' })
    expect(gap.terms.length).toBeGreaterThan(0)
    const { chain } = ours
    expect(await why({ entity: 'risk', entityId: chain.riskId, quantity: 'provenLoss' })).toMatchObject({
      value: expect.closeTo(40_000_000),
    })
    expect(await why({ entity: 'control', entityId: chain.controlId, quantity: 'assurance' })).toMatchObject({
      value: 0,
      unit: 'share',
    })
    expect(await why({ entity: 'soa_line', entityId: chain.controlId, quantity: 'proof' })).toMatchObject({
      value: 'unproven',
    })
  })

  it('is 404 for a number that an object does not have, and for another organisation’s object', async () => {
    const ours = await startChain()
    const theirs = await startChain()
    const why = (query: object) => ours.client.call(explainNumber, { params: ours.params, query })
    await expect(why({ entity: 'risk', entityId: ours.chain.riskId, quantity: 'assurance' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(why({ entity: 'risk', entityId: theirs.chain.riskId, quantity: 'provenLoss' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(why({ quantity: 'luck' })).rejects.toMatchObject({ status: 400 })
  })

  it('tells the past as it was', async () => {
    const ours = await startChain()
    await pause()
    const asOf = new Date().toISOString()
    await pause()
    await prove(ours)
    await recompute(server.services, ours.organizationId)
    const gap = async (query: object) => (await ours.client.call(explainNumber, { params: ours.params, query })).value
    expect(await gap({})).toBe(0)
    expect(await gap({ asOf })).toBeCloseTo(20_000_000)
  })
})

describe('the history of the portfolio', () => {
  it('is the last figures of each day, up to the instant on screen', async () => {
    const ours = await startChain()
    await pause()
    const asOf = new Date().toISOString()
    await pause()
    await prove(ours)
    await recompute(server.services, ours.organizationId)
    const history = async (query: object) =>
      (await ours.client.call(getPortfolioHistory, { params: ours.params, query })).items
    const now = await history({})
    expect(now.at(-1)).toMatchObject({ provenMinor: 20_000_000, claimedMinor: 20_000_000, gapMinor: 0 })
    expect((await history({ asOf })).at(-1)).toMatchObject({ gapMinor: 20_000_000 })
    expect(await history({ since: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
  })
})
