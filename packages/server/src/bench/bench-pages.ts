import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import type { Services } from '../services.ts'
import type { Figure } from './bench-report.ts'
import { type Measured, measure } from './measure.ts'

const aimMs = 50
const group = 'Pages, at the server'

/** Each page through the whole app: session, transaction, queries, answer as text. */
export async function benchPages(
  services: Services,
  client: Client,
  organizationId: string,
): Promise<readonly Figure[]> {
  const params = { organizationId }
  const roundTrip = await measure('select 1', () => services.pools.app.query('select 1'), { runs: 200 })
  const byHand = await benchByHand(services, organizationId)
  const page = async (name: string, work: () => Promise<unknown>, beside: Measured = roundTrip): Promise<Figure> => ({
    ...(await measure(name, work)),
    group,
    aimMs,
    beside,
  })
  const sixMonthsAgo = new Date(Date.now() - 182 * 86_400_000).toISOString()
  const risks = { sort: '-proven', pageSize: 50 } as const
  return [
    await page('register, page 1 by proven loss', () => client.call(listRisks, { params, query: risks }), byHand.risks),
    await page('register, page 15', () => client.call(listRisks, { params, query: { ...risks, page: 15 } })),
    await page('register, searched', () => client.call(listRisks, { params, query: { ...risks, q: 'risk 7' } })),
    await page('register as of six months ago', () =>
      client.call(listRisks, { params, query: { ...risks, asOf: sixMonthsAgo } }),
    ),
    await page('controls, page 1', () => client.call(listControls, { params }), byHand.controls),
    await page('controls as of six months ago', () =>
      client.call(listControls, { params, query: { asOf: sixMonthsAgo } }),
    ),
    await page('evidence, page 1', () => client.call(listEvidence, { params }), byHand.evidence),
    await page('evidence as of six months ago', () =>
      client.call(listEvidence, { params, query: { asOf: sixMonthsAgo } }),
    ),
    await page('Statement of Applicability, live', () => client.call(getSoa, { params })),
    await page('Statement of Applicability as of six months ago', () =>
      client.call(getSoa, { params, query: { asOf: sixMonthsAgo } }),
    ),
    await page('pulse', () => client.call(getPulse, { params })),
    await page('snapshot for the browser', () => client.call(getSnapshot, { params })),
    await page('ledger, page 1', () => client.call(listLedger, { params })),
    { ...roundTrip, group },
    { ...byHand.risks, group },
    { ...byHand.controls, group },
    { ...byHand.evidence, group },
  ]
}

/** The same first pages as one query each, written by hand and sent on a bare connection. */
async function benchByHand(services: Services, organizationId: string) {
  const run = (name: string, query: string) => measure(name, () => inOrganization(services, organizationId, query))
  return {
    risks: await run(
      'register by hand',
      `select r.*, s.*, count(*) over () from risk r left join risk_state s on s.id = r.id
       order by s.proven_minor desc nulls last, r.id desc limit 50`,
    ),
    controls: await run(
      'controls by hand',
      `select c.*, s.*, count(*) over () from control c left join control_state s on s.id = c.id
       order by c.sort_key limit 50`,
    ),
    evidence: await run(
      'evidence by hand',
      'select e.*, count(*) over () from evidence e order by e.collected_at desc, e.id desc limit 50',
    ),
  }
}

async function inOrganization({ pools }: Services, organizationId: string, query: string): Promise<void> {
  const connection = await pools.app.connect()
  try {
    await connection.query('begin read only')
    await connection.query("select set_config('app.organization_id', $1, true)", [organizationId])
    await connection.query(query)
    await connection.query('commit')
  } finally {
    connection.release()
  }
}
