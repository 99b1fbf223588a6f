import type { TaskList } from 'graphile-worker'
import { createApp } from '../app.ts'
import type { Services } from '../services.ts'
import { noteProgress, tellStory } from './tell-story.ts'

/** Tells an example company's story in the background. A story that breaks is not told twice over the same rows. */
export function storyTask(services: Services): TaskList {
  return {
    'tell-story': async (payload) => {
      const { organizationId, ends } = payload as { readonly organizationId: string; readonly ends: string }
      try {
        await tellStory(services, createApp(services), { organizationId, ends: new Date(ends) })
      } catch (error) {
        services.log.error({ err: error, organizationId }, 'the example company’s story could not be finished')
        await noteProgress(services, organizationId, 'failed', 0, 1)
      }
    },
  }
}
