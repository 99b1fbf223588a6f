import { createComment, dismissMention, listComments } from '@sinew/contract/comment/comment-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { endCalendarFeed, getCalendarFeed, renewCalendarFeed } from '@sinew/contract/work/calendar-contract.ts'
import { tasks } from '@sinew/contract/work/duty-contract.ts'
import { listMail } from '@sinew/contract/work/mail-contract.ts'
import { getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import ICAL from 'ical.js'
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
  return { client, clientAs, params, me: { id: person?.id ?? '', name: person?.name ?? '' } }
}

const soon = new Date(Date.now() + 10 * 86_400_000).toISOString()

describe('the calendar of a person', () => {
  it('is read by any calendar program at a secret address: titles and days, unchanged as long as nothing changes', async () => {
    const { client, params, me } = await scene()
    const title = `Ask, then decide; “Ünïcode” ${'and so on '.repeat(12)}`
    const note = 'Between us alone'
    await client.call(tasks.create, { params, body: { title, note, ownerId: me.id, dueAt: soon } })
    const longAgo = new Date(Date.now() - 200 * 86_400_000).toISOString()
    await client.call(tasks.create, { params, body: { title: 'Forgotten', ownerId: me.id, dueAt: longAgo } })
    await client.call(tasks.create, { params, body: { title: 'Somebody else’s', dueAt: soon } })
    const { url } = await client.call(renewCalendarFeed, { params })
    const read = (headers: Record<string, string> = {}) => server.app.request(url, { headers })
    const answer = await read()
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
    expect(text).not.toContain(note)
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    expect(events.map(({ summary }) => summary)).toContain(`Do: TA-1 ${title.trim()}`)
    const mine = events.find(({ summary }) => summary.includes('TA-1'))
    expect(mine?.startDate.isDate).toBe(true)
    expect(mine?.startDate.toString()).toBe(soon.slice(0, 10))
    expect(mine?.component.getFirstPropertyValue('url')).toMatch(/\/o\/[^/]+\/go\/task\/TA-1$/)
    const late = events.find(({ summary }) => summary.includes('TA-2 Forgotten (overdue since'))
    expect(late?.startDate.toString()).toBe(new Date().toISOString().slice(0, 10))
    const etag = answer.headers.get('etag') ?? ''
    expect((await read({ 'if-none-match': etag })).status).toBe(304)
    await client.call(tasks.create, { params, body: { title: 'More', ownerId: me.id, dueAt: soon } })
    expect((await read({ 'if-none-match': etag })).status).toBe(200)
  })

  it('moves to another address when renewed, and ends when switched off', async () => {
    const { client, params } = await scene()
    expect(await client.call(getCalendarFeed, { params })).toEqual({ isOn: false, renewedAt: null })
    const first = await client.call(renewCalendarFeed, { params })
    const second = await client.call(renewCalendarFeed, { params })
    const status = async (url: string) => (await server.app.request(url)).status
    expect([await status(first.url), await status(second.url)]).toEqual([404, 200])
    expect(await client.call(getCalendarFeed, { params })).toMatchObject({ isOn: true })
    await client.call(endCalendarFeed, { params })
    expect(await status(second.url)).toBe(404)
    expect(await status(second.url.slice(0, -4))).toBe(404)
  })
})

describe('a mention', () => {
  it('is on the list of whom it addresses, and in their mail, until they answer there or put it aside', async () => {
    const { client, clientAs, params, me } = await scene()
    const risk = await client.call(createRisk, { params, body: { title: 'Ransomware', ownerId: me.id } })
    const on = { ...params, entity: 'risk' as const, entityId: risk.id }
    const manager = await clientAs('manager')
    const body = `@${me.name} is this still true?`
    const said = await manager.call(createComment, { params: on, body: { body, personIds: [me.id] } })
    expect(said.mentions).toEqual([{ personId: me.id, name: me.name }])
    const listed = async () =>
      (await client.call(listWork, { params, query: { whose: 'mine', kind: 'mention' } })).items
    expect(await listed()).toMatchObject([{ what: 'Answer', ref: 'R-1', title: body, entity: 'risk' }])
    expect((await client.call(listMail, { params })).items).toMatchObject([{ kind: 'mention', state: 'held' }])
    await client.call(createComment, { params: on, body: { body: 'It is.' } })
    expect(await listed()).toEqual([])
    expect((await client.call(listComments, { params: on })).items.map(({ mentions }) => mentions.length)).toEqual([
      1, 0,
    ])
    await manager.call(createComment, { params: on, body: { body: `@${me.name} and now?`, personIds: [me.id] } })
    const [open] = await listed()
    const mentionId = open?.key.split(' ')[1] ?? ''
    const dismiss = { params: { ...params, mentionId } }
    await expect(manager.call(dismissMention, dismiss)).rejects.toMatchObject({ status: 409 })
    await client.call(dismissMention, dismiss)
    expect(await listed()).toEqual([])
  })

  it('is none where the text does not say the name, and refuses who is not there', async () => {
    const { client, params, me } = await scene()
    const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
    const on = { ...params, entity: 'risk' as const, entityId: risk.id }
    const said = await client.call(createComment, { params: on, body: { body: 'Nobody', personIds: [me.id] } })
    expect(said.mentions).toEqual([])
    await expect(
      client.call(createComment, { params: on, body: { body: '@X', personIds: [risk.id] } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
