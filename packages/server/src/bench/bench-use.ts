import { getSession, signIn } from '@sinew/contract/account/account-contract.ts'
import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import { createClient } from '@sinew/contract/client.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { benchAccount } from './bench-installation.ts'

const rounds = 20
const together = 4

/** Opens the main pages of a running server again and again, a few at a time, as several people would. */
export async function useForAWhile(address: string): Promise<void> {
  const anonymous = createClient({ baseUrl: address, headers: { origin: address } })
  const response = await anonymous.download(signIn, { body: benchAccount })
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const client = createClient({ baseUrl: address, headers: { origin: address, cookie } })
  const { organizations } = await client.call(getSession)
  const params = { organizationId: organizations[0]?.id ?? '' }
  const asOf = new Date(Date.now() - 182 * 86_400_000).toISOString()
  const pages = [listRisks, listControls, listEvidence, getSoa, getPulse]
  const asks = [
    ...pages.map((page) => () => client.download(page, { params })),
    ...pages.map((page) => () => client.download(page, { params, query: { asOf } })),
    () => client.download(getSnapshot, { params }),
  ]
  const wanted = Array.from({ length: rounds }, () => asks).flat()
  const people = Array.from({ length: together }, async () => {
    for (let ask = wanted.pop(); ask !== undefined; ask = wanted.pop()) await (await ask()).arrayBuffer()
  })
  await Promise.all(people)
}
