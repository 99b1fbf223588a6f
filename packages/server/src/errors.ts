import type { Refusal } from '@sinew/core/refusal.ts'

export type FieldError = { readonly path: string; readonly message: string }

export type AppErrorStatus = 400 | 401 | 403 | 404 | 405 | 412 | 413 | 415 | 422 | 428 | 429 | 503

/** The caller must act: what is wrong, where, and what to do. Everything else that is thrown is a bug and a 500. */
export class AppError extends Error {
  readonly status: AppErrorStatus
  readonly errors: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>
  constructor(
    status: AppErrorStatus,
    message: string,
    more: { readonly errors?: readonly FieldError[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message)
    this.name = 'AppError'
    this.status = status
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

/** A rule of the domain says no (409). */
export class RefusalError extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join(' '))
    this.name = 'RefusalError'
    this.refusals = refusals
  }
}

/** Stops the use-case when a rule of `core` refused. */
export function assertAllowed(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new RefusalError(refusals)
}

/** The same for what lies beyond the reader's rights. */
export function forbid(refusals: readonly Refusal[]): void {
  const [first] = refusals
  if (first !== undefined) throw new AppError(403, first.message)
}

/** Another organisation's object and one that never was give the same answer. */
export function notFound(noun: string): AppError {
  return new AppError(404, `There is no such ${noun} in this organisation.`)
}

export function invalidField(path: string, message: string): AppError {
  return new AppError(422, message, { errors: [{ path, message }] })
}
