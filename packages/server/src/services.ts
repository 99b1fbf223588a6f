import type { Logger } from 'pino'
import type { Auth } from './auth/auth.ts'
import type { Pools } from './db/pools.ts'
import type { TimeTravelTables } from './db/time-travel.ts'
import type { FileStore } from './file/file-store.ts'

/** Where mail goes out; without an address of a server it is held in the outbox. */
export type MailSettings = { readonly smtpUrl: string | null; readonly from: string }

/** What the process holds open for every request. */
export type Services = {
  readonly pools: Pools
  readonly timeTravelTables: TimeTravelTables
  readonly auth: Auth
  readonly files: FileStore
  readonly log: Logger
  /** The address people reach this installation at, without a trailing slash. */
  readonly publicUrl: string
  readonly maxUploadBytes: number
  readonly mail: MailSettings
  /** Checks every answer against the contract; on in tests. */
  readonly checkResponses: boolean
  readonly clock: () => Date
}
