import { addUsualCalendar, duties, dutiesDone, getUsualCalendar, tasks } from '@sinew/contract/work/duty-contract.ts'
import { getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import { type Cadence, cadenceWords, dueAgain } from '@sinew/core/work/cadence.ts'
import { usualCalendar } from '@sinew/core/work/usual-calendar.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const { person } = await client.call(getMyWork, { params })
  return { client, clientAs, params, me: person?.id ?? '' }
}

describe('a task', () => {
  it('is on the list of whoever has it until it is done, with who did it and when', async () => {
    const { client, params, me } = await scene()
    const task = await client.call(tasks.create, {
      params,
      body: { title: 'Ask for keys', ownerId: me, dueAt: '2026-01-05T12:00:00Z' },
    })
    const listed = async () => (await client.call(listWork, { params, query: { kind: 'task' } })).items
    expect(await listed()).toMatchObject([{ what: 'Do', ref: 'TA-1', title: 'Ask for keys', when: 'overdue' }])
    const done = await client.call(tasks.move, {
      params: { ...params, taskId: task.id },
      ifMatch: 1,
      body: { to: 'done' },
    })
    expect(done).toMatchObject({ status: 'done', doneBy: { id: me } })
    expect(await listed()).toEqual([])
  })
})

describe('a duty', () => {
  it.each(Object.keys(cadenceWords) as readonly Cadence[])('done every %s is due again as core says', async (every) => {
    const { client, params } = await scene()
    const duty = await client.call(duties.create, { params, body: { title: 'Again', every } })
    const doneAt = '2026-01-31T12:00:00.000Z'
    await client.call(dutiesDone.create, { params, body: { dutyId: duty.id, note: 'Done', doneAt } })
    const after = await client.call(duties.get, { params: { ...params, dutyId: duty.id } })
    expect(after).toMatchObject({ lastDoneAt: doneAt, timesDone: 1 })
    expect(after.nextDueAt).toBe(new Date(dueAgain(Date.parse(doneAt), every)).toISOString())
  })

  it('is due on its first day until it is done, and not while it is paused', async () => {
    const { client, params, me } = await scene()
    const body = {
      title: 'Restore test',
      every: 'half_year',
      ownerId: me,
      firstDueAt: '2026-02-01T12:00:00.000Z',
    } as const
    const duty = await client.call(duties.create, { params, body })
    const listed = async () => (await client.call(listWork, { params, query: { kind: 'duty' } })).items
    expect(await listed()).toMatchObject([
      { title: 'Restore test', dueAt: body.firstDueAt, when: 'overdue', person: { id: me } },
    ])
    await client.call(duties.update, { params: { ...params, dutyId: duty.id }, ifMatch: 1, body: { isPaused: true } })
    expect(await listed()).toEqual([])
  })

  it('keeps each time it was done as it was written, never on a day to come', async () => {
    const { client, params, me } = await scene()
    const duty = await client.call(duties.create, { params, body: { title: 'Audit' } })
    const doneAt = '2026-03-01T12:00:00.000Z'
    const done = await client.call(dutiesDone.create, {
      params,
      body: { dutyId: duty.id, note: 'All clauses', doneAt },
    })
    expect(done.doneBy).toMatchObject({ id: me })
    const one = { params: { ...params, dutyDoneId: done.id }, ifMatch: 1 }
    await expect(client.call(dutiesDone.update, { ...one, body: { note: 'Some' } })).rejects.toMatchObject({
      status: 409,
    })
    await expect(client.call(dutiesDone.remove, one)).rejects.toMatchObject({ status: 409 })
    await expect(
      client.call(dutiesDone.create, {
        params,
        body: { dutyId: duty.id, note: 'Soon', doneAt: '2199-01-01T12:00:00Z' },
      }),
    ).rejects.toMatchObject({ status: 409, problem: { refusals: [{ code: 'done_ahead' }] } })
  })
})

describe('the usual calendar of an ISMS', () => {
  it('is added once, with its controls, however often it is asked for and whatever its duties are called since', async () => {
    const { client, clientAs, params, me } = await scene()
    const all = usualCalendar.length
    expect(await client.call(getUsualCalendar, { params })).toEqual({ all, missing: all })
    expect(await client.call(addUsualCalendar, { params, body: { ownerId: me } })).toEqual({ added: all })
    const { items } = await client.call(duties.list, { params, query: { pageSize: 200 } })
    expect(items.find(({ title }) => title === 'Review who has access')).toMatchObject({
      every: 'quarter',
      control: { ref: 'A.5.18' },
      need: null,
      owner: { id: me },
    })
    const [first] = items
    await client.call(duties.update, {
      params: { ...params, dutyId: first?.id ?? '' },
      ifMatch: 1,
      body: { title: 'Ours' },
    })
    expect(await client.call(addUsualCalendar, { params, body: {} })).toEqual({ added: 0 })
    const contributor = await clientAs('contributor')
    await expect(contributor.call(addUsualCalendar, { params, body: {} })).rejects.toMatchObject({ status: 403 })
  })
})
