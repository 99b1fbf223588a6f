import { plannedChanges } from '@sinew/contract/change/change-contract.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import type { CastKey } from './story-cast.ts'
import { type StoryChange, storyChanges } from './story-governance.ts'

/** Changes of the ISMS, planned by one and approved by another. */
export function governanceChapter(): readonly StoryStep[] {
  return storyChanges.flatMap(changeSteps)
}

function changeSteps(change: StoryChange): readonly StoryStep[] {
  let id = ''
  const step = (day: number, who: CastKey, to: string, reason?: string): StoryStep => ({
    day,
    who,
    act: async ({ client, organizationId }) => {
      const params = { organizationId, plannedChangeId: id }
      const { version } = await client.call(plannedChanges.get, { params })
      await client.call(plannedChanges.move, { params, ifMatch: version, body: { to, reason } })
    },
  })
  const { key, day, who, owner, plannedDay, done, review, ...body } = change
  return [
    {
      day,
      who,
      act: async ({ client, organizationId, memory, at }: Scene) => {
        const plannedAt = new Date(at.getTime() + (plannedDay - day) * 86_400_000).toISOString()
        const made = await client.call(plannedChanges.create, {
          params: { organizationId },
          body: { ...body, ownerId: known(memory.people, owner), plannedAt },
        })
        id = made.id
        memory.changes.set(key, id)
      },
    },
    step(day + 2, 'mara', 'approved'),
    ...(done === undefined ? [] : [step(done, owner, 'done')]),
    ...(review === undefined ? [] : [step(review.day, 'mara', 'reviewed', review.outcome)]),
  ]
}
