import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runProgram } from '../run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'sinew-loss-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scenario = {
  frequency: { type: 'poisson', rate: 1 },
  severity: { type: 'lognormal90', low: 20_000, high: 500_000 },
  controls: [{ id: 'A', effect: 'frequency', effectiveness: { type: 'constant', value: 0.5 }, assurance: 0.8 }],
}

async function run(content: unknown, ...options: readonly string[]) {
  const file = join(folder, 'portfolio.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  let out = ''
  let err = ''
  const terminal = { out: (text: string) => (out += text), err: (text: string) => (err += text) }
  const code = await runProgram(['loss', 'price', file, ...options], terminal)
  return { code, out, err }
}

describe('sinew loss price', () => {
  test('prices a file exactly, with what each control is worth', async () => {
    const { code, out } = await run({ scenarios: [scenario] }, '--json')
    const priced = JSON.parse(out)
    expect(code).toBe(0)
    expect(priced.mean).toBeCloseTo(161397.57924286195 * 0.6, 6)
    expect(priced.pZero).toBeCloseTo(Math.exp(-0.6), 12)
    expect(priced.attribution.controls).toMatchObject([
      { id: 'A', shapley: expect.closeTo(161397.57924286195 * 0.4, 6) },
    ])
    for (const { error, var: value } of priced.levels) expect(error).toBeLessThanOrEqual(2e-5 * value)
  })

  test('simulates the same for the same seed and something else for another', async () => {
    const levels = async (seed: string) =>
      JSON.parse(
        (await run({ scenarios: [scenario] }, '--engine', 'simulate', '--years', '5000', '--seed', seed, '--json')).out,
      ).levels
    expect(await levels('4')).toEqual(await levels('4'))
    expect(await levels('4')).not.toEqual(await levels('5'))
  })

  test('says it in a table, and knows moments alone', async () => {
    expect((await run({ portfolio: { scenarios: [scenario] } })).out).toMatch(
      /Mean +96,839[\s\S]*99\.9 %[\s\S]*Control/,
    )
    expect(JSON.parse((await run({ scenarios: [scenario] }, '--engine', 'moments', '--json')).out).levels).toEqual([])
  })

  test.each([
    [
      'an interval upside down',
      { ...scenario, severity: { type: 'lognormal90', low: 5, high: 1 } },
      'scenarios[0].severity: is upside down: low 5 is above high 1',
    ],
    [
      'a bound of zero',
      { ...scenario, severity: { type: 'lognormal90', low: 0, high: 1 } },
      'scenarios[0].severity.low: must be a number above 0',
    ],
    [
      'a negative bound',
      { ...scenario, severity: { type: 'uniform', min: -4, max: 1 } },
      'scenarios[0].severity.min: must be a number from 0',
    ],
    [
      'a probability over 1',
      { ...scenario, frequency: { type: 'bernoulli', p: 1.2 } },
      'scenarios[0].frequency.p: must be a number from 0 to 1, not 1.2',
    ],
    [
      'an unknown law',
      { ...scenario, severity: { type: 'pareto', scale: 4 } },
      'scenarios[0].severity.type: must be a severity law',
    ],
    [
      'a number that is none',
      { ...scenario, frequency: { type: 'poisson', rate: null } },
      'scenarios[0].frequency.rate: must be a rate from 0',
    ],
    ['a misspelt field', { ...scenario, eventcap: 5 }, 'scenarios[0].eventcap: is not known here'],
    [
      'a control that is not there',
      { ...scenario, controls: ['X'] },
      'scenarios[0].controls[0]: there is no control X',
    ],
  ])('refuses %s, and says where', async (_what, wrong, sentence) => {
    const { code, err } = await run({ scenarios: [wrong] })
    expect(code).toBe(1)
    expect(err).toContain(sentence)
  })

  test('refuses a million scenarios, text that is not JSON, a missing file and a seed that is no number', async () => {
    const many = `{"scenarios":[${Array(1_000_000).fill('0').join(',')}]}`
    expect((await run(many)).err).toContain('scenarios: holds 1,000,000; it may hold 1 to 20,000')
    expect((await run('{"scenarios": [NaN]}')).err).toContain('is not JSON')
    expect((await run({ scenarios: [scenario] }, '--seed', 'x')).code).toBe(2)
    const terminal = { out: () => {}, err: () => {} }
    expect(await runProgram(['loss', 'price', join(folder, 'none.json')], terminal)).toBe(1)
  })
})
