import { AppError } from '../errors.ts'

/**
 * Two people edit one object: the second is told, and nothing is lost. Called with the row locked (`forUpdate`), so that the
 * answer still holds when the update runs.
 */
export function assertVersion(seen: number, current: number): void {
  if (seen === current) return
  throw new AppError(
    412,
    `This was changed meanwhile: you saw version ${seen}, it is at version ${current}. Look at the newer version, then decide.`,
    { headers: { etag: `"${current}"` } },
  )
}
