import { acceptRisk } from '@sinew/contract/acceptance/acceptance-contract.ts'
import {
  commitments,
  delegations,
  exportRaci,
  getRaci,
  ismsRoles,
  raciActivities,
  setRaciCell,
} from '@sinew/contract/leadership/leadership-contract.ts'
import { listMembers } from '@sinew/contract/member/member-contract.ts'
import { createRisk, estimateRisk, getRisk, moveRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

describe('the matrix of responsibilities', () => {
  it('has one role that answers for each activity, and says where nobody does', async () => {
    const { client, clientAs, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const officer = await client.call(ismsRoles.create, { params, body: { title: 'Security officer' } })
    const top = await client.call(ismsRoles.create, { params, body: { title: 'Top management' } })
    const activity = await client.call(raciActivities.create, { params, body: { title: 'Approve the policy' } })
    const put = (ismsRoleId: string, letter: 'R' | 'A' | null) =>
      client.call(setRaciCell, { params: { ...params, raciActivityId: activity.id, ismsRoleId }, body: { letter } })
    expect((await client.call(getRaci, { params })).activities[0]?.gaps).toEqual([
      'Nobody answers for it.',
      'Nobody does it.',
    ])
    await put(officer.id, 'A')
    const moved = await put(top.id, 'A')
    expect(moved.activities[0]).toMatchObject({ cells: { [officer.id]: 'R', [top.id]: 'A' }, gaps: [] })
    const csv = await (await client.download(exportRaci, { params, query: { format: 'csv' } })).text()
    expect(csv).toContain('Approve the policy,,R,A')
    expect((await put(officer.id, null)).activities[0]?.cells).toEqual({ [top.id]: 'A' })
    const reader = await clientAs('reader')
    const cell = { ...params, raciActivityId: activity.id, ismsRoleId: top.id }
    await expect(reader.call(setRaciCell, { params: cell, body: { letter: 'R' } })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('a commitment of management', () => {
  it('does not change once it is recorded', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const { items } = await client.call(listMembers, { params })
    const body = { title: 'Budget', saidAt: inDays(-1), saidById: items[0]?.personId ?? '', amountMinor: 100 }
    const made = await client.call(commitments.create, { params, body })
    const one = { ...params, managementCommitmentId: made.id }
    await client.call(commitments.move, { params: one, ifMatch: made.version, body: { to: 'recorded' } })
    await expect(
      client.call(commitments.update, { params: one, ifMatch: 2, body: { amountMinor: 1 } }),
    ).rejects.toMatchObject(refused('frozen'))
  })
})

describe('a deputy', () => {
  it('accepts with a granted delegation, up to its level, and is named in what was accepted', async () => {
    const { client, clientAs, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const deputy = await clientAs('contributor')
    const manager = await clientAs('manager')
    const { items } = await client.call(listMembers, { params })
    const personOf = (role: string) => items.find((one) => one.role === role)?.personId ?? ''
    const [owner, stand] = [personOf('owner'), personOf('contributor')]
    const risk = await manager.call(createRisk, {
      params,
      body: { title: 'Fire', ownerId: owner, treatment: 'retain' },
    })
    const at = { ...params, riskId: risk.id }
    const estimated = await manager.call(estimateRisk, {
      params: at,
      ifMatch: risk.version,
      body: { frequency: { low: 0.1, high: 0.3 }, lossMinor: { low: 100_000, high: 300_000 }, note: 'Seen once.' },
    })
    const move = (ifMatch: number, to: 'assessed' | 'treated') =>
      manager.call(moveRisk, { params: at, ifMatch, body: { to } })
    const assessed = await move(estimated.version, 'assessed')
    const treated = await move(assessed.version, 'treated')
    const accept = () =>
      deputy.call(acceptRisk, { params: at, ifMatch: treated.version, body: { rationale: 'Small enough.' } })
    await expect(accept()).rejects.toMatchObject(refused('acceptance-not-owner'))
    const proposal = {
      ...{ title: 'Leave', entitles: 'accept_medium' as const, fromPersonId: owner, toPersonId: stand },
      ...{ startsAt: inDays(-1), endsAt: inDays(10) },
    }
    const proposed = await deputy.call(delegations.create, { params, body: proposal })
    const one = { ...params, delegationId: proposed.id }
    const grant = { params: one, ifMatch: proposed.version, body: { to: 'granted' } }
    await expect(deputy.call(delegations.move, grant)).rejects.toMatchObject(refused('delegation_not_yours'))
    await expect(accept()).rejects.toMatchObject(refused('acceptance-not-owner'))
    const granted = await client.call(delegations.move, grant)
    expect(granted).toMatchObject({ standing: 'in_force', grantedBy: { id: owner } })
    const accepted = await accept()
    expect(accepted).toMatchObject({
      acceptedByPersonId: stand,
      pinned: { ownerId: owner, delegation: { number: 1, deputyName: 'Someone contributor' } },
    })
    expect((await client.call(getRisk, { params: at })).acceptance?.status).toBe('valid')
    const revoke = { params: one, ifMatch: granted.version, body: { to: 'revoked', reason: 'Back again.' } }
    await client.call(delegations.move, revoke)
    const again = await client.call(getRisk, { params: at })
    await expect(
      deputy.call(acceptRisk, { params: at, ifMatch: again.version, body: { rationale: 'Again.' } }),
    ).rejects.toMatchObject(refused('acceptance-not-owner'))
  })
})
