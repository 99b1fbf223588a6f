import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import { listHistory } from '@sinew/contract/ledger/ledger-contract.ts'
import { createRisk, estimateRisk, explainRisk, exportRisks, getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const fine = { name: 'Fine', probability: 0.25, lossMinor: { low: 200_000, high: 200_000 }, mostMinor: null }

async function scene() {
  const { client, organizationId } = await server.createOrganization()
  const risk = await client.call(createRisk, { params: { organizationId }, body: { title: 'Licence lost' } })
  const params = { organizationId, riskId: risk.id }
  const estimate = async (body: object) => {
    const { version } = await client.call(getRisk, { params })
    return client.call(estimateRisk, { params, ifMatch: version, body: { note: 'Counted.', ...body } })
  }
  return { client, organizationId, params, estimate }
}

describe('an estimate with laws of its own', () => {
  it('is kept with the range that they span, priced by them, explained, exported, and kept in the ledger', async () => {
    const { client, organizationId, params, estimate } = await scene()
    const saved = await estimate({
      frequencyShape: { kind: 'at_most_once', probability: 0.3 },
      lossShape: { kind: 'amounts', amountsMinor: [100_000, 200_000, 600_000] },
      secondaryLosses: [fine],
    })
    expect(saved).toMatchObject({
      frequency: { low: 0.3, high: 0.3 },
      lossMinor: { low: 100_000, high: 600_000 },
      secondaryLosses: [fine],
    })
    await recompute(server.services, organizationId)
    // 0.3 · (300,000 + 0.25 · 200,000)
    expect((await client.call(getRisk, { params })).state?.inherentMinor).toBe(105_000)
    const { snapshot } = await client.call(getSnapshot, { params: { organizationId } })
    expect(snapshot.risks[0]).toMatchObject({
      frequencyShape: { kind: 'at_most_once', probability: 0.3 },
      secondaryLosses: [fine],
    })
    const why = JSON.stringify(await client.call(explainRisk, { params, query: { state: 'inherent' } }))
    expect(why).toContain('at most one event a year')
    expect(why).toContain('one of 3 amounts')
    expect(why).toContain('"Fine"')
    const csv = await (
      await client.download(exportRisks, { params: { organizationId }, query: { format: 'csv' } })
    ).text()
    expect(csv).toContain('at most once a year: 30 %; 3 amounts')
    expect(csv).toContain('Fine: 25 %')
    const history = await client.call(listHistory, {
      params: { organizationId, entity: 'risk', entityId: params.riskId },
    })
    expect(JSON.stringify(history)).toContain('loss_shape')

    // A plain estimate says ranges again; further losses stay until somebody removes them.
    const plain = await estimate({ frequency: { low: 1, high: 1 }, lossMinor: { low: 5, high: 9 } })
    expect(plain).toMatchObject({ frequencyShape: null, lossShape: null, secondaryLosses: [fine] })
    const bare = { frequency: { low: 1, high: 1 }, lossMinor: { low: 5, high: 9 }, secondaryLosses: [] }
    expect(await estimate(bare)).toMatchObject({ secondaryLosses: [] })
  })

  it('is refused with the place of what is wrong', async () => {
    const { estimate } = await scene()
    const ranges = { frequency: { low: 1, high: 1 }, lossMinor: { low: 5, high: 9 } }
    const wrong: readonly [object, string][] = [
      [{ lossMinor: ranges.lossMinor }, 'frequency'],
      [{ frequency: ranges.frequency }, 'lossMinor'],
      [{ ...ranges, lossShape: { kind: 'pert', minMinor: 9, modeMinor: 5, maxMinor: 2 } }, 'lossShape'],
      [{ ...ranges, lossShape: { kind: 'amounts', amountsMinor: [] } }, 'lossShape'],
      [{ ...ranges, frequencyShape: { kind: 'at_most_once', probability: 0 } }, 'frequencyShape'],
      [{ ...ranges, secondaryLosses: [{ ...fine, probability: 0 }] }, 'secondaryLosses'],
    ]
    for (const [body, path] of wrong)
      await expect(estimate(body)).rejects.toMatchObject({
        status: 422,
        problem: { errors: expect.arrayContaining([expect.objectContaining({ path })]) },
      })
  })
})
