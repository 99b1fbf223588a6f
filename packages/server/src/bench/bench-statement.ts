import { getSession } from '@sinew/contract/account/account-contract.ts'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import { getSoaLine, updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { recompute } from '../chain/recompute.ts'
import type { BenchInstallation } from './bench-installation.ts'
import { inOrganization } from './bench-pages.ts'
import type { Figure } from './bench-report.ts'
import { type Measured, measure } from './measure.ts'
import { seedLargeOrganization } from './seed-large-organization.ts'

const aimMs = 50
const name = 'Very many controls'

/** The Statement of Applicability of an organisation of so many controls, page by page, and as it is derived anew after a change. */
export async function benchStatement(
  installation: BenchInstallation,
  controls: number,
  runs: number,
): Promise<readonly Figure[]> {
  const { services, client } = installation
  const organizationId = await seedOnce(installation, controls)
  const params = { organizationId }
  const group = `Statement of Applicability of ${controls.toLocaleString('en')} controls`
  const ask = (query: object) => async () => (await client.download(getSoa, { params, query })).arrayBuffer()
  const first = await client.call(getSoa, { params })
  const line = { ...params, controlId: first.lines[0]?.controlId ?? '' }
  const last = Math.ceil(first.total / first.pageSize)
  const byHand = await measure(
    'first page by hand',
    () =>
      inOrganization(
        services,
        organizationId,
        `select c.*, s.*, count(*) over () from control c left join control_state s on s.id = c.id
         order by c.sort_key limit ${first.pageSize}`,
      ),
    { runs },
  )
  let version = first.lines[0]?.version ?? 1
  const change = async () => {
    const body = { remarks: `As of version ${version}.` }
    version = (await client.call(updateSoaLine, { params: line, ifMatch: version, body })).version
    await recompute(services, organizationId)
  }
  const measured: readonly Measured[] = [
    await measure('first page', ask({}), { runs }),
    await measure('last page', ask({ page: last }), { runs }),
    await measure('not proven, largest first', ask({ proof: 'unproven', sort: '-worth' }), { runs }),
    await measure('searched', ask({ q: 'control 7' }), { runs }),
    await measure('one line', async () => (await client.download(getSoaLine, { params: line })).arrayBuffer(), {
      runs,
    }),
    await measure('first page after a change', ask({}), { runs: Math.min(runs, 10), before: change }),
  ]
  return [...measured.map((one) => ({ ...one, group, aimMs, beside: byHand })), { ...byHand, group }]
}

async function seedOnce({ services, client, userId }: BenchInstallation, controls: number): Promise<string> {
  const { organizations } = await client.call(getSession)
  const seeded = organizations.find((one) => one.name === name)?.id
  if (seeded !== undefined) return seeded
  const size = {
    name,
    risks: Math.ceil(controls / 100),
    controls,
    needsPerControl: 1,
    evidence: controls,
    revisions: 0,
  }
  const organizationId = await seedLargeOrganization(services.pools.app, userId, size, async () => {})
  await recompute(services, organizationId)
  await services.pools.owner.query('vacuum analyze')
  return organizationId
}
