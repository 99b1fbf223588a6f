import { explainNumber, getPortfolioHistory, getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import { createPolicy } from '@sinew/contract/insurance/insurance-contract.ts'
import { listMovements } from '@sinew/contract/movement/movement-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { createRisk, estimateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { newId } from '../db/identity.ts'
import { change, foundExample, rowsOf, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const dayMs = 86_400_000

describe('a policy in force', () => {
  it('takes its part off the year, with a movement that names who wrote it, and an explanation that names the policy', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
    await client.call(estimateRisk, {
      params: { ...params, riskId: risk.id },
      ifMatch: risk.version,
      body: {
        frequency: { low: 1, high: 1 },
        lossMinor: { low: 40_000_000, high: 40_000_000 },
        lossCapMinor: null,
        note: 'Known.',
      },
    })
    await recompute(server.services, organizationId)
    const before = await client.call(getPulse, { params })
    expect(before.portfolio).toMatchObject({ provenMinor: 40_000_000, borne: null })

    const policy = await client.call(createPolicy, {
      params,
      body: {
        name: 'Cyber',
        per: 'event',
        deductibleMinor: 10_000_000,
        limitMinor: 20_000_000,
        premiumMinor: 1,
        validFrom: '2020-01-01T00:00:00Z',
        validUntil: '2120-01-01T00:00:00Z',
        riskIds: [risk.id],
      },
    })
    await recompute(server.services, organizationId)
    const { portfolio } = await client.call(getPulse, { params })
    expect(portfolio).toMatchObject({
      provenMinor: 40_000_000,
      borne: {
        policies: [{ id: policy.id, number: 1, name: 'Cyber' }],
        lossMinor: { claimed: 20_000_000, proven: 20_000_000, target: 20_000_000 },
      },
    })
    expect(portfolio?.borne?.tail.proven.exceededMinor[10]).toBeLessThan(portfolio?.tail.proven.exceededMinor[10] ?? 0)
    const [movement] = (await client.call(listMovements, { params, query: { kind: ['insurance'] } })).items
    expect(movement?.sentence).toMatch(
      /^Insurance IP-1 Cyber in force by .+ → all risks, insurance takes €0 → €200k off the expected yearly loss/,
    )
    const why = await client.call(explainNumber, { params, query: { quantity: 'provenCovered' } })
    expect(Math.round(Number(why.value))).toBe(20_000_000)
    expect(why.terms.at(-1)?.source).toMatchObject({ entity: 'insurance_policy', id: policy.id, ref: 'IP-1' })
    const { snapshot } = await client.call(getSnapshot, { params })
    expect(snapshot.policies).toMatchObject([{ id: policy.id, riskIds: [risk.id] }])
    const { items } = await client.call(getPortfolioHistory, { params })
    expect(items.at(-1)?.borne?.lossMinor.proven).toBe(20_000_000)
  })

  it('that runs out is told on its day, and from then on nothing is taken off', async () => {
    const { services } = server
    const start = Date.now() - 400 * dayMs
    const day = (days: number) => new Date(start + days * dayMs)
    const organizationId = await foundExample(services, day(0))
    await writeTestChain(services, organizationId, day(0))
    await change(services, organizationId, { at: day(1) }, (tx) =>
      tx
        .insertInto('insurance_policy')
        .values({
          organization_id: organizationId,
          id: newId(),
          number: 7,
          name: 'Cyber',
          per: 'year',
          deductible_minor: 1,
          limit_minor: 1_000_000_000,
          premium_minor: 0,
          valid_from: day(1),
          valid_until: day(30),
          covers_all: true,
        })
        .execute(),
    )
    const borneAt = async (days: number) => {
      await recompute(services, organizationId, { at: day(days) })
      const [row] = await rowsOf<{ borne: object | null }>(
        services,
        organizationId,
        `select nullif(summary -> 'borne', 'null') as borne from portfolio_state`,
      )
      return row?.borne ?? null
    }
    expect(await borneAt(2)).not.toBeNull()
    expect(await borneAt(29.9)).not.toBeNull()
    expect(await borneAt(30.1)).toBeNull()
    const told = await rowsOf<{ sentence: string }>(
      services,
      organizationId,
      `select sentence from movement where kind = 'insurance' order by number desc limit 1`,
    )
    expect(told[0]?.sentence).toMatch(/^Insurance IP-7 Cyber ran out on .+ → all risks, insurance takes €\S+ → €0 off/)
    expect(await borneAt(31)).toBeNull()
  })
})
