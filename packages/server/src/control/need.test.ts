import { createControl, getControl } from '@sinew/contract/control/control-contract.ts'
import { addNeed, changeNeed, removeNeed } from '@sinew/contract/control/need-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let params: { organizationId: string; controlId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  const { organizationId } = ours
  const body = { title: 'Escrow', theme: 'organizational' } as const
  const control = await ours.client.call(createControl, { params: { organizationId }, body })
  params = { organizationId, controlId: control.id }
})

const restoreTest = { title: 'Restore test', cadenceDays: 90, nature: 'operation' } as const

describe('evidence needs', () => {
  it('are added in order and start as a hole', async () => {
    const first = await ours.client.call(addNeed, { params, body: restoreTest })
    expect(first).toMatchObject({ ...restoreTest, weight: 1, version: 1, standing: { proof: 'unproven', share: 0 } })
    await ours.client.call(addNeed, { params, body: { ...restoreTest, title: 'Second', weight: 2 } })
    const control = await ours.client.call(getControl, { params })
    expect(control.needs.map((need) => need.title)).toEqual(['Restore test', 'Second'])
    expect(control.needCount).toBe(2)
  })

  it('get stronger without a word, and weaker only with a reason that the ledger keeps', async () => {
    const need = await ours.client.call(addNeed, { params, body: restoreTest })
    const one = { ...params, needId: need.id }
    const stronger = await ours.client.call(changeNeed, { params: one, ifMatch: 1, body: { cadenceDays: 30 } })
    expect(stronger).toMatchObject({ cadenceDays: 30, version: 2 })
    for (const body of [{ cadenceDays: 31 }, { weight: 0.5 }, { weight: 2 }, { nature: 'design' as const }]) {
      await expect(ours.client.call(changeNeed, { params: one, ifMatch: 2, body })).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ path: 'reason' }] },
      })
    }
    const reason = 'The supplier tests half-yearly by contract.'
    const weaker = await ours.client.call(changeNeed, { params: one, ifMatch: 2, body: { cadenceDays: 180, reason } })
    expect(weaker.cadenceDays).toBe(180)
    const kept = await server.services.pools.owner.query(
      `select reason, actor_name from revision where entity = 'evidence_need' and entity_id = $1 order by seq desc limit 1`,
      [need.id],
    )
    expect(kept.rows).toEqual([{ reason, actor_name: 'Olga Owner' }])
    await expect(
      ours.client.call(changeNeed, { params: one, ifMatch: 2, body: { title: 'Mine' } }),
    ).rejects.toMatchObject({ status: 412 })
  })

  it('are removed by a decision of a manager, with a reason', async () => {
    const need = await ours.client.call(addNeed, { params, body: { ...restoreTest, title: 'Gone soon' } })
    const one = { ...params, needId: need.id }
    const contributor = await ours.clientAs('contributor')
    await expect(
      contributor.call(changeNeed, { params: one, ifMatch: 1, body: { cadenceDays: 365, reason: 'Too often.' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      contributor.call(removeNeed, { params: one, ifMatch: 1, body: { reason: 'x' } }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      ours.client.call(removeNeed, { params: one, ifMatch: 1, body: { reason: ' ' } }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'reason' }] } })
    await ours.client.call(removeNeed, { params: one, ifMatch: 1, body: { reason: 'Replaced by the drill.' } })
    const control = await ours.client.call(getControl, { params })
    expect(control.needs.map((one) => one.title)).not.toContain('Gone soon')
  })

  it('say what is wrong with them, and are found only under their own control', async () => {
    await expect(
      ours.client.call(addNeed, { params, body: { title: '', cadenceDays: 0, nature: 'operation', weight: -1 } }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'title' }, { path: 'cadenceDays' }, { path: 'weight' }] },
    })
    const need = await ours.client.call(addNeed, { params, body: restoreTest })
    const { organizationId } = ours
    const body = { title: 'Other', theme: 'people' } as const
    const other = await ours.client.call(createControl, { params: { organizationId }, body })
    await expect(
      ours.client.call(changeNeed, {
        params: { ...params, controlId: other.id, needId: need.id },
        ifMatch: 1,
        body: { title: 'x' },
      }),
    ).rejects.toMatchObject({ status: 404 })
    const stranger = await server.createOrganization('Another')
    await expect(
      stranger.client.call(addNeed, {
        params: { ...params, organizationId: stranger.organizationId },
        body: restoreTest,
      }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
