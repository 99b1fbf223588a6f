import { createToken } from '@sinew/contract/token/token-contract.ts'
import { tokenScopes } from '@sinew/core/access/member-rules.ts'
import { type Config, loadConfig } from '@sinew/server/config.ts'
import { listen, reservePort } from '@sinew/server/start/http-server.ts'
import { afterFile } from '@sinew/server/test/after-file.ts'
import { startTestServer, type TestOrganization, type TestServer } from '@sinew/server/test/test-server.ts'
import { runProgram } from '../run-program.ts'
import type { Ask } from '../terminal.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

export type ServedOrganization = TestOrganization & {
  readonly server: TestServer
  /** The server's address on this machine. */
  readonly url: string
  /** Of the owner, with every permission a token can hold. */
  readonly token: string
  /** One command line, with the address and the token of the organisation. */
  readonly run: (...args: readonly string[]) => Promise<Ran>
}

/** A whole server that listens, without anybody in it, until the file is done. */
export async function serveNobody(): Promise<{ readonly server: TestServer; readonly url: string }> {
  const server = await startTestServer()
  const config = testConfig()
  const port = await reservePort(config, 0)
  const listening = await listen(server.app, config, port)
  afterFile(listening.stop)
  return { server, url: `http://127.0.0.1:${port}` }
}

/** The same with one organisation. */
export async function serveOrganization(): Promise<ServedOrganization> {
  const { server, url } = await serveNobody()
  const organization = await server.createOrganization('Brightwater')
  const { token } = await organization.client.call(createToken, {
    params: { organizationId: organization.organizationId },
    body: { name: 'Command line', scopes: [...tokenScopes('owner')], expiresInDays: 1 },
  })
  return { ...organization, server, url, token, run: (...args) => run(...args, '--url', url, '--token', token) }
}

/** One command line as a person types it, without the program's name. */
export async function run(...args: readonly string[]): Promise<Ran> {
  return runAsked(undefined, ...args)
}

/** The same with somebody at the terminal, who answers each question. */
export async function runAsked(ask: Ask | undefined, ...args: readonly string[]): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const code = await runProgram(args, { out: (text) => void out.push(text), err: (text) => void err.push(text), ask })
  return { code, out: out.join(''), err: err.join('') }
}

function testConfig(): Config {
  const loaded = loadConfig({}, import.meta.dirname)
  if (!loaded.ok) throw new Error(loaded.problems.join('; '))
  return loaded.config
}
