import { getSession, type Session, setUp, signIn, signOut } from '@sinew/contract/account/account-contract.ts'
import { type Client, createClient } from '@sinew/contract/client.ts'
import { CliError } from './cli-error.ts'
import { reachable } from './connection.ts'
import type { Ask } from './terminal.ts'

/** Who signs in: by option, by environment, or asked for. */
export type Identity = { readonly email?: string; readonly name?: string; readonly password?: string }

export type OpenSession = {
  readonly client: Client
  readonly session: Session
  /** True when the account was made just now: the first of this installation. */
  readonly isFirst: boolean
  readonly end: () => Promise<void>
}

/**
 * Signs in as a person, for what is no right of a token: making an organisation, limiting a member. On an installation without any account, makes
 * the first one, its owner, once that was said: by `--name`, or by answering.
 * @throws CliError with exit code 2 when something is missing and nobody is there to be asked
 */
export async function openSession(url: string, identity: Identity, ask?: Ask): Promise<OpenSession> {
  const anonymous = clientWith(url, {})
  const { setUpNeeded } = await anonymous.call(getSession)
  const response = setUpNeeded
    ? await anonymous.download(setUp, { body: await askForNewOwner(url, identity, ask) })
    : await anonymous.download(signIn, { body: await askForAccount(identity, ask) })
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const client = clientWith(url, { cookie: cookies.join('; ') })
  // The contract says what this route answers.
  const session = (await response.json()) as Session
  const end = () => client.call(signOut)
  return { client, session, isFirst: setUpNeeded, end }
}

/** A request with a cookie says which site it comes from; a program comes from the one it talks to. */
function clientWith(url: string, headers: Record<string, string>): Client {
  const origin = new URL(url).origin
  return reachable(createClient({ baseUrl: url, headers: { origin, 'user-agent': 'sinew', ...headers } }), url)
}

async function askForAccount(identity: Identity, ask?: Ask) {
  const email = identity.email ?? (await answer(ask, 'E-mail: ', '--email'))
  const password = identity.password ?? (await answer(ask, `Password of ${email}: `, 'SINEW_PASSWORD', true))
  return { email, password }
}

async function askForNewOwner(url: string, identity: Identity, ask?: Ask) {
  if (identity.name === undefined) {
    if (ask === undefined) {
      const need = '--name, --email and SINEW_PASSWORD'
      throw new CliError(`${url} has no account yet; give ${need} to make the first, which owns the installation`, 2)
    }
    const wish = await ask(`${url} has no account yet. Make the first one, its owner? [Y/n] `)
    if (!/^(y(es)?)?$/i.test(wish.trim())) throw new CliError('Nothing was changed.')
  }
  const name = identity.name ?? (await answer(ask, 'Your name: ', '--name'))
  const email = identity.email ?? (await answer(ask, 'E-mail: ', '--email'))
  return { name, email, password: identity.password ?? (await chooseNewPassword(ask)) }
}

async function chooseNewPassword(ask?: Ask): Promise<string> {
  const password = await answer(ask, 'Choose a password, at least 10 characters: ', 'SINEW_PASSWORD', true)
  if (password !== (await answer(ask, 'The same again: ', 'SINEW_PASSWORD', true))) {
    throw new CliError('The two passwords differ; nothing was changed.')
  }
  return password
}

async function answer(ask: Ask | undefined, question: string, otherwise: string, hidden = false): Promise<string> {
  if (ask === undefined) throw new CliError(`Say ${otherwise}: there is no terminal to ask at`, 2)
  const text = await ask(question, { hidden })
  return hidden ? text : text.trim()
}
