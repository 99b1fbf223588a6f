import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findHolder, holdDataFolder } from './data-folder.ts'
import { StartError } from './start-error.ts'

const module = new URL('./data-folder.ts', import.meta.url).href
const now = new Date('2026-03-01T09:00:00Z')

/** Holds the folder until it is killed, as a real second process. */
const program = `
  import { holdDataFolder } from ${JSON.stringify(module)}
  try {
    holdDataFolder(process.argv[1], 'http://localhost:' + process.argv[2], new Date(${now.getTime()}))
    console.log('held')
    setInterval(() => {}, 1000)
  } catch (error) {
    console.log(error.message)
  }`

let folder = ''
let children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sinew-hold-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** @returns the child and the first thing it said */
async function holder(port: number): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder, String(port)])
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('the data folder', () => {
  it('is made private, and is let go of', () => {
    const path = join(folder, 'deep', 'data')
    const held = holdDataFolder(path, 'http://localhost:1', now)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(findHolder(path)).toMatchObject({ pid: process.pid, since: '2026-03-01T09:00:00.000Z' })
    held.release()
    expect(findHolder(path)).toBeNull()
    expect(existsSync(join(path, 'holder.json'))).toBe(false)
  })

  it('is refused to a second holder in the same process, and stays with the first', async () => {
    const held = holdDataFolder(folder, 'http://localhost:1', now)
    expect(() => holdDataFolder(folder, 'http://localhost:2', now)).toThrow(StartError)
    expect((await holder(3)).said).toContain(`process ${process.pid} on`)
    held.release()
    expect((await holder(4)).said).toBe('held')
  })

  it('is refused while its holder lives and free the moment it is killed, twenty times', async () => {
    for (let round = 0; round < 20; round += 1) {
      const first = await holder(7000 + round)
      expect(first.said).toBe('held')
      expect(() => holdDataFolder(folder, 'http://localhost:1', now)).toThrow(
        new RegExp(
          `process ${first.child.pid} on .* since 2026-03-01T09:00:00.000Z, at http://localhost:${7000 + round}`,
        ),
      )
      await killed(first.child)
      expect(JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'))).toMatchObject({ pid: first.child.pid })
      expect(findHolder(folder)).toBeNull()
    }
  })

  it('goes to exactly one of many that start at once after a crash', async () => {
    for (let round = 0; round < 3; round += 1) {
      const crashed = await holder(6000)
      await killed(crashed.child)
      const outcomes = await Promise.all(Array.from({ length: 6 }, (_, index) => holder(6001 + index)))
      const winners = outcomes.filter(({ said }) => said === 'held')
      expect(winners).toHaveLength(1)
      for (const { said } of outcomes) expect(said).toMatch(/^held$|^Sinew already runs on|^Another Sinew is starting/)
      for (const { child } of winners) await killed(child)
    }
  })

  it('does not believe a process id that was given out again', () => {
    const content = { pid: process.ppid, since: '2020-01-01T00:00:00.000Z', host: 'elsewhere', address: 'http://x' }
    writeFileSync(join(folder, 'holder.json'), JSON.stringify(content))
    expect(findHolder(folder)).toBeNull()
    const held = holdDataFolder(folder, 'http://localhost:1', now)
    expect(findHolder(folder)).toMatchObject({ pid: process.pid })
    held.release()
  })

  it('is asked for in one line with exit code 2 when it cannot be a folder', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const path of [join(folder, 'file'), join(folder, 'file', 'data'), '/proc/nowhere/data']) {
      const refused = catchStartError(() => holdDataFolder(path, 'http://localhost:1', now))
      expect(refused.exitCode).toBe(2)
      expect(refused.message).toMatch(/^SINEW_DATA is \/.*: [a-z -]+; expected a folder that can be written$/)
    }
  })
})

function catchStartError(work: () => unknown): StartError {
  try {
    work()
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
  throw new Error('expected a StartError')
}
