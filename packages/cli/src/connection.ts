import { ApiError, type Client, createClient } from '@sinew/contract/client.ts'
import { organizationOfToken } from '@sinew/contract/token/token-text.ts'
import type { Command } from 'commander'
import { CliError } from './cli-error.ts'

/** What every command that talks to a server takes. */
export type ConnectionOptions = { readonly url?: string; readonly token?: string; readonly json?: true }

/** One organisation on one server, as the token's person and scopes allow. */
export type Connection = {
  readonly client: Client
  readonly organizationId: string
  /** Of the server, without a slash at the end. */
  readonly url: string
}

export const defaultUrl = 'http://localhost:8080'

/** Adds `--url`, `--token` and `--json` to a command. */
export function withConnection(command: Command): Command {
  return withUrl(command)
    .option('--token <token>', 'an API token of the organisation (or SINEW_TOKEN)')
    .option('--json', 'print the answer as JSON')
}

export function withUrl(command: Command): Command {
  return command.option('--url <address>', `where Sinew runs (or SINEW_URL; ${defaultUrl} when neither is given)`)
}

/** @throws CliError with exit code 2 when the address or the token cannot be one */
export function connect(options: ConnectionOptions, env: NodeJS.ProcessEnv = process.env): Connection {
  const url = readUrl(options.url, env)
  const token = options.token ?? env.SINEW_TOKEN ?? ''
  if (token === '') throw new CliError('Say who asks: --token, or SINEW_TOKEN (make one under Settings, API tokens)', 2)
  const organizationId = organizationOfToken(token)
  if (organizationId === null) throw new CliError('The token is not one of Sinew: expected snw_…', 2)
  return { client: reachable(createClient({ baseUrl: url, token }), url), organizationId, url }
}

/** The server's address without a slash at the end. @throws CliError with exit code 2 */
export function readUrl(option: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const text = option ?? (env.SINEW_URL || defaultUrl)
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    const name = option === undefined ? 'SINEW_URL' : '--url'
    throw new CliError(`${name} is "${text}"; expected an address such as ${defaultUrl}`, 2)
  }
  return text.replace(/\/+$/, '')
}

/** The same client, whose failures are one line that says what to do. */
export function reachable(client: Client, url: string): Client {
  const tell = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw toCliError(error, url)
    })
  return {
    call: (route, input) => tell(client.call(route, input)),
    download: (route, input) => tell(client.download(route, input)),
  }
}

function toCliError(error: unknown, url: string): unknown {
  if (error instanceof ApiError) return new CliError(describeProblem(error))
  // `fetch` throws a TypeError when nobody answers; its cause says why.
  if (!(error instanceof TypeError)) return error
  const cause = error.cause as { readonly code?: string; readonly message?: string } | undefined
  const why = cause?.code ?? cause?.message ?? error.message
  return new CliError(`No Sinew answers at ${url} (${why}); start it with sinew start, or give its address with --url`)
}

/** One line: what the server says, with each field it names. */
function describeProblem({ message, problem }: ApiError): string {
  const fields = (problem.errors ?? []).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  const rules = (problem.refusals ?? []).map((refusal) => refusal.message).filter((one) => one !== message)
  const details = [...fields, ...rules]
  const line = details.length === 0 ? message : `${message.replace(/\.$/, '')}: ${details.join('; ')}`
  return line.replaceAll('\n', ' ')
}
