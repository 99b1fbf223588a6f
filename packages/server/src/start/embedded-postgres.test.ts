import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { findPostgresBinaries, hydrateSymlinks } from './postgres-binaries.ts'
import { readPostmaster, serverByName } from './postgres-leftover.ts'
import { postgresSettings } from './postgres-settings.ts'
import { findUnprivilegedAccount } from './postgres-user.ts'

const log = pino({ level: 'silent' })
const module = new URL('./embedded-postgres.ts', import.meta.url).href

let dataFolder = ''
let started: EmbeddedPostgres[] = []

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'sinew-postgres-'))
  started = []
})
afterEach(async () => {
  for (const postgres of started) await postgres.stop()
  rmSync(dataFolder, { recursive: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, log })
  started.push(postgres)
  return postgres
}

async function query(url: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return result.rows
  } finally {
    await client.end()
  }
}

/** A zombie, which only its parent can remove, has ended. */
function isAlive(pid: number): boolean {
  const status = `/proc/${pid}/status`
  return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
}

/** Starts the server from a process that is then killed, which leaves the server running alone. */
async function leaveServerBehind(): Promise<{ pid: number; url: string }> {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)}
    const log = { warn() {}, info() {} }
    console.log((await startEmbeddedPostgres({ dataFolder: process.argv[1], log })).url)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program, dataFolder])
  const [url] = await once(parent.stdout, 'data')
  const pid = readPostmaster(join(dataFolder, 'postgres'))?.pid ?? 0
  const gone = once(parent, 'exit')
  parent.kill('SIGKILL')
  await gone
  return { pid, url: String(url).trim() }
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written, durably, in UTF-8, sorted for people', async () => {
    const first = await start()
    await query(first.url, "create table kept (name text); insert into kept values ('Zoë'), ('apple'), ('Éclair')")
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'select name from kept order by name')).toEqual([['apple'], ['Éclair'], ['Zoë']])
    const shown = await query(
      second.url,
      "select current_setting('fsync'), current_setting('server_encoding'), current_setting('data_checksums'), current_setting('listen_addresses')",
    )
    expect(shown).toEqual([['on', 'UTF8', 'on', '127.0.0.1']])
    expect(Number((await query(second.url, 'show server_version_num'))[0]?.[0])).toBeGreaterThanOrEqual(180000)
  })

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start()
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    expect(statSync(join(dataFolder, 'postgres-password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataFolder, 'postgres')).mode & 0o777).toBe(0o700)
    expect(readFileSync(join(dataFolder, 'postgres-password'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  })

  it('sets a new password when the kept one was lost', async () => {
    const first = await start()
    await query(first.url, 'create table kept ()')
    await first.stop()
    rmSync(join(dataFolder, 'postgres-password'))
    const second = await start()
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password)
    expect(await query(second.url, "select to_regclass('kept')::text")).toEqual([['kept']])
  })

  it('stops a server that a killed process left running, and loses nothing', async () => {
    const left = await leaveServerBehind()
    await query(left.url, 'create table kept (n int); insert into kept values (7)')
    expect(isAlive(left.pid)).toBe(true)
    const next = await start()
    expect(isAlive(left.pid)).toBe(false)
    expect(await query(next.url, 'select n from kept')).toEqual([[7]])
  })

  it('recovers after server and owner were both killed', async () => {
    const left = await leaveServerBehind()
    await query(left.url, 'create table kept (n int); insert into kept values (8)')
    process.kill(left.pid, 'SIGKILL')
    const next = await start()
    expect(await query(next.url, 'select n from kept')).toEqual([[8]])
  })

  it('is not stopped by a postmaster.pid whose number now names another process', async () => {
    await (await start()).stop()
    const path = join(dataFolder, 'postgres', 'postmaster.pid')
    writeFileSync(path, `${process.pid}\n/elsewhere\n1700000000\n5432\n\n127.0.0.1\n\nready\n`)
    const next = await start()
    expect(await query(next.url, 'select 1')).toEqual([[1]])
  })

  it('knows its server by name where the system does not say where processes work', async () => {
    const postgres = await start()
    const cluster = join(dataFolder, 'postgres')
    expect(serverByName(cluster)).toEqual([readPostmaster(cluster)?.pid])
    await postgres.stop()
    expect(serverByName(cluster)).toEqual([])
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n/elsewhere\n1700000000\n5432\n\n\n\nready\n`)
    expect(serverByName(cluster)).toEqual([])
  })

  it('starts over when the making of the database was cut short', async () => {
    mkdirSync(join(dataFolder, 'postgres.new', 'base'), { recursive: true })
    expect(await query((await start()).url, 'select 1')).toEqual([[1]])
    expect(existsSync(join(dataFolder, 'postgres.new'))).toBe(false)
  })

  it('says when the server ends by itself', async () => {
    const postgres = await start()
    process.kill(readPostmaster(join(dataFolder, 'postgres'))?.pid ?? 0, 'SIGKILL')
    expect(await postgres.crashed).toMatch(/^PostgreSQL ended unexpectedly; see .*postgres\.log$/)
  })

  it('stops in order: nothing answers afterwards, and no postmaster.pid is left', async () => {
    const postgres = await start()
    await postgres.stop()
    const socket = connect(Number(new URL(postgres.url).port), '127.0.0.1')
    const [error] = await once(socket, 'error')
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
    expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('refuses files of another major version, and a folder that holds something else', async () => {
    mkdirSync(join(dataFolder, 'postgres'))
    await expect(start()).rejects.toThrow(/postgres exists but holds no PostgreSQL database: move it away$/)
    writeFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), '17\n')
    writeFileSync(join(dataFolder, 'postgres-password'), 'x\n')
    await expect(start()).rejects.toThrow(/was written by PostgreSQL 17, and this Sinew brings PostgreSQL 18/)
  })
})

describe('what the embedded PostgreSQL stands on', () => {
  it('links the shared libraries that npm left out', () => {
    const folder = join(dataFolder, 'package')
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true })
    writeFileSync(join(folder, 'native', 'lib', 'liba.so.1.2'), 'library')
    const links = ['liba.so', 'liba.so.1'].map((name) => ({
      source: 'native/lib/liba.so.1.2',
      target: `native/lib/${name}`,
    }))
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
    expect(hydrateSymlinks(folder)).toBe(2)
    expect(readFileSync(join(folder, 'native', 'lib', 'liba.so.1'), 'utf8')).toBe('library')
    expect(hydrateSymlinks(folder)).toBe(0)
  })

  it('brings PostgreSQL 18', () => {
    expect(findPostgresBinaries().version).toMatch(/^18\./)
  })

  it('prefers an account made for it, and takes nobody otherwise', () => {
    const nobody = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533:n:/:/bin/false\n'
    expect(findUnprivilegedAccount(nobody)).toEqual({ uid: 65534, gid: 65533 })
    expect(findUnprivilegedAccount(`${nobody}postgres:x:101:102::/:/bin/sh\n`)).toEqual({ uid: 101, gid: 102 })
    expect(findUnprivilegedAccount('nobody:*:-2:-2::/:/usr/bin/false\n')).toEqual({ uid: 4294967294, gid: 4294967294 })
    expect(findUnprivilegedAccount('root:x:0:0::/root:/bin/sh\nsinew:x:0:0::/:/bin/sh\n')).toBeNull()
  })

  it('fits its caches to the machine', () => {
    const gigabyte = 1024 ** 3
    expect(postgresSettings(5000, gigabyte / 4).shared_buffers).toBe('32MB')
    expect(postgresSettings(5000, 2 * gigabyte).shared_buffers).toBe('128MB')
    expect(postgresSettings(5000, 64 * gigabyte).shared_buffers).toBe('256MB')
  })
})
