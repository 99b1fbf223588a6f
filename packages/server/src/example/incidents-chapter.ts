import {
  incidentControls,
  incidentEntries,
  incidentNotifications,
  incidentRisks,
  incidents,
  reportIncident,
} from '@sinew/contract/incident/incident-contract.ts'
import { createLink } from '@sinew/contract/link/link-contract.ts'
import { correctiveActions, nonconformities } from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { fill, go, kept, type Made, make } from './assurance-scene.ts'
import { inDays } from './registers-chapter.ts'
import { known, knownControl, type Scene, type StoryStep } from './story.ts'
import { type StoryIncident, storyIncidents } from './story-incidents.ts'

/** Three incidents: a near miss that became a nonconformity, one whose authority was told in time, and one that is not learned from yet. */
export function incidentsChapter(): readonly StoryStep[] {
  const made = new Map<string, Made>()
  const { nearMiss, mailbox, flood } = storyIncidents
  return [
    ...beginning('near', nearMiss, made),
    { day: nearMiss.day + 1, who: 'tomas', act: (scene) => openNonconformity(scene, made) },
    { day: nearMiss.day + 4, who: 'jana', act: (scene) => finish(scene, made, 'near', nearMiss) },
    { day: nearMiss.day + 5, who: 'mara', act: (scene) => step(scene, made, 'approved') },
    { day: nearMiss.day + 25, who: 'aiko', act: (scene) => act(scene, made) },
    { day: nearMiss.day + 90, who: 'tomas', act: (scene) => check(scene, made) },
    ...beginning('mailbox', mailbox, made),
    { day: mailbox.day, who: 'tomas', act: (scene) => startClock(scene, made) },
    { day: mailbox.day + 2, who: 'stefan', act: (scene) => tell(scene, made) },
    { day: mailbox.day + 9, who: 'tomas', act: (scene) => finish(scene, made, 'mailbox', mailbox) },
    ...beginning('flood', flood, made),
    {
      day: flood.day + 3,
      who: 'luca',
      act: async (scene) => {
        const filled = await fill(scene, incidents, kept(made, 'flood'), { ...flood.handled })
        await go(scene, incidents, filled, 'contained', 'recovered')
      },
    },
  ]
}

/** Somebody reports it, and within hours it is sorted, and set against its risk. */
function beginning(key: string, story: StoryIncident, made: Map<string, Made>): readonly StoryStep[] {
  return [
    {
      day: story.day,
      who: story.reporter,
      act: async ({ client, organizationId }) => {
        const body = { what: story.what, ongoing: 'no' as const }
        const { incidentId, number } = await client.call(reportIncident, { params: { organizationId }, body })
        made.set(key, { id: incidentId, number, version: 1 })
      },
    },
    {
      day: story.day,
      who: story.handler,
      act: async (scene) => {
        const { memory } = scene
        const sorted = { ...story.sorted, assigneeId: known(memory.people, story.handler) }
        const filled = await fill(scene, incidents, kept(made, key), sorted)
        made.set(key, await go(scene, incidents, filled, 'incident'))
        const incidentId = filled.id
        const { threat, ...risk } = story.risk
        await make(scene, incidentRisks, { incidentId, riskId: known(memory.risks, threat), ...risk })
        const { ref, ...control } = story.control
        await make(scene, incidentControls, { incidentId, controlId: knownControl(memory, ref).id, ...control })
        const entry = { incidentId, at: scene.at.toISOString(), ...story.entry }
        await make(scene, incidentEntries, entry)
      },
    },
  ]
}

async function finish(scene: Scene, made: Map<string, Made>, key: string, story: StoryIncident): Promise<void> {
  const filled = await fill(scene, incidents, kept(made, key), { ...story.handled, ...story.learned })
  await go(scene, incidents, filled, 'contained', 'recovered', 'lessons', 'closed')
}

async function startClock(scene: Scene, made: Map<string, Made>): Promise<void> {
  const clock = await make(scene, incidentNotifications, {
    incidentId: kept(made, 'mailbox').id,
    regime: 'gdpr_authority',
    title: 'Data protection authority',
    why: 'Mails named eleven patients of two clinics; a risk for them cannot be ruled out.',
  })
  made.set('clock', clock)
}

async function tell(scene: Scene, made: Map<string, Made>): Promise<void> {
  await fill(scene, incidentNotifications, kept(made, 'clock'), {
    toldAt: scene.at.toISOString(),
    proof: 'Form of the authority, receipt in service desk 3166; both clinics called before.',
  })
}

async function openNonconformity(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { memory, at, client, organizationId } = scene
  const { id } = kept(made, 'near')
  const opened = await make(scene, nonconformities, {
    title: 'A query of the search was merged without the filter by clinic',
    source: 'incident',
    requirements: ['A.8.28'],
    requirement: 'Every query of patient data is bound to one clinic.',
    seen: 'The security test read a booking of another clinic before release.',
    gap: 'The rule is written down; no build checks it.',
    foundAt: inDays(at, -1),
    ownerId: known(memory.people, 'aiko'),
    correction: 'The query was corrected before the release.',
    correctedAt: inDays(at, -1),
    consequences: 'None: it never ran outside the test.',
    causeMethod: 'five_whys',
    whys: [
      'The query was written by hand, beside the layer that adds the filter.',
      'The layer cannot express a search over several words.',
      'Nothing tells a hand-written query from one of the layer.',
    ],
    cause: 'Hand-written queries are possible without a check.',
    elsewhere: 'none',
    extent: 'All 214 queries read: two more written by hand, both with the filter.',
    actionDecision: 'action',
    criterion: 'Three months without a hand-written query that the build did not stop.',
    checkDueAt: inDays(at, 95),
  })
  await client.call(createLink, {
    params: { organizationId, entity: 'incident', entityId: id },
    body: { toEntity: 'nonconformity', toId: opened.id, relation: 'became' },
  })
  const analysed = await go(scene, nonconformities, opened, 'contained', 'analysed')
  const action = await make(scene, correctiveActions, {
    nonconformityId: opened.id,
    title: 'Let the build refuse queries of patient data without the filter',
    ownerId: known(memory.people, 'aiko'),
    dueAt: inDays(at, 30),
  })
  made.set('action', action)
  made.set('nonconformity', await go(scene, nonconformities, analysed, 'planned'))
}

async function step(scene: Scene, made: Map<string, Made>, ...states: readonly string[]): Promise<void> {
  made.set('nonconformity', await go(scene, nonconformities, kept(made, 'nonconformity'), ...states))
}

async function act(scene: Scene, made: Map<string, Made>): Promise<void> {
  await fill(scene, correctiveActions, kept(made, 'action'), {
    doneAt: scene.at.toISOString(),
    proof: 'Rule of the build, with a test that breaks it on purpose.',
  })
  await step(scene, made, 'done')
}

async function check(scene: Scene, made: Map<string, Made>): Promise<void> {
  const effectSeen = 'The build stopped two hand-written queries; none came through.'
  made.set('nonconformity', await fill(scene, nonconformities, kept(made, 'nonconformity'), { effectSeen }))
  await step(scene, made, 'checked', 'closed')
}
