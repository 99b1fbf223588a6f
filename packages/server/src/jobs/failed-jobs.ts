import type pg from 'pg'

export type FailedJob = {
  readonly task: string
  readonly attempts: number
  readonly maxAttempts: number
  readonly failedAt: Date
  /** First line of what went wrong. */
  readonly error: string
  /** False when it was tried as often as it will be. */
  readonly retries: boolean
}

/** Jobs whose last attempt failed, the newest failure first: what is not working in the background. */
export async function listFailedJobs(owner: pg.Pool, limit = 20): Promise<readonly FailedJob[]> {
  const { rows } = await owner.query(
    `select task_identifier, attempts, max_attempts, updated_at, last_error from graphile_worker.jobs
     where last_error is not null order by updated_at desc limit $1`,
    [limit],
  )
  return rows.map((row) => ({
    task: row.task_identifier,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    failedAt: row.updated_at,
    error: String(row.last_error).split('\n')[0] ?? '',
    retries: row.attempts < row.max_attempts,
  }))
}
