import { Logger as JobLogger, run, type TaskList } from 'graphile-worker'
import type { Services } from '../services.ts'
import { schedule, startTasks } from '../tasks.ts'

export type Worker = {
  /** Lets running jobs finish, then resolves. */
  readonly stop: () => Promise<void>
  /** Rejects when the worker ends without having been asked to. */
  readonly ended: Promise<void>
}

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** Runs jobs from the database's queue. Any number of workers, in any number of processes, may do so. */
export async function startWorker(services: Services, tasks: TaskList): Promise<Worker> {
  const logger = new JobLogger(() => (level, message, meta) => services.log[LEVELS[level]](meta ?? {}, message))
  const runner = await run({
    pgPool: services.pools.owner,
    taskList: tasks,
    crontab: schedule,
    concurrency: 2,
    noHandleSignals: true,
    logger,
  })
  for (const task of startTasks) await runner.addJob(task, {}, { jobKey: `${task}-at-start`, maxAttempts: 5 })
  return { stop: () => runner.stop(), ended: runner.promise }
}
