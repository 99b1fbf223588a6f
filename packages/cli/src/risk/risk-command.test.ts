import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { run, type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let riskId: string

beforeAll(async () => {
  served = await serveOrganization()
  const params = { organizationId: served.organizationId }
  const risk = await served.client.call(createRisk, {
    params,
    body: { title: 'Ransomware stops the service', event: 'A criminal encrypts \u001b[31mthe servers' },
  })
  riskId = risk.id
  await served.client.call(createRisk, { params, body: { title: 'A laptop is lost' } })
})

describe('sinew risk list', () => {
  it('prints the register', async () => {
    const { code, out, err } = await served.run('risk', 'list', '--sort', 'number')
    expect([code, err]).toEqual([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^Risk +State +Level +Claimed\/y +Proven\/y +Owner +Title$/)
    expect(lines[1]).toMatch(/^R-1 +draft .*Ransomware stops the service$/)
    expect(lines[3]).toBe('2 of 2')
  })

  it('filters, and prints what the server answers with --json', async () => {
    const { code, out } = await served.run('risk', 'list', '--search', 'laptop', '--status', 'draft', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ total: 1, items: [{ number: 2, title: 'A laptop is lost' }] })
  })

  it('says when the organisation was not there yet', async () => {
    const before = await served.run('risk', 'list', '--as-of', '2020-01-01T00:00:00Z', '--json')
    expect(before).toMatchObject({ code: 1, err: expect.stringMatching(/^[^\n]+\n$/) })
  })

  it.each([
    [['--sort', 'beauty'], 2],
    [['--page', 'x'], 1],
    [['--as-of', 'yesterday'], 1],
  ])('refuses %j in one line', async (args, code) => {
    const ran = await served.run('risk', 'list', ...args)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
  })
})

describe('sinew risk show', () => {
  it.each(['R-1', 'r-1', '1'])('finds a risk by %s', async (named) => {
    const { code, out } = await served.run('risk', 'show', named)
    expect(code).toBe(0)
    expect(out).toMatch(/^R-1 Ransomware stops the service\n/)
    expect(out).toContain('Expected yearly loss: not known yet')
  })

  it('lets no text steer the terminal', async () => {
    const { out } = await served.run('risk', 'show', riskId)
    expect(out).toContain('A criminal encrypts')
    expect(out).not.toContain('\u001b')
  })

  it('prints the whole risk with --json', async () => {
    const { out } = await served.run('risk', 'show', 'R-1', '--json')
    expect(JSON.parse(out)).toMatchObject({ id: riskId, number: 1, controls: [], acceptances: [] })
  })

  it('says which risk there is not', async () => {
    expect(await served.run('risk', 'show', 'R-77')).toEqual({ code: 1, out: '', err: 'There is no risk R-77\n' })
    expect(await served.run('risk', 'show', 'seven')).toMatchObject({ code: 2, out: '' })
  })
})

describe('a command that talks to a server', () => {
  it('says when there is none', async () => {
    const ran = await run('risk', 'list', '--url', 'http://127.0.0.1:1', '--token', served.token)
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toMatch(
      /^No Sinew answers at http:\/\/127\.0\.0\.1:1 \([^\n]+\); start it with sinew start[^\n]*\n$/,
    )
  })

  it.each([
    ['no address', ['--url', 'nonsense', '--token', 'x'], /^--url is "nonsense"; expected an address/],
    ['no token of ours', ['--token', 'x'], /^The token is not one of Sinew/],
    ['no token', ['--token', ''], /^Say who asks: --token, or SINEW_TOKEN/],
  ])('refuses %s with exit code 2', async (_, args, line) => {
    const ran = await run('risk', 'list', ...args)
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(line)
  })

  it('says when a token is not good any more', async () => {
    const wrong = `${served.token.slice(0, -4)}AAAA`
    const ran = await run('risk', 'list', '--url', served.url, '--token', wrong)
    expect(ran).toEqual({ code: 1, out: '', err: 'The token is not valid: it is wrong, expired or revoked.\n' })
  })
})
