import type { AccessLimits } from '@sinew/core/access/access-limits.ts'
import type { Permission, Role } from '@sinew/core/access/permissions.ts'
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from './db/database.ts'
import type { Services } from './services.ts'

export type ActorKind = 'user' | 'token' | 'collector' | 'system'

/** Who does it, as the ledger names them. For a token, `id` is the user it belongs to. */
export type Actor = { readonly kind: ActorKind; readonly id: string; readonly name: string }

export type Writer = Transaction<Database>

/** The same transaction with nothing but reading on it, so that a write outside of `recorded` does not compile. */
export type Reader = Pick<
  Transaction<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor'
>

export type Recording = {
  /** Why, in the actor's words; kept with every row that changes. */
  readonly reason?: string
  /** False for changes no derived number can depend on (comments, saved views): nothing is recomputed. */
  readonly derives?: boolean
}

/** What a use-case is given: one organisation, one actor, one instant, one transaction. */
export type Context = {
  readonly organizationId: string
  readonly actor: Actor
  readonly role: Role
  /** How far this membership reaches beyond its role. */
  readonly limits: AccessLimits
  readonly can: (permission: Permission) => boolean
  readonly now: Date
  /** Set when the past is being read. */
  readonly asOf: Date | null
  readonly requestId: string
  readonly db: Reader
  /** Runs the writes of one use-case and has their consequences computed; all of it commits with the request or none. */
  readonly recorded: <T>(recording: Recording, write: (tx: Writer) => Promise<T>) => Promise<T>
  readonly log: Logger
  readonly services: Services
}

/** Before an organisation is chosen: a signed-in person. */
export type SessionContext = {
  readonly user: SignedInUser
  readonly now: Date
  readonly requestId: string
  readonly headers: Headers
  readonly address: string
  readonly log: Logger
  readonly services: Services
  /** In an example company's story: the instant that is told of. */
  readonly told: Date | undefined
}

/** Before anybody is known. */
export type PublicContext = Omit<SessionContext, 'user'> & { readonly user: SignedInUser | null }

export type SignedInUser = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
}
