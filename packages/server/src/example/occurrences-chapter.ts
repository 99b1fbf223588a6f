import { acceptRateUpdate, getRiskBackTest } from '@sinew/contract/back-test/back-test-contract.ts'
import {
  createOccurrence,
  createWatch,
  listWatches,
  updateWatch,
} from '@sinew/contract/occurrence/occurrence-contract.ts'
import { getRisk } from '@sinew/contract/risk/risk-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import { type StoryOccurrence, storyOccurrences } from './story-occurrences.ts'

/** When Tomas reads all tickets and vouches that everything up to then is recorded. */
const watchDays = [204, 318, 367] as const
/** Watched since: the day the last of the risks was found. */
const watchedSince = 36

/** What happened in the year, since when everything is recorded, and the one estimate that was updated by it. */
export function occurrencesChapter(): readonly StoryStep[] {
  return [
    ...storyOccurrences.map((one) => ({ day: one.day + 2, who: one.who, act: (scene: Scene) => record(scene, one) })),
    ...watchDays.map((day) => ({ day, who: 'tomas' as const, act: (scene: Scene) => vouch(scene, day) })),
    // Ruth decides on her own risk; the update of the phishing risk still waits for Luca.
    { day: 320, who: 'ruth', act: (scene) => acceptUpdate(scene, 'T-misdelivery'), settle: true },
  ]
}

async function record({ client, organizationId, memory, at }: Scene, one: StoryOccurrence): Promise<void> {
  await client.call(createOccurrence, {
    params: { organizationId },
    body: {
      riskId: known(memory.risks, one.threat),
      kind: one.euros === 'near' ? 'near_miss' : 'loss',
      title: one.title,
      occurredAt: inDays(at, -2),
      lossMinor: typeof one.euros === 'number' ? one.euros * 100 : null,
      source: one.source,
    },
  })
}

async function vouch({ client, organizationId, at }: Scene, day: number): Promise<void> {
  const params = { organizationId }
  const until = at.toISOString()
  const { items } = await client.call(listWatches, { params })
  const [watch] = items
  if (watch === undefined) {
    const reason = 'Read the service desk, the on-call log and the register of data breaches.'
    await client.call(createWatch, { params, body: { from: inDays(at, watchedSince - day), until, reason } })
    return
  }
  const reason = 'Read all tickets since, and asked the team leads.'
  const one = { ...params, watchId: watch.id }
  await client.call(updateWatch, { params: one, ifMatch: watch.version, body: { until, reason } })
}

async function acceptUpdate({ client, organizationId, memory }: Scene, threat: string): Promise<void> {
  const params = { organizationId, riskId: known(memory.risks, threat) }
  const { proposal } = await client.call(getRiskBackTest, { params })
  if (proposal === null) throw new Error(`What happened proposes nothing for ${threat}.`)
  const { version } = await client.call(getRisk, { params })
  const reason = 'Exports go out weekly since spring, which the workshop did not know.'
  await client.call(acceptRateUpdate, { params, ifMatch: version, body: { key: proposal.key, reason } })
}
