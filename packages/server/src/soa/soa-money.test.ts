import { updateControl } from '@sinew/contract/control/control-contract.ts'
import { createRisk, estimateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { exportSoa, getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { recompute } from '../chain/recompute.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { lineOf } from '../test/test-statement.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

describe('what a control is worth', () => {
  it('stands on its line, sorts the lines, and goes into the files of the statement as it is', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const backup = await lineOf(client, organizationId, 'A.8.13')
    expect(backup.worth === null || backup.worth.claimedMinor === 0).toBe(true)
    const implemented = { params: { ...params, controlId: backup.controlId }, ifMatch: backup.version }
    await client.call(updateControl, { ...implemented, body: { implementation: 'implemented' } })
    const risk = await client.call(createRisk, { params, body: { title: 'Loss of data' } })
    const one = { ...params, riskId: risk.id }
    const body = { frequency: { low: 1, high: 1 }, lossMinor: { low: 100_000, high: 100_000 }, note: 'Known.' }
    await client.call(estimateRisk, { params: one, ifMatch: risk.version, body })
    const reduction = { low: 0.5, high: 0.5 }
    await client.call(linkControl, { params: one, body: { controlId: backup.controlId, effect: 'loss', reduction } })
    await recompute(server.services, organizationId)

    // Claimed it saves half of €1,000 a year; nothing proves it, so that all of it is its gap.
    const worth = { claimedMinor: 50_000, provenMinor: 0, gapMinor: 50_000 }
    expect((await lineOf(client, organizationId, 'A.8.13')).worth).toEqual(worth)
    const { lines, total } = await client.call(getSoa, { params, query: { sort: '-gap' } })
    expect(lines[0]).toMatchObject({ ref: 'A.8.13', worth })
    expect(lines).toHaveLength(total)
    await expect(client.call(getSoa, { params, query: { sort: 'price' as '-gap' } })).rejects.toMatchObject({
      status: 400,
    })
    const csv = await (await client.download(exportSoa, { params, query: { format: 'csv' } })).text()
    expect(csv).toContain('Its gap costs a year (EUR)')
    expect(csv.split('\n').find((row) => row.startsWith('A.8.13'))).toContain(',500,0,500,')
    const pdf = await client.download(exportSoa, { params, query: { format: 'pdf' } })
    expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
  })
})
