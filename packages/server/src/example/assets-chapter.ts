import { listAssets, updateAsset } from '@sinew/contract/asset/asset-contract.ts'
import { assetDependencies } from '@sinew/contract/asset/asset-dependency-contract.ts'
import { sites } from '@sinew/contract/context/context-contract.ts'
import { obligationReviews } from '@sinew/contract/obligation/obligation-review-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import { storyDependencies, storyLocations, storyReviews } from './story-assets.ts'

/** What rests on what, where it is, and whether what is owed is met. */
export function assetsChapter(): readonly StoryStep[] {
  return [
    { day: 24, who: 'tomas', act: sayWhatRestsOnWhat },
    { day: 26, who: 'luca', act: sayWhereTheyAre },
    ...storyReviews.map(
      ({ day, obligation, ...review }): StoryStep => ({
        day,
        who: 'stefan',
        act: async ({ client, organizationId, memory, at }) => {
          const { mendInDays, nextInDays, ...body } = review
          await client.call(obligationReviews.create, {
            params: { organizationId },
            body: {
              ...body,
              obligationId: known(memory.obligations, obligation),
              at: at.toISOString(),
              mendAt: mendInDays === undefined ? null : inDays(at, mendInDays),
              nextReviewAt: nextInDays === undefined ? null : inDays(at, nextInDays),
            },
          })
        },
      }),
    ),
  ]
}

async function sayWhatRestsOnWhat({ client, organizationId, memory }: Scene): Promise<void> {
  for (const { above, below, ...body } of storyDependencies)
    await client.call(assetDependencies.create, {
      params: { organizationId },
      body: { ...body, assetId: known(memory.assets, above), onAssetId: known(memory.assets, below) },
    })
}

async function sayWhereTheyAre({ client, organizationId, memory }: Scene): Promise<void> {
  const params = { organizationId }
  const places = new Map((await client.call(sites.list, { params })).items.map(({ name, id }) => [name, id]))
  const versions = new Map(
    (await client.call(listAssets, { params, query: { pageSize: 100 } })).items.map(({ id, version }) => [id, version]),
  )
  for (const { asset, site } of storyLocations) {
    const assetId = known(memory.assets, asset)
    await client.call(updateAsset, {
      params: { organizationId, assetId },
      ifMatch: versions.get(assetId) ?? 1,
      body: { siteId: known(places, site) },
    })
  }
}
