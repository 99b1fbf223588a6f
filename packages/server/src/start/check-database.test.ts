import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Client } from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { checkDatabase } from './check-database.ts'
import { StartError } from './start-error.ts'

const admin = new Client({ connectionString: inject('postgresUrl') })
const role = `weak_${randomBytes(4).toString('hex')}`
afterAll(async () => {
  await admin.query(`drop role if exists ${role}`)
  await admin.end()
})

async function refusal(url: string): Promise<StartError> {
  const error = await checkDatabase(url).catch((reason: unknown) => reason)
  if (error instanceof StartError) return error
  throw new Error(`expected a StartError, got ${String(error)}`)
}

/** A message of PostgreSQL's wire protocol (version 3.0): type, length, content. */
function message(type: string, ...content: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)))
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

/** Speaks just enough of the protocol to let somebody in and answer every query with one text. */
async function serverThatSays(version: string) {
  const ready = message('Z', 'I')
  const column = Buffer.concat([Buffer.from('server_version\0'), Buffer.alloc(18)])
  const row = Buffer.from([0, 1, 0, 0, 0, version.length])
  const answer = [message('T', Buffer.from([0, 1]), column), message('D', row, version), message('C', 'SHOW\0'), ready]
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.on('data', (data) => data.toString('latin1', 0, 1) === 'Q' && socket.write(Buffer.concat(answer)))
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `postgres://u@127.0.0.1:${(server.address() as AddressInfo).port}/d`, close: () => server.close() }
}

describe('DATABASE_URL', () => {
  it('passes when it can be used', async () => {
    await expect(checkDatabase(inject('postgresUrl'))).resolves.toBeUndefined()
  })

  it('is refused in one line, without the password, when it cannot', async () => {
    const wrongPassword = new URL(inject('postgresUrl'))
    wrongPassword.password = 'hunter2'
    const nowhere = 'postgres://u:hunter2@127.0.0.1:1/d'
    const noDatabase = new URL(inject('postgresUrl'))
    noDatabase.pathname = '/absent'
    const lines = await Promise.all([wrongPassword.href, nowhere, noDatabase.href].map(refusal))
    expect(lines.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2])
    expect(lines[0]?.message).toMatch(/^DATABASE_URL cannot be used: .*password authentication failed/)
    expect(lines[1]?.message).toBe(
      'DATABASE_URL cannot be used: 127.0.0.1:1/d refuses the connection; is PostgreSQL running there?',
    )
    expect(lines[2]?.message).toMatch(/database "absent" does not exist$/)
    for (const { message } of lines) expect(message).not.toMatch(/hunter2|\n/)
  })

  it('is refused when its server is too old', async () => {
    const old = await serverThatSays('14.9')
    const refused = await refusal(old.url)
    old.close()
    expect(refused).toMatchObject({
      exitCode: 2,
      message: 'DATABASE_URL names a PostgreSQL 14.9; expected 15 or newer',
    })
  })

  it('is refused when its role may not make what is needed, with the statements that help', async () => {
    await admin.connect()
    await admin.query(`create role ${role} login password 'weak'`)
    const url = new URL(inject('postgresUrl'))
    url.username = role
    url.password = 'weak'
    const line = (await refusal(url.href)).message
    const statements = line.replace(/^.*run: /, '').split('; ')
    expect(statements).toEqual([`alter role ${role} createrole`, `grant create on database sinew to ${role}`])
    for (const statement of statements) await admin.query(statement)
    await expect(checkDatabase(url.href)).resolves.toBeUndefined()
    await admin.query(`revoke create on database sinew from ${role}`)
  })
})
