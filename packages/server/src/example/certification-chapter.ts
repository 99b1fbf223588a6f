import {
  certifications,
  externalAudits,
  externalFindings,
  planTasks,
} from '@sinew/contract/certification/certification-contract.ts'
import { makeCertificationPlan } from '@sinew/contract/certification/cycle-contract.ts'
import { fill, go, kept, type Made, make } from './assurance-scene.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'

/** Tasks of the plan that are done, by what they are called: when they began and how many days they took. */
const doneTasks: readonly (readonly [title: string, from: number, days: number])[] = [
  ['Mandate, sponsor and budget', 2, 12],
  ['Issues, with the decision on climate change', 4, 9],
  ['Interested parties and what they require', 5, 8],
  ['Scope and its borders', 14, 9],
  ['Register of laws and contracts', 15, 20],
  ['Risk method with criteria approved', 18, 12],
  ['Roles and responsibilities', 20, 6],
  ['Inventory of assets and suppliers, classified', 20, 16],
  ['Gap analysis against clauses and controls', 22, 12],
  ['Information security policy signed', 24, 15],
  ['Risk workshops with owners', 30, 30],
  ['Control of documents', 40, 18],
  ['Objectives with measures', 45, 14],
  ['Treatment decided, plan approved by owners', 55, 8],
  ['Statement of applicability approved', 62, 10],
  ['Offers of three certification bodies, dates booked', 70, 45],
  ['Topic policies written and approved', 75, 52],
  ['Logging, vulnerabilities, endpoints, backup', 75, 58],
  ['Single sign-on, second factor, joiners and leavers', 75, 61],
  ['Secure development and change', 78, 50],
  ['Suppliers reviewed and agreements signed', 80, 72],
  ['Incident and continuity plans exercised', 90, 44],
  ['Awareness and role training', 130, 33],
  ['Three months of records', 140, 96],
  ['Measures collected and judged', 140, 63],
  ['Penetration test and retest', 150, 46],
  ['Second look at the risks', 200, 15],
  ['Internal audit of all clauses and a sample of controls', 248, 8],
  ['Management review', 344, 10],
  ['Stage 1', 357, 2],
]

/** The first cycle: applied for in spring, stage 1 passed with one area of concern, stage 2 planned. */
export function certificationChapter(): readonly StoryStep[] {
  const made = new Map<string, Made>()
  return [
    { day: 120, who: 'tomas', act: (scene) => apply(scene, made) },
    { day: 359, who: 'tomas', act: (scene) => stage1(scene, made) },
    { day: 361, who: 'tomas', act: (scene) => progress(scene, made) },
  ]
}

async function apply(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory } = scene
  const cycle = await make(scene, certifications, {
    title: 'First certificate',
    body: 'The certification body',
    accreditation: 'The national accreditation body',
    ownerId: known(memory.people, 'tomas'),
    scopeText: 'Development, operation and support of the Brightwater appointment and intake service for clinics.',
    persons: 50,
    adjustmentPercent: -15,
    adjustmentReason: 'One product on one public cloud, and one office.',
  })
  await client.call(makeCertificationPlan, { params: { organizationId, certificationId: cycle.id } })
  made.set('cycle', await go(scene, certifications, cycle, 'applied'))
}

async function stage1(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { memory, at } = scene
  const certificationId = kept(made, 'cycle').id
  const first = await make(scene, externalAudits, {
    certificationId,
    kind: 'stage1',
    title: 'Stage 1 in Rotterdam',
    startsAt: inDays(at, -2),
    endsAt: inDays(at, -1),
    days: 2.5,
    auditor: 'Eva Novak',
    conclusion: 'Ready for stage 2. The area of concern is to be looked at by then.',
  })
  const held = await go(scene, externalAudits, first, 'held')
  await make(scene, externalFindings, {
    externalAuditId: first.id,
    grade: 'concern',
    title: 'The restore was last proven in spring',
    requirements: ['A.8.13'],
    ownerId: known(memory.people, 'priya'),
  })
  await go(scene, externalAudits, held, 'passed')
  await make(scene, externalAudits, {
    certificationId,
    kind: 'stage2',
    title: 'Stage 2',
    startsAt: inDays(at, 40),
    endsAt: inDays(at, 43),
    days: 6,
    auditor: 'Eva Novak',
  })
}

async function progress(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, at } = scene
  const query = { certificationId: kept(made, 'cycle').id, pageSize: 100 }
  const { items } = await client.call(planTasks.list, { params: { organizationId }, query })
  for (const [title, from, days] of doneTasks) {
    const task = items.find((one) => one.title === title)
    if (task === undefined) throw new Error(`The plan has no task “${title}”`)
    const startedAt = inDays(at, from - 361)
    await fill(scene, planTasks, task, { startedAt, doneAt: inDays(at, from + days - 361) })
  }
}
