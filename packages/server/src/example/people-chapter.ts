import { importPeople } from '@sinew/contract/person/person-contract.ts'
import {
  assignCourse,
  checklistItems,
  checklistRuns,
  checklists,
  checklistTasks,
  communications,
  competenceProofs,
  competences,
  courseAssignments,
  courses,
} from '@sinew/contract/training/training-contract.ts'
import { fill, go, kept, type Made, make } from './assurance-scene.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'
import { type CastKey, cast } from './story-cast.ts'
import {
  storyChecklists,
  storyCommunications,
  storyCompetences,
  storyReporting,
  storyTraining,
} from './story-people.ts'

/** Who works for whom, what they learned and can do, who came and who is about to leave. */
export function peopleChapter(): readonly StoryStep[] {
  const made = new Map<string, Made>()
  return [
    { day: 7, who: 'tomas', act: report },
    { day: 33, who: 'noor', act: (scene) => teach(scene, made) },
    { day: 120, who: 'noor', act: (scene) => judge(scene, made) },
    { day: 36, who: 'noor', act: (scene) => prepare(scene, made) },
    { day: 40, who: 'noor', act: (scene) => begin(scene, made, 'joiner', 'aiko', 'Aiko Tanaka joins', 5) },
    { day: 52, who: 'luca', act: (scene) => finish(scene, made) },
    { day: 190, who: 'tomas', act: (scene) => show(scene, 'auditing') },
    { day: 254, who: 'tomas', act: (scene) => show(scene, 'incidents') },
    { day: 365, who: 'noor', act: (scene) => begin(scene, made, 'leaver', 'luca', 'Luca Ferri leaves', 24) },
  ]
}

/** One table puts everybody into a unit and under a manager. */
async function report({ client, organizationId }: Scene): Promise<void> {
  const rows = storyReporting.map(([key, unit, manager]) => {
    const name = cast.find((member) => member.key === key)?.name ?? key
    return `${name},${key}@brightwater.example,"${unit}",${manager}@brightwater.example`
  })
  const csv = `Name,E-mail,Unit,Manager\n${rows.join('\n')}\n`
  const { problems } = await client.call(importPeople, { params: { organizationId }, body: { csv } })
  if (problems.length > 0) throw new Error(`The table of people is wrong: ${problems[0]?.message}`)
}

async function teach(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const course = await make(scene, courses, { ...storyTraining.course, ownerId: known(memory.people, 'noor') })
  const personIds = storyTraining.learners.map(([key]) => known(memory.people, key))
  const params = { organizationId, courseId: course.id }
  await client.call(assignCourse, { params, body: { personIds, dueAt: inDays(at, 30) } })
  made.set('course', course)
  for (const line of storyCommunications) {
    const { owner, ...body } = line
    await make(scene, communications, { ...body, ownerId: known(memory.people, owner) })
  }
}

/** Who did it when, and what the line managers have seen since. One never found the time. */
async function judge(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const query = { courseId: kept(made, 'course').id, pageSize: 50 }
  const { items } = await client.call(courseAssignments.list, { params: { organizationId }, query })
  for (const [key, day] of storyTraining.learners) {
    const one = items.find(({ personId }) => personId === known(memory.people, key))
    if (one === undefined || day === null) continue
    // Nobody judges themselves.
    const seen = key === 'noor' ? {} : { effect: 'effective', effectSeen: storyTraining.seen }
    await fill(scene, courseAssignments, one, {
      completedAt: inDays(at, day - 120),
      score: 80 + (day % 20),
      proof: 'Result of the test at the end',
      ...seen,
    })
  }
}

async function show(scene: Scene, key: keyof typeof storyCompetences): Promise<void> {
  const { memory, at } = scene
  const { proofs, ...body } = storyCompetences[key]
  const competence = await make(scene, competences, { ...body, ownerId: known(memory.people, 'tomas') })
  for (const { who, holdsDays, ...proof } of proofs) {
    await make(scene, competenceProofs, {
      ...proof,
      competenceId: competence.id,
      personId: known(memory.people, who),
      provenAt: at.toISOString(),
      validUntil: inDays(at, holdsDays),
    })
  }
}

async function prepare(scene: Scene, made: Map<string, Made>): Promise<void> {
  for (const [occasion, { title, items }] of Object.entries(storyChecklists)) {
    const list = await make(scene, checklists, { title, occasion })
    made.set(occasion, list)
    for (const { owner, ...item } of items) {
      await make(scene, checklistItems, {
        ...item,
        checklistId: list.id,
        ownerId: known(scene.memory.people, owner),
      })
    }
  }
}

async function begin(
  scene: Scene,
  made: Map<string, Made>,
  occasion: 'joiner' | 'leaver',
  who: CastKey,
  title: string,
  days: number,
): Promise<void> {
  const run = await make(scene, checklistRuns, {
    title,
    checklistId: kept(made, occasion).id,
    personId: known(scene.memory.people, who),
    at: inDays(scene.at, days),
    ownerId: known(scene.memory.people, 'noor'),
  })
  made.set('run', run)
}

async function finish(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId } = scene
  const run = kept(made, 'run')
  const { items } = await client.call(checklistTasks.list, { params: { organizationId }, query: { runId: run.id } })
  for (const task of items) await fill(scene, checklistTasks, task, { state: 'done' })
  await go(scene, checklistRuns, run, 'done')
}
