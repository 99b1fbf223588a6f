import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'

/** What `npx sinew` runs: it hands over to Node 24 by itself. */
const program = fileURLToPath(new URL('../packages/cli/bin/sinew.mjs', import.meta.url))

/** One for all of them: what the first start prepares, the others find. */
const folder = mkdtempSync(join(tmpdir(), 'sinew-run-'))
let children: ChildProcess[] = []
beforeEach(() => {
  children = []
})
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

type Ready = { readonly address: string; readonly pid: number; readonly database: string }

function launch(cwd = folder): { child: ChildProcess; err: () => string; ended: Promise<number> } {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [program, 'start', '--json'], {
    cwd,
    env: { ...inherited, SINEW_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let err = ''
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  return { child, err: () => err, ended }
}

async function ready({ child, ended, err }: ReturnType<typeof launch>): Promise<Ready> {
  const early = ended.then((code) => {
    throw new Error(`ended with ${code}: ${err()}`)
  })
  const [line] = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), early])
  return JSON.parse(String(line))
}

describe('sinew start', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops in order on %s', async (signal) => {
    const started = launch()
    const { address } = await ready(started)
    expect((await fetch(`${address}/api/health`)).status).toBe(200)
    started.child.kill(signal)
    expect(await started.ended).toBe(0)
    expect(existsSync(join(folder, 'data', 'holder.json'))).toBe(false)
    expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('takes a signal that arrives twice at once for one', async () => {
    const started = launch()
    const { pid } = await ready(started)
    process.kill(pid, 'SIGINT')
    started.child.kill('SIGINT')
    expect(await started.ended).toBe(0)
    expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('refuses a second process, and starts again after kill -9', async () => {
    const first = launch()
    const { address, pid } = await ready(first)
    const second = launch()
    expect(await second.ended).toBe(1)
    expect(second.err()).toContain(`process ${pid} on`)
    expect(second.err()).toContain(address)
    expect(second.err().trim()).not.toContain('\n')

    process.kill(pid, 'SIGKILL')
    await first.ended
    const third = await ready(launch())
    expect((await fetch(`${third.address}/api/health`)).status).toBe(200)
  })

  it('says in one line what is wrong in the settings file', async () => {
    const fresh = join(folder, 'fresh')
    mkdirSync(fresh)
    writeFileSync(join(fresh, 'sinew.config.json'), '{ "SINEW_LOG": "loud" }')
    const started = launch(fresh)
    expect(await started.ended).toBe(2)
    expect(started.err()).toMatch(/^SINEW_LOG in sinew\.config\.json is "loud"; expected one of silent, .*\n$/)
    expect(existsSync(join(fresh, 'data'))).toBe(false)
  })
})
