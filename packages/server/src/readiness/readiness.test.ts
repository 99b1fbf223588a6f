import { exportReadiness, getReadiness } from '@sinew/contract/readiness/readiness-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

describe('readiness', () => {
  it('tells a new organisation what an auditor would find, and loses what is repaired', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const before = await client.call(getReadiness, { params })
    expect(before.items).toHaveLength(88 + 93)
    const found = before.predicted.map(({ rule }) => rule)
    expect(found).toEqual(expect.arrayContaining(['no-risks', 'no-statement', 'no-obligations', 'no-assets']))
    expect(before.predicted[0]?.grade).toBe('major')
    await client.call(createRisk, { params, body: { title: 'Ransomware' } })
    const after = await client.call(getReadiness, { params })
    const rules = after.predicted.map(({ rule }) => rule)
    expect(rules).not.toContain('no-risks')
    expect(rules).toEqual(expect.arrayContaining(['risk-without-owner', 'risk-not-assessed']))
    const unowned = after.predicted.find(({ rule }) => rule === 'risk-without-owner')
    expect(unowned).toMatchObject({ item: '6.1.2.c.2', seen: [{ ref: 'R-1', title: 'Ransomware' }] })
  })

  it('is read by everybody, and taken away as a file', async () => {
    const { clientAs, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const auditor = await clientAs('auditor')
    const items = await (await auditor.download(exportReadiness, { params, query: { format: 'csv' } })).text()
    expect(items.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(1 + 88 + 93)
    const predicted = await auditor.download(exportReadiness, { params, query: { format: 'csv', what: 'predicted' } })
    expect(await predicted.text()).toContain('No version of the Statement of Applicability is approved.')
  })
})
