import {
  acceptInvitation,
  getSession,
  listSessions,
  type Session,
  signIn,
} from '@sinew/contract/account/account-contract.ts'
import { type Client, createClient } from '@sinew/contract/client.ts'
import { createInvitation } from '@sinew/contract/member/member-contract.ts'
import type { TestServer } from '@sinew/server/test/test-server.ts'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Ran, run, runAsked, serveNobody } from '../test/served-organization.ts'

let server: TestServer
let url: string
const password = 'correct horse battery'

beforeAll(async () => {
  ;({ server, url } = await serveNobody())
})
afterEach(() => {
  vi.unstubAllEnvs()
})

/** Nobody runs jobs here: the test says how far the story is, in the row that the job would write. */
async function tell(state: 'telling' | 'told' | 'failed', done = 0): Promise<void> {
  const client = await server.services.pools.owner.connect()
  try {
    const { rows } = await client.query('select list_organization_ids() as id')
    for (const { id } of rows) {
      await client.query("select set_config('app.organization_id', $1, false)", [id])
      const set = 'state = $1, done = $2, total = 200, updated_at = clock_timestamp()'
      await client.query(`update example_progress set ${set}`, [state, done])
    }
  } finally {
    await client.query('reset app.organization_id')
    client.release()
  }
}

/** Answers what is asked, in order, and keeps the questions. */
function person(...answers: readonly string[]) {
  const asked: string[] = []
  const ask = (question: string, options?: { readonly hidden?: boolean }) => {
    asked.push(`${question}${options?.hidden ? '(hidden)' : ''}`)
    return Promise.resolve(answers[asked.length - 1] ?? '')
  }
  return { asked, ask }
}

async function signedIn(email: string): Promise<Client> {
  const headers = { origin: url }
  const response = await createClient({ baseUrl: url, headers }).download(signIn, { body: { email, password } })
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return createClient({ baseUrl: url, headers: { ...headers, cookie } })
}

const demo = (...options: readonly string[]) => run('demo', '--url', url, ...options)

/** Runs the command until the story is told, as the job would tell it. */
async function whileTold(start: () => Promise<Ran>, replaced = ''): Promise<Ran> {
  const running = start()
  const rows = async () => (await server.services.pools.owner.query('select list_organization_ids() as id')).rows
  const isThere = async () => (await rows()).some(({ id }) => id !== replaced)
  await expect.poll(isThere, { timeout: 20_000 }).toBe(true)
  await tell('telling', 100)
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  await tell('told', 200)
  return running
}

// The steps build on each other: one installation, from nobody to two people.
describe('sinew demo on a server without any account', () => {
  it('says what it needs when nobody can be asked, and changes nothing', async () => {
    expect(await demo()).toEqual({
      code: 2,
      out: '',
      err: `${url} has no account yet; give --name, --email and SINEW_PASSWORD to make the first, which owns the installation\n`,
    })
    expect(await demo('--name', 'Olga Owner')).toMatchObject({ code: 2, err: expect.stringMatching(/^Say --email: /) })
    expect(await demo('--name', 'Olga Owner', '--email', 'olga@example.org')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Say SINEW_PASSWORD: /),
    })
    expect((await server.anonymous.call(getSession)).setUpNeeded).toBe(true)
  })

  it('refuses a short password and a wrong address in one line', async () => {
    vi.stubEnv('SINEW_PASSWORD', 'short')
    const ran = await demo('--name', 'Olga', '--email', 'olga')
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
    expect(ran.err).toMatch(/email: .*; password: A password has at least 10 characters/)
  })

  it('makes nothing when the answer is no, or when the two passwords differ', async () => {
    const no = person('n')
    expect(await runAsked(no.ask, 'demo', '--url', url)).toEqual({ code: 1, out: '', err: 'Nothing was changed.\n' })
    const { ask } = person('', 'Olga', 'olga@example.org', password, `${password}!`)
    expect(await runAsked(ask, 'demo', '--url', url)).toMatchObject({ code: 1, err: expect.stringMatching(/differ/) })
    expect((await server.anonymous.call(getSession)).setUpNeeded).toBe(true)
  })

  it('asks for the first owner, hides the password, shows progress, and ends with the address', async () => {
    const { ask, asked } = person('y', 'Olga Owner', 'olga@example.org', password, password)
    const { code, out, err } = await whileTold(() => runAsked(ask, 'demo', '--url', url))
    expect(asked).toEqual([
      `${url} has no account yet. Make the first one, its owner? [Y/n] `,
      'Your name: ',
      'E-mail: ',
      'Choose a password, at least 10 characters: (hidden)',
      'The same again: (hidden)',
    ])
    expect(code).toBe(0)
    expect(err).toMatch(/Telling a year at Brightwater Software … 50 %\n/)
    expect(out).toMatch(/^The example company is there\.\n/)
    expect(out).toMatch(new RegExp(`^Open +${url}/o/brightwater-software-[\\w-]+$`, 'm'))
    expect(out).toMatch(/^Sign in as +olga@example\.org$/m)
    expect(`${out}${err}`).not.toContain(password)
  })
})

