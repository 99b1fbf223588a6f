import { afterEach, describe, expect, it, vi } from 'vitest'
import { runProgram } from './run-program.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runProgram(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) })
  return { code, out: out.join(''), err: err.join('') }
}

describe('sinew', () => {
  it('shows what it can do when asked nothing', async () => {
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/start .*start the server/)
    expect(out).toMatch(/doctor .*what is wrong/)
    expect((await run('--help')).out).toBe(out)
  })

  it('says its version', async () => {
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['nonsense'], "unknown command 'nonsense'; see sinew --help\n"],
    [['start', '--nonsense'], "unknown option '--nonsense'; see sinew --help\n"],
    [
      ['doctor', 'nonsense'],
      "too many arguments for 'doctor'. Expected 0 arguments but got 1: nonsense; see sinew --help\n",
    ],
  ])('refuses %j in one line with exit code 2', async (args, line) => {
    expect(await run(...args)).toEqual({ code: 2, out: '', err: line })
  })

  it('refuses to start with a wrong setting, before touching anything', async () => {
    vi.stubEnv('SINEW_PORT', 'eighty')
    const { code, out, err } = await run('start')
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe('SINEW_PORT is "eighty"; expected a port number from 0 (any free port) to 65535\n')
  })
})
