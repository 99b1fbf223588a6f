import { deriveSoa } from '@sinew/core/soa/derive-soa.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSnapshot } from '../chain/load-snapshot.ts'
import { change, insertEvidence, writeTestChain } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { addLawRequiring, addRiskTreatedBy } from '../test/test-statement.ts'
import { loadSoaSnapshot } from './load-soa-snapshot.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

describe('the part of the chain that the statement needs', () => {
  it('gives the same lines and the same findings as the whole of it', async () => {
    const { client, organizationId } = await server.createOrganization()
    const chain = await writeTestChain(server.services, organizationId)
    await change(server.services, organizationId, {}, (tx) =>
      insertEvidence(tx, chain, { collectedAt: new Date(Date.now() - 300 * 86_400_000) }),
    )
    await addRiskTreatedBy(client, organizationId, 'A supplier fails', chain.controlId)
    await addLawRequiring(client, organizationId, 'Archiving act', chain.controlId)
    const closed = await addRiskTreatedBy(client, organizationId, 'Long gone', chain.controlId)
    await change(server.services, organizationId, {}, (tx) =>
      tx.updateTable('risk').set({ status: 'closed' }).where('id', '=', closed.id).execute(),
    )
    const at = Date.now()
    const [whole, part] = await change(server.services, organizationId, {}, async (db) => [
      deriveSoa(await loadSnapshot({ db, asOf: null }), at),
      deriveSoa(await loadSoaSnapshot({ db, asOf: null }, organizationId), at),
    ])
    expect(part).toEqual(whole)
    const line = part?.soa.find((one) => one.controlId === chain.controlId)
    expect(line?.reasons.map((reason) => reason.source?.ref)).toEqual(['R-1', 'R-2', 'O-1'])
    expect(line?.proof).toBe('stale')
  })
})
