import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import type { Client } from '@sinew/contract/client.ts'
import { getControl, listControls } from '@sinew/contract/control/control-contract.ts'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { getReadiness } from '@sinew/contract/readiness/readiness-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import type { Services } from '../services.ts'
import type { Figure } from './bench-report.ts'
import { type Measured, measure } from './measure.ts'

const aimMs = 50
const group = 'Pages, at the server'

type Page = {
  readonly name: string
  readonly ask: (run: number) => Promise<Response>
  /** The live page's name or the query by hand that this one is compared with; the smallest query there is by default. */
  readonly beside?: string
}

/** Each page through the whole app: session, transaction, queries, answer as bytes. */
export async function benchPages(
  services: Services,
  client: Client,
  organizationId: string,
  runs: number,
): Promise<readonly Figure[]> {
  const beside = [
    await measure('select 1', () => services.pools.app.query('select 1'), { runs: runs * 5 }),
    ...(await benchByHand(services, organizationId, runs)),
  ]
  const { items } = await client.call(listControls, {
    params: { organizationId },
    query: { sort: '-gap', pageSize: 1 },
  })
  const pages = listPages(client, organizationId, items[0]?.id ?? '')
  const measured = new Map<string, Measured>(beside.map((one) => [one.name, one]))
  const figures: Figure[] = []
  for (const { name, ask, beside: other = 'select 1' } of pages) {
    const one = await measure(name, async (run) => (await ask(run)).arrayBuffer(), { runs })
    measured.set(name, one)
    figures.push({ ...one, group, aimMs, beside: measured.get(other) })
  }
  return [...figures, ...beside.map((one) => ({ ...one, group }))]
}

function listPages(client: Client, organizationId: string, controlId: string): readonly Page[] {
  const params = { organizationId }
  const risks = { sort: '-proven', pageSize: 50 } as const
  const asOf = new Date(Date.now() - 182 * 86_400_000).toISOString()
  // An instant that nobody looked at yet: nothing of it is in memory.
  const fresh = (run: number) => new Date(Date.parse(asOf) - (run + 1) * 60_000).toISOString()
  const [soa, pulse] = ['Statement of Applicability, live', 'pulse']
  return [
    {
      name: 'register, page 1',
      ask: () => client.download(listRisks, { params, query: risks }),
      beside: 'register by hand',
    },
    { name: 'register, page 15', ask: () => client.download(listRisks, { params, query: { ...risks, page: 15 } }) },
    { name: 'register, searched', ask: () => client.download(listRisks, { params, query: { ...risks, q: 'risk 7' } }) },
    {
      name: 'register, as of six months ago',
      ask: () => client.download(listRisks, { params, query: { ...risks, asOf } }),
      beside: 'register, page 1',
    },
    { name: 'controls, page 1', ask: () => client.download(listControls, { params }), beside: 'controls by hand' },
    {
      name: 'controls, as of six months ago',
      ask: () => client.download(listControls, { params, query: { asOf } }),
      beside: 'controls, page 1',
    },
    { name: 'one control', ask: () => client.download(getControl, { params: { ...params, controlId } }) },
    { name: 'evidence, page 1', ask: () => client.download(listEvidence, { params }), beside: 'evidence by hand' },
    {
      name: 'evidence, as of six months ago',
      ask: () => client.download(listEvidence, { params, query: { asOf } }),
      beside: 'evidence, page 1',
    },
    { name: soa, ask: () => client.download(getSoa, { params }) },
    {
      name: 'Statement of Applicability, as of six months ago',
      ask: () => client.download(getSoa, { params, query: { asOf } }),
      beside: soa,
    },
    {
      name: 'Statement of Applicability, a new instant each time',
      ask: (run) => client.download(getSoa, { params, query: { asOf: fresh(run) } }),
      beside: soa,
    },
    { name: pulse, ask: () => client.download(getPulse, { params }) },
    {
      name: 'pulse, as of six months ago',
      ask: () => client.download(getPulse, { params, query: { asOf } }),
      beside: pulse,
    },
    {
      name: 'pulse, a new instant each time',
      ask: (run) => client.download(getPulse, { params, query: { asOf: fresh(run + 1000) } }),
      beside: pulse,
    },
    { name: 'work list', ask: () => client.download(listWork, { params }) },
    { name: 'my work', ask: () => client.download(getMyWork, { params }) },
    { name: 'readiness', ask: () => client.download(getReadiness, { params }) },
    {
      name: 'readiness, a new instant each time',
      ask: (run) => client.download(getReadiness, { params, query: { asOf: fresh(run + 2000) } }),
      beside: 'readiness',
    },
    { name: 'snapshot for the browser', ask: () => client.download(getSnapshot, { params }) },
    { name: 'ledger, page 1', ask: () => client.download(listLedger, { params }) },
  ]
}

/** The same first pages as one query each, written by hand and sent on a bare connection. */
async function benchByHand(services: Services, organizationId: string, runs: number): Promise<readonly Measured[]> {
  const run = (name: string, query: string) =>
    measure(name, () => inOrganization(services, organizationId, query), { runs })
  return [
    await run(
      'register by hand',
      `select r.*, s.*, count(*) over () from risk r left join risk_state s on s.id = r.id
       order by s.proven_minor desc nulls last, r.id desc limit 50`,
    ),
    await run(
      'controls by hand',
      `select c.*, s.*, count(*) over () from control c left join control_state s on s.id = c.id
       order by c.sort_key limit 50`,
    ),
    await run(
      'evidence by hand',
      'select e.*, count(*) over () from evidence e order by e.collected_at desc, e.id desc limit 50',
    ),
  ]
}

export async function inOrganization({ pools }: Services, organizationId: string, query: string): Promise<void> {
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
