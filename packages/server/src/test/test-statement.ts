import type { Client } from '@sinew/contract/client.ts'
import { createObligation, linkObligationControl } from '@sinew/contract/obligation/obligation-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { getSoa } from '@sinew/contract/soa/soa-contract.ts'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import type { Services } from '../services.ts'
import { change } from './test-chain.ts'

/** Gives every control a written reason, as a whole year of work would: the statement then has no error. */
export async function giveReasons(services: Services, organizationId: string): Promise<void> {
  await change(services, organizationId, { by: 'Ada Admin' }, async (tx) => {
    const reasons = JSON.stringify([{ kind: 'business', text: 'Part of how we work' }])
    await tx.updateTable('control').set({ written_reasons: reasons }).execute()
  })
}

/** The line of a control as the statement shows it now. */
export async function lineOf(client: Client, organizationId: string, ref: string): Promise<SoaLine> {
  const { lines } = await client.call(getSoa, { params: { organizationId }, query: { line: ref } })
  const line = lines.find((one) => one.ref === ref)
  if (line === undefined) throw new Error(`no line ${ref}`)
  return line
}

export async function addRiskTreatedBy(client: Client, organizationId: string, title: string, controlId: string) {
  const risk = await client.call(createRisk, { params: { organizationId }, body: { title } })
  await client.call(linkControl, {
    params: { organizationId, riskId: risk.id },
    body: { controlId, effect: 'frequency', reduction: { low: 0.2, high: 0.6 } },
  })
  return risk
}

export async function addLawRequiring(client: Client, organizationId: string, title: string, controlId: string) {
  const law = await client.call(createObligation, { params: { organizationId }, body: { title, kind: 'law' } })
  await client.call(linkObligationControl, { params: { organizationId, obligationId: law.id, controlId }, body: {} })
  return law
}
