import type { TaskList } from 'graphile-worker'
import { createApp } from '../app.ts'
import type { Services } from '../services.ts'
import { beginTelling, noteProgress } from './example-progress.ts'
import { planStory, tellStory } from './tell-story.ts'

/**
 * Tells an example company's story in the background. A story that breaks, or that a stopping server cuts off, is not told again
 * over the same rows: it is marked as failed, and its owner removes it and starts another.
 */
export function storyTask(services: Services): TaskList {
  return {
    'tell-story': async (payload, { abortSignal }) => {
      const { organizationId, ends } = payload as { readonly organizationId: string; readonly ends: string }
      const total = planStory().length
      const fail = () => noteProgress(services, organizationId, { state: 'failed', done: 0, total })
      if (!(await beginTelling(services, organizationId, total))) return fail()
      try {
        const story = { organizationId, ends: new Date(ends), signal: abortSignal }
        await tellStory(services, createApp(services), story)
      } catch (error) {
        services.log.error({ err: error, organizationId }, 'the example company’s story could not be finished')
        await fail()
      }
    },
  }
}
