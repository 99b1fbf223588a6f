import type { TaskList } from 'graphile-worker'
import { chainSchedule, chainTasks } from './chain/chain-tasks.ts'
import { storyTask } from './example/story-task.ts'
import { objectiveSchedule, objectiveTasks } from './objective/objective-tasks.ts'
import type { Services } from './services.ts'
import { mailSchedule, mailTasks } from './work/mail-tasks.ts'

/** Every task the job worker knows, by the name it is enqueued under. */
export function listTasks(services: Services): TaskList {
  return { ...chainTasks(services), ...objectiveTasks(services), ...storyTask(services), ...mailTasks(services) }
}

/** What runs by the clock, as crontab lines of graphile-worker. */
export const schedule = [chainSchedule, objectiveSchedule, mailSchedule].join('\n')

/** What is done once whenever a worker starts: time has passed, and changes may have been left waiting. */
export const startTasks: readonly string[] = ['sweep', 'tick', 'measure-all']
