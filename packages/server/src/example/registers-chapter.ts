import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import { createObligation, linkObligationControl } from '@sinew/contract/obligation/obligation-contract.ts'
import { known, knownControl, type StoryStep } from './story.ts'
import { storyAssets, storyObligations } from './story-registers.ts'

/** The first weeks: what there is, and what is owed. */
export function registersChapter(): readonly StoryStep[] {
  const assets = storyAssets.map(
    (asset, index): StoryStep => ({
      day: 2 + Math.floor(index / 4),
      who: 'tomas',
      act: async ({ client, organizationId, memory }) => {
        const { key, owner, ...body } = asset
        const ownerId = known(memory.people, owner)
        const made = await client.call(createAsset, { params: { organizationId }, body: { ...body, ownerId } })
        memory.assets.set(key, made.id)
      },
    }),
  )
  const obligations = storyObligations.map(
    (obligation, index): StoryStep => ({
      day: 6 + index,
      who: 'tomas',
      act: async ({ client, organizationId, memory, at }) => {
        const { owner, controls, ...body } = obligation
        const made = await client.call(createObligation, {
          params: { organizationId },
          body: {
            ...body,
            ownerId: known(memory.people, owner),
            reviewAt: inDays(at, 185 + index * 30),
            reviewEveryMonths: 12,
          },
        })
        memory.obligations.set(body.title, made.id)
        for (const ref of controls) {
          const params = { organizationId, obligationId: made.id, controlId: knownControl(memory, ref).id }
          await client.call(linkObligationControl, { params, body: {} })
        }
      },
    }),
  )
  return [...assets, ...obligations]
}

export function inDays(from: Date, days: number): string {
  return new Date(from.getTime() + days * 86_400_000).toISOString()
}
