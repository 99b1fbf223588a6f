import { verifyLedger } from '@sinew/contract/ledger/verification-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
beforeAll(async () => {
  served = await serveOrganization()
})

describe('sinew ledger verify', () => {
  it('says that the chain holds, and fails where a noted hash is in none of its links', async () => {
    const params = { organizationId: served.organizationId }
    const { links, entries } = await served.client.call(verifyLedger, { params, query: {} })
    const ran = await served.run('ledger', 'verify')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain(`${entries} entries in ${links} links`)
    const failed = await served.run('ledger', 'verify', '--expect', 'ab'.repeat(32))
    expect(failed).toMatchObject({ code: 1, err: expect.stringContaining('does not hold') })
    const wrong = await served.run('ledger', 'verify', '--expect', 'ab12')
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('64 hexadecimal digits') })
  })
})
