import { createClient } from '@sinew/contract/client.ts'
import { listControls } from '@sinew/contract/control/control-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { App } from '../app.ts'
import { recompute } from '../chain/recompute.ts'
import type { Services } from '../services.ts'
import { assetsChapter } from './assets-chapter.ts'
import { auditChapter } from './audit-chapter.ts'
import { certificationChapter } from './certification-chapter.ts'
import { collectorChapter } from './collector-chapter.ts'
import { controlsChapter } from './controls-chapter.ts'
import { costsChapter } from './costs-chapter.ts'
import { castUserId, storyBegins } from './create-example.ts'
import { decisionsChapter } from './decisions-chapter.ts'
import { documentsChapter } from './documents-chapter.ts'
import { estimatesChapter } from './estimates-chapter.ts'
import { evidenceChapter } from './evidence-chapter.ts'
import { noteProgress } from './example-progress.ts'
import { governanceChapter } from './governance-chapter.ts'
import { incidentsChapter } from './incidents-chapter.ts'
import { leadershipChapter } from './leadership-chapter.ts'
import { objectivesChapter } from './objectives-chapter.ts'
import { occurrencesChapter } from './occurrences-chapter.ts'
import { peopleChapter } from './people-chapter.ts'
import { registersChapter } from './registers-chapter.ts'
import { reviewChapter } from './review-chapter.ts'
import { risksChapter } from './risks-chapter.ts'
import { scopeChapter } from './scope-chapter.ts'
import { type ControlMemory, type Memory, type StoryStep, storyDays } from './story.ts'
import { type CastKey, cast } from './story-cast.ts'
import { suppliersChapter } from './suppliers-chapter.ts'
import { treatmentChapter } from './treatment-chapter.ts'
import { workChapter } from './work-chapter.ts'

export type StoryOfExample = {
  readonly organizationId: string
  readonly ends: Date
  /** Stops between two steps, by throwing. */
  readonly signal?: AbortSignal
}

/** Steps after which the database is told how large its tables have become. */
const measureEverySteps = 120
const noteEverySteps = 10

/**
 * Tells the example company's year through the same routes as real work: each step acts as one of the cast, at its day, with
 * that person's rights. Consequences are worked out each week and after the steps that need them.
 */
export async function tellStory(services: Services, app: App, story: StoryOfExample): Promise<void> {
  const { organizationId, ends, signal } = story
  const begins = storyBegins(ends)
  const clientOf = (key: CastKey, at: Date) => {
    const name = cast.find((member) => member.key === key)?.name ?? key
    const story = { memberUserId: castUserId(organizationId, key), name, at }
    return createClient({
      baseUrl: services.publicUrl,
      headers: { origin: services.publicUrl },
      fetch: async (request) => app.fetch(request, { address: 'story', story }),
    })
  }
  const memory = await startingMemory(clientOf('mara', begins), organizationId)
  const steps = planStory()
  const total = steps.length
  let settledDay = 0
  for (const [index, step] of steps.entries()) {
    signal?.throwIfAborted()
    if (step.day - settledDay >= daysBetweenSettling(step.day) || steps[index - 1]?.settle) {
      settledDay = step.day
      await recompute(services, organizationId, { at: instantOf(begins, settledDay, index - 1, 20) })
    }
    const at = instantOf(begins, step.day, index, 0)
    if (index % noteEverySteps === 0) {
      await noteProgress(services, organizationId, { state: 'telling', done: index, total, toldUntil: at })
    }
    if (index % measureEverySteps === 0) await measureTables(services)
    await step.act({ organizationId, client: clientOf(step.who, at), memory, at })
  }
  // Nobody does anything in the last days, but time passes.
  for (let day = steps.at(-1)?.day ?? storyDays; day < storyDays - 1; day += 1) {
    await recompute(services, organizationId, { at: instantOf(begins, day, total - 1, 20) })
  }
  await recompute(services, organizationId, { at: ends })
  await noteProgress(services, organizationId, { state: 'told', done: total, total, toldUntil: ends })
}

/** Weekly, but daily at the end, so that what happened last is told on its own days and not all as of now. */
function daysBetweenSettling(day: number): number {
  return day > storyDays - 14 ? 1 : 7
}

/**
 * A year comes in seconds, long before the database would look by itself: without it every plan is made for empty tables,
 * and reading the chain takes ten times as long.
 */
async function measureTables({ pools }: Services): Promise<void> {
  await pools.owner.query('analyze control, evidence_need, evidence_serves, evidence, risk, risk_control, revision')
}

/** The chapters in the order of their days; what shares a day keeps the order it was written in. */
export function planStory(): readonly StoryStep[] {
  const steps = [
    registersChapter(),
    controlsChapter(),
    risksChapter(),
    treatmentChapter(),
    evidenceChapter(),
    collectorChapter(),
    decisionsChapter(),
    occurrencesChapter(),
    incidentsChapter(),
    estimatesChapter(),
    costsChapter(),
    leadershipChapter(),
    documentsChapter(),
    governanceChapter(),
    scopeChapter(),
    objectivesChapter(),
    peopleChapter(),
    suppliersChapter(),
    workChapter(),
    auditChapter(),
    reviewChapter(),
    certificationChapter(),
    assetsChapter(),
  ].flat()
  return steps
    .map((step, order) => ({ step, order }))
    .sort((a, b) => a.step.day - b.step.day || a.order - b.order)
    .map(({ step }) => step)
}

/** Steps of a day follow each other by seconds, so that time only moves forward. */
function instantOf(begins: Date, day: number, index: number, seconds: number): Date {
  return new Date(begins.getTime() + day * dayMs + (index % 2_000) * 30_000 + seconds * 1_000)
}

async function startingMemory(client: ReturnType<typeof createClient>, organizationId: string): Promise<Memory> {
  const params = { organizationId }
  const people = await client.call(listPeople, { params, query: { pageSize: 200 } })
  const controls = await client.call(listControls, { params, query: { pageSize: 200 } })
  return {
    people: new Map(
      cast.flatMap(({ key, name }) =>
        people.items.filter((person) => person.name === name).map((person) => [key, person.id]),
      ),
    ),
    assets: new Map(),
    obligations: new Map(),
    controls: new Map(
      controls.items.map(({ id, ref, version }): [string, ControlMemory] => [ref, { id, ref, version, needs: [] }]),
    ),
    risks: new Map(),
    evidence: new Map(),
    changes: new Map(),
    duties: new Map(),
  }
}
