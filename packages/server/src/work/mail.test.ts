import { createServer, type Server } from 'node:net'
import { createComment } from '@sinew/contract/comment/comment-contract.ts'
import { limitMember, listMembers } from '@sinew/contract/member/member-contract.ts'
import { createPerson, updatePerson } from '@sinew/contract/person/person-contract.ts'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { tasks } from '@sinew/contract/work/duty-contract.ts'
import { getMailPreference, listMail, sendTestMail, setMailPreference } from '@sinew/contract/work/mail-contract.ts'
import { getMyWork } from '@sinew/contract/work/work-contract.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '../services.ts'
import { foundExample } from '../test/test-chain.ts'
import { startTestServer, type TestServer } from '../test/test-server.ts'
import { within } from './mail-tasks.ts'
import { sendWaitingMail } from './send-mail.ts'
import { writeReminders } from './write-reminders.ts'

/** A mail server that keeps what it is given; `refusing` says no to every recipient. */
async function openSink() {
  const taken: string[] = []
  const state = { refusing: false }
  const server: Server = createServer((socket) => {
    let isData = false
    let data = ''
    socket.write('220 sink\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n')) {
        if (isData) {
          if (line === '.') {
            isData = false
            taken.push(data)
            data = ''
            socket.write('250 taken\r\n')
          } else data += `${line}\n`
        } else if (/^(EHLO|HELO|MAIL)/.test(line)) socket.write('250 ok\r\n')
        else if (line.startsWith('RCPT')) socket.write(state.refusing ? '550 nobody here\r\n' : '250 ok\r\n')
        else if (line === 'DATA') {
          isData = true
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else if (line !== '') socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { taken, state, url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

let server: TestServer
let sink: Awaited<ReturnType<typeof openSink>>
let sending: Services
beforeAll(async () => {
  server = await startTestServer()
  sink = await openSink()
  sending = { ...server.services, mail: { smtpUrl: sink.url, from: 'Sinew <sinew@example.org>' } }
})
afterAll(() => sink.close())

// A Tuesday, at ten in the morning in Berlin.
const now = new Date('2026-03-10T09:00:00Z')

async function scene() {
  const { client, clientAs, organizationId } = await server.createOrganization()
  const params = { organizationId }
  const due = (title: string, dueAt: string, ownerId: string) =>
    client.call(tasks.create, { params, body: { title, ownerId, dueAt: `${dueAt}T12:00:00Z` } })
  const write = (services = sending, at = now) =>
    within(services, organizationId, (tx) => writeReminders(services, tx, { id: organizationId, now: at }))
  const send = (at = now) => within(sending, organizationId, (tx) => sendWaitingMail(sending, tx, at))
  const anna = await client.call(createPerson, { params, body: { name: 'Anna Ames', email: 'anna@example.org' } })
  const outbox = async () =>
    (await client.call(listMail, { params })).items.filter(({ recipient }) => recipient === 'anna@example.org')
  return { client, clientAs, params, organizationId, anna, due, write, send, outbox }
}

describe('reminders', () => {
  it('go out once a day to who owns what is due in a week, today or weeks ago, and to nobody else', async () => {
    const { anna, due, write, send, outbox } = await scene()
    await due('In a week', '2026-03-17', anna.id)
    await due('In three days', '2026-03-13', anna.id)
    await due('A week late', '2026-03-03', anna.id)
    await write()
    await write()
    const written = await outbox()
    expect(written).toMatchObject([{ kind: 'reminder', state: 'waiting' }])
    expect(written[0]?.subject).toContain('2 things to do, 1 overdue')
    expect(written[0]?.text).toContain('In a week')
    expect(written[0]?.text).toMatch(/\n {2}\S+\/o\/[^/]+\/go\/task\/TA-\d+\n/)
    expect(written[0]?.text).not.toContain('In three days')
    const before = sink.taken.length
    await send()
    await send()
    const taken = sink.taken.slice(before).filter((mail) => mail.includes('To: anna@example.org'))
    expect(taken).toHaveLength(1)
    expect(taken[0]).toContain('From: Sinew <sinew@example.org>')
    expect(await outbox()).toMatchObject([{ state: 'sent', tries: 1 }])
  })

  it('wait for the morning, and for who has an address', async () => {
    const { client, params, anna, due, write, outbox } = await scene()
    await due('Today', '2026-03-10', anna.id)
    expect(await write(sending, new Date('2026-03-10T03:00:00Z'))).toBe(0)
    await client.call(updatePerson, { params: { ...params, personId: anna.id }, ifMatch: 1, body: { email: null } })
    await write()
    expect(await outbox()).toEqual([])
  })

  it('stop with an access that has ended, as mail of mentions does, and name nothing of other areas', async () => {
    const { client, clientAs, params, due, write } = await scene()
    await clientAs('auditor')
    const { items } = await client.call(listMembers, { params, query: { role: 'auditor' } })
    const [auditor] = items
    if (auditor === undefined || auditor.personId === null) throw new Error('there is no auditor')
    const { personId, name, email, id } = auditor
    const mail = async () => {
      const all = (await client.call(listMail, { params })).items
      return all.filter(({ recipient }) => recipient === email)
    }
    const limit = async (accessUntil: string | null, areas: readonly string[] = []) => {
      const { items: now } = await client.call(listMembers, { params, query: { role: 'auditor' } })
      await client.call(limitMember, {
        params: { ...params, memberId: id },
        ifMatch: now[0]?.version ?? 0,
        body: { accessUntil, readFrom: null, readUntil: null, areas: [...areas] },
      })
    }
    const risk = await client.call(createRisk, { params, body: { title: 'Ransomware' } })
    const mention = () =>
      client.call(createComment, {
        params: { ...params, entity: 'risk', entityId: risk.id },
        body: { body: `@${name} look`, personIds: [personId] },
      })
    await due('Look at the sample', '2026-03-17', personId)
    await limit('2026-03-09')
    await mention()
    await write()
    expect(await mail()).toEqual([])
    await limit(null, ['risk'])
    await write()
    expect(await mail()).toEqual([])
    await limit('2999-01-01')
    await write()
    await mention()
    expect((await mail()).map(({ kind }) => kind).sort()).toEqual(['mention', 'reminder'])
  })

  it('are tried again later when the mail server says no, then given up', async () => {
    const { anna, due, write, send, outbox } = await scene()
    await due('Today', '2026-03-10', anna.id)
    await write()
    sink.state.refusing = true
    await send()
    expect(await outbox()).toMatchObject([
      { state: 'waiting', tries: 1, error: expect.stringContaining('nobody here') },
    ])
    await send()
    expect(await outbox()).toMatchObject([{ tries: 1 }])
    for (let day = 1; day <= 5; day += 1) await send(new Date(now.getTime() + day * 86_400_000 * 3))
    sink.state.refusing = false
    expect(await outbox()).toMatchObject([{ state: 'failed', tries: 6 }])
  })

  it('are held where no mail server is set, and in an example company always', async () => {
    const { anna, due, write, send, outbox } = await scene()
    await due('Today', '2026-03-10', anna.id)
    await write(server.services)
    expect(await outbox()).toMatchObject([{ state: 'held' }])
    expect(await send()).toBe(0)
    const organizationId = await foundExample(server.services, new Date('2026-01-01T00:00:00Z'))
    const client = await server.clientOf(organizationId)
    await client.call(sendTestMail, { params: { organizationId } })
    expect(await client.call(listMail, { params: { organizationId } })).toMatchObject({
      isSent: false,
      isExample: true,
      items: [{ kind: 'test', state: 'held' }],
    })
  })
})

describe('what mail somebody gets', () => {
  it('is theirs to choose: a digest on their days instead of reminders, or nothing', async () => {
    const { client, clientAs, params, write } = await scene()
    const { person } = await client.call(getMyWork, { params })
    const usual = await client.call(getMailPreference, { params })
    expect(usual).toMatchObject({ reminders: true, digest: 'weekly' })
    await client.call(tasks.create, { params, body: { title: 'Mine', ownerId: person?.id ?? null } })
    const mine = async () =>
      (await client.call(listMail, { params })).items.filter(({ recipient }) => recipient === usual.email)
    await write()
    expect(await mine()).toEqual([])
    await client.call(setMailPreference, { params, body: { reminders: false, digest: 'daily' } })
    await write()
    expect(await mine()).toMatchObject([{ kind: 'digest' }])
    const reader = await clientAs('reader')
    await expect(reader.call(listMail, { params })).rejects.toMatchObject({ status: 403 })
  })
})
