import { operatingChecks, operations, plannedChanges } from '@sinew/contract/change/change-contract.ts'
import { ismsRoles } from '@sinew/contract/leadership/leadership-contract.ts'
import { createLink } from '@sinew/contract/link/link-contract.ts'
import { approveMethodology, createMethodologyDraft } from '@sinew/contract/methodology/methodology-contract.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { planChange } from '../test/plan-change.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

describe('a planned change', () => {
  it('says everything before somebody else approves it, and then stays as it was planned until it is reviewed', async () => {
    const { client, clientAs, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const manager = await clientAs('manager')
    const contributor = await clientAs('contributor')
    const change = await manager.call(plannedChanges.create, { params, body: { title: 'Move the office' } })
    expect(change.proposer?.name).toBe('Someone manager')
    const one = { ...params, plannedChangeId: change.id }
    const move = async (who: typeof client, to: string, reason?: string) => {
      const { version } = await client.call(plannedChanges.get, { params: one })
      return who.call(plannedChanges.move, { params: one, ifMatch: version, body: { to, reason } })
    }
    await expect(move(client, 'approved')).rejects.toMatchObject({
      status: 409,
      problem: {
        detail: expect.stringContaining('its purpose, what could come of it, how the ISMS stays whole, the resources'),
      },
    })
    const owner = await client.call(createPerson, { params, body: { name: 'Rosa Remake' } })
    const body = {
      touches: ['processes'],
      purpose: 'Room.',
      effect: 'A week without badges.',
      integrity: 'Guards stand in.',
      resources: 'The budget of April.',
      responsibilities: 'Facilities.',
      ownerId: owner.id,
      plannedAt: days(-1),
    }
    await client.call(plannedChanges.update, { params: one, ifMatch: change.version, body })
    await expect(move(contributor, 'approved')).rejects.toMatchObject({ status: 403 })
    await expect(move(manager, 'approved')).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('You proposed this change') },
    })
    const approved = await move(client, 'approved')
    expect(approved).toMatchObject({ status: 'approved', isOverdue: true, approvedAlone: false })
    await expect(
      client.call(plannedChanges.update, { params: one, ifMatch: approved.version, body: { effect: 'None.' } }),
    ).rejects.toMatchObject({ status: 409 })
    await expect(
      server.services.pools.owner.query("update planned_change set effect = 'None.' where id = $1", [change.id]),
    ).rejects.toThrow()
    await move(contributor, 'done')
    await expect(move(client, 'reviewed')).rejects.toMatchObject({ status: 422 })
    expect(await move(client, 'reviewed', 'Nothing was lost.')).toMatchObject({
      status: 'reviewed',
      outcome: 'Nothing was lost.',
      isOverdue: false,
    })
  })

  it('stands behind a new version of the methodology, once a reviewed version is in force', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const approve = async (changeId: string | null) => {
      const draft = await client.call(createMethodologyDraft, { params, body: {} }).catch(() => null)
      if (draft !== null) methodologyId = draft.id
      return client.call(approveMethodology, { params: { ...params, methodologyId }, ifMatch: 1, body: { changeId } })
    }
    let methodologyId = ''
    expect(await approve(null)).toMatchObject({ versionNumber: 2, change: null })
    await expect(approve(null)).rejects.toMatchObject({
      status: 409,
      problem: { detail: expect.stringContaining('Changing the methodology is planned') },
    })
    const changeId = await planChange(client, organizationId, ['methodology'])
    expect(await approve(changeId)).toMatchObject({ versionNumber: 3, change: 'CH-1' })
    await expect(approve(changeId)).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('stands behind another version already') },
    })
  })
})

describe('who holds a role', () => {
  it('changes by a planned change that touches roles and is linked to it', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const [anna, ben] = await Promise.all(
      ['Anna Ames', 'Ben Boot'].map((name) => client.call(createPerson, { params, body: { name } })),
    )
    const role = await client.call(ismsRoles.create, { params, body: { title: 'Security officer' } })
    const hold = async (holderId: string) => {
      const one = { ...params, ismsRoleId: role.id }
      const { version } = await client.call(ismsRoles.get, { params: one })
      return client.call(ismsRoles.update, { params: one, ifMatch: version, body: { holderId } })
    }
    await hold(anna?.id ?? '')
    await expect(hold(ben?.id ?? '')).rejects.toMatchObject({
      status: 409,
      problem: { detail: expect.stringContaining('link the approved change') },
    })
    const changeId = await planChange(client, organizationId, ['roles'])
    const from = { ...params, entity: 'planned_change', entityId: changeId } as const
    await client.call(createLink, { params: from, body: { toEntity: 'isms_role', toId: role.id } })
    expect((await hold(ben?.id ?? '')).holder?.name).toBe('Ben Boot')
  })
})

describe('an operation', () => {
  it('that nobody checked, or whose check is late, does not count as under control; checks are kept', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const owner = await client.call(createPerson, { params, body: { name: 'Omar Operator' } })
    const hosting = await client.call(operations.create, {
      params,
      body: {
        title: 'Hosting',
        scope: 'Patients’ data.',
        criteria: 'Report of the provider without major findings.',
        method: 'Read once a quarter.',
        ownerId: owner.id,
        cadenceDays: 91,
      },
    })
    expect(hosting).toMatchObject({ kind: 'outsourced', standing: 'never', lastCheckedAt: null })
    const one = { ...params, operatingControlId: hosting.id }
    const check = async (checkedAt: string, isMet: 'yes' | 'no', note = '') => {
      const body = { operatingControlId: hosting.id, title: 'The report', checkedAt, isMet, note }
      await client.call(operatingChecks.create, { params, body })
      return (await client.call(operations.get, { params: one })).standing
    }
    expect(await check(days(-100), 'yes')).toBe('late')
    await expect(check(days(-1), 'no')).rejects.toMatchObject({ status: 409 })
    await expect(check(days(2), 'yes')).rejects.toMatchObject({ status: 409 })
    expect(await check(days(-2), 'no', 'One finding, action agreed.')).toBe('not_met')
    expect(await check(days(-1), 'yes')).toBe('met')
    await expect(client.call(operations.remove, { params: one, ifMatch: 1 })).rejects.toMatchObject({ status: 409 })
    await expect(server.services.pools.owner.query('delete from operating_check')).rejects.toThrow()
  })
})
