import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type Config, loadConfig } from '../config.ts'
import { findHolder } from './data-folder.ts'
import { examineDatabase } from './examine-database.ts'
import { readPostmaster } from './postgres-leftover.ts'
import { StartError } from './start-error.ts'
import { type Sinew, startSinew } from './start-sinew.ts'

const log = pino({ level: 'silent' })

let folder = ''
let running: Sinew[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sinew-start-'))
  running = []
})
afterEach(async () => {
  for (const sinew of running) await sinew.stop()
  rmSync(folder, { recursive: true })
})

function settings(env: Record<string, string> = {}): Config {
  const loaded = loadConfig({ SINEW_DATA: join(folder, 'data'), SINEW_PORT: '0', ...env }, folder)
  if (!loaded.ok) throw new Error(loaded.problems.join())
  return loaded.config
}

async function start(config = settings()): Promise<Sinew> {
  const sinew = await startSinew(config, { log })
  running.push(sinew)
  return sinew
}

async function health(sinew: Sinew): Promise<number> {
  return (await fetch(`${sinew.address}/api/health`)).status
}

describe('Sinew', () => {
  it('serves from a folder that was not there, stops whole, and starts again', async () => {
    const config = settings()
    const steps: string[] = []
    const first = await startSinew(config, { log, onStep: (label) => steps.push(label) })
    running.push(first)
    expect(await health(first)).toBe(200)
    expect(steps[0]).toBe('Starting PostgreSQL')
    expect(steps).toContain('Migrating: 0001-tenancy-and-ledger.sql')
    expect(findHolder(config.dataFolder)).toMatchObject({ pid: process.pid, address: first.address })
    await first.stop()
    await expect(health(first)).rejects.toThrow()
    expect(findHolder(config.dataFolder)).toBeNull()
    expect(readPostmaster(join(config.dataFolder, 'postgres'))).toBeNull()
    expect(await health(await start(config))).toBe(200)
  })

  it('refuses a second one on the same folder and says who has it', async () => {
    const config = settings()
    const first = await start(config)
    const refused = await startSinew(config, { log }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartError)
    expect(String(refused)).toContain(`process ${process.pid} on`)
    expect(String(refused)).toContain(first.address)
    expect(await health(first)).toBe(200)
  })

  it('gives everything back when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const port = (other.address() as AddressInfo).port
    const config = settings({ SINEW_PORT: String(port) })
    await expect(start(config)).rejects.toThrow(
      `SINEW_PORT is ${port}, and another program already listens on 127.0.0.1:${port}; set SINEW_PORT`,
    )
    other.close()
    expect(findHolder(config.dataFolder)).toBeNull()
    expect(readPostmaster(join(config.dataFolder, 'postgres'))).toBeNull()
  })

  it('asks for another host when that one is not here', async () => {
    for (const SINEW_PORT of ['0', '18443'])
      await expect(start(settings({ SINEW_HOST: '192.0.2.1', SINEW_PORT }))).rejects.toMatchObject({
        exitCode: 2,
        message: 'SINEW_HOST is 192.0.2.1, which is no address of this machine; expected one, such as 127.0.0.1',
      })
  })

  it('gives up half-way when told to, leaving nothing behind', async () => {
    const config = settings()
    const interruption = new AbortController()
    const onStep = (label: string) => label === 'Preparing the database' && interruption.abort()
    await expect(startSinew(config, { log, onStep, signal: interruption.signal })).rejects.toThrow(/abort/i)
    expect(findHolder(config.dataFolder)).toBeNull()
    expect(readPostmaster(join(config.dataFolder, 'postgres'))).toBeNull()
  })

  it('answers what it has begun before it stops', async () => {
    const sinew = await start()
    const socket = connect(Number(new URL(sinew.address).port), '127.0.0.1')
    socket.write('GET /api/health HTTP/1.1\r\nHost: localhost\r\n')
    await new Promise((resolve) => socket.once('connect', resolve))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const stopping = sinew.stop()
    socket.write('Connection: close\r\n\r\n')
    await Promise.all([closed, stopping])
    expect(answer).toContain('200 OK')
  })

  it('works on a PostgreSQL that is already there, and starts none', async () => {
    const config = settings({ DATABASE_URL: inject('postgresUrl') })
    const sinew = await start(config)
    expect(await health(sinew)).toBe(200)
    expect(readPostmaster(join(config.dataFolder, 'postgres'))).toBeNull()
  })
})

describe('a look into the database', () => {
  it('tells what is there before the first start, while it runs and afterwards', async () => {
    const config = settings()
    expect(await examineDatabase(config, log)).toBeNull()
    const sinew = await start(config)
    const healthy = {
      version: expect.stringMatching(/^18\./),
      pendingMigrations: [],
      isolationHoles: [],
      failedJobs: [],
    }
    expect(await examineDatabase(config, log)).toEqual(healthy)
    await sinew.stop()
    expect(await examineDatabase(config, log)).toEqual(healthy)
    expect(findHolder(config.dataFolder)).toBeNull()
  })
})