describe('sinew demo on a server with accounts', () => {
  it('leads to the example that is there, and leaves no session behind', async () => {
    vi.stubEnv('SINEW_PASSWORD', password)
    const { code, out } = await demo('--email', 'olga@example.org', '--json')
    const client = await signedIn('olga@example.org')
    const session: Session = await client.call(getSession)
    expect(session.organizations).toHaveLength(1)
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        organizationId: session.organizations[0]?.id,
        slug: session.organizations[0]?.slug,
        created: false,
        address: `${url}/o/${session.organizations[0]?.slug}`,
        email: 'olga@example.org',
        madeFirstAccount: false,
      },
    ])
    expect((await client.call(listSessions)).items.map((device) => device.isCurrent)).toEqual([true])
  })

  it('asks for e-mail and password, and says in one line that they do not match', async () => {
    const { ask, asked } = person('olga@example.org', 'a wrong password')
    expect(await runAsked(ask, 'demo', '--url', url)).toEqual({
      code: 1,
      out: '',
      err: 'E-mail and password do not match an account here.\n',
    })
    expect(asked).toEqual(['E-mail: ', 'Password of olga@example.org: (hidden)'])
  })

  it('says when the story broke', async () => {
    await tell('failed')
    vi.stubEnv('SINEW_PASSWORD', password)
    const ran = await demo('--email', 'olga@example.org')
    expect(ran).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/could not be finished.*--again[^\n]*\n$/),
    })
  })

  it('removes it and starts another with --again', async () => {
    vi.stubEnv('SINEW_PASSWORD', password)
    const client = await signedIn('olga@example.org')
    const before: Session = await client.call(getSession)
    const ran = await whileTold(
      () => demo('--email', 'olga@example.org', '--again', '--json'),
      before.organizations[0]?.id,
    )
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([0, { created: true }])
    const after: Session = await client.call(getSession)
    expect(after.organizations).toHaveLength(1)
    expect(after.organizations[0]?.id).not.toBe(before.organizations[0]?.id)
  })

  it('says who may not start an organisation', async () => {
    const { client, organizationId } = await server.createOrganization('Another')
    const invited = { email: 'rea@example.org', role: 'reader' } as const
    const { link } = await client.call(createInvitation, { params: { organizationId }, body: invited })
    const token = new URL(link).pathname.split('/').at(-1) ?? ''
    const body = { name: 'Rea Reader', password }
    await server.anonymous.call(acceptInvitation, { params: { token }, body })
    vi.stubEnv('SINEW_PASSWORD', password)
    expect(await demo('--email', 'rea@example.org')).toEqual({
      code: 1,
      out: '',
      err: 'Only somebody who owns an organisation here starts another one.\n',
    })
  })

  it('says when no server answers, and what is no address', async () => {
    expect(await run('demo', '--url', 'http://127.0.0.1:1')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^No Sinew answers at http:\/\/127\.0\.0\.1:1 /),
    })
    expect(await run('demo', '--url', 'nonsense')).toMatchObject({ code: 2, out: '' })
  })
})
