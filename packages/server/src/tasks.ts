import type { TaskList } from 'graphile-worker'
import type { Services } from './services.ts'

/** Every task the job worker knows, by the name it is enqueued under. */
export function listTasks(_services: Services): TaskList {
  return {}
}
