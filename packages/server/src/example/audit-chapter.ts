import {
  auditChecks,
  auditEvidence,
  auditFindings,
  auditors,
  auditProgrammes,
  audits,
} from '@sinew/contract/audit/audit-contract.ts'
import { drawAuditSample, makeAuditChecklist } from '@sinew/contract/audit/audit-work-contract.ts'
import { sites } from '@sinew/contract/context/context-contract.ts'
import {
  correctiveActions,
  improvements,
  nonconformities,
} from '@sinew/contract/nonconformity/nonconformity-contract.ts'
import { fill, go, kept, type Made, make } from './assurance-scene.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Scene, type StoryStep } from './story.ts'

const auditDay = 252
const allClauses = ['4', '5', '6', '7', '8', '9', '10']

/** A programme that covers everything, its first audit with two minor nonconformities: one closed after its effect was checked, one open. */
export function auditChapter(): readonly StoryStep[] {
  const made = new Map<string, Made>()
  return [
    { day: 196, who: 'tomas', act: (scene) => plan(scene, made) },
    { day: 199, who: 'mara', act: (scene) => go(scene, auditProgrammes, kept(made, 'programme'), 'approved') },
    { day: auditDay, who: 'jana', act: (scene) => audit(scene, made) },
    { day: auditDay + 2, who: 'luca', act: (scene) => contain(scene, made) },
    { day: auditDay + 9, who: 'luca', act: (scene) => analyse(scene, made) },
    { day: auditDay + 11, who: 'mara', act: (scene) => step(scene, made, 'leavers', 'approved') },
    { day: auditDay + 30, who: 'luca', act: (scene) => finish(scene, made) },
    { day: auditDay + 91, who: 'tomas', act: (scene) => check(scene, made) },
    { day: auditDay + 103, who: 'tomas', act: (scene) => improve(scene, made) },
  ]
}

async function plan(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const person = (key: 'jana' | 'stefan' | 'mara' | 'tomas') => known(memory.people, key)
  const programme = await make(scene, auditProgrammes, {
    title: 'Internal audits of three years',
    startsAt: at.toISOString(),
    endsAt: inDays(at, 3 * 365),
    responsibleId: person('mara'),
    systemOwnerId: person('tomas'),
    frequency: 'Two audits a year, one of them of everything within the three years.',
    methods: 'Interviews, samples of records, observation.',
    weighting: 'Access and people first: most incidents began there.',
    clauseRhythm: 'once',
  })
  const { items } = await client.call(sites.list, { params: { organizationId }, query: { inScope: true } })
  const shared = {
    programmeId: programme.id,
    responsibleId: person('tomas'),
    criteria: 'ISO/IEC 27001:2022 and own policies.',
  }
  const first = await make(scene, audits, {
    ...shared,
    title: 'All clauses, with people and access in depth',
    startsAt: inDays(at, auditDay - 199),
    endsAt: inDays(at, auditDay - 196),
    objective: 'Does the ISMS meet the standard, and is who joins and leaves handled as promised?',
    clauses: allClauses,
    controls: ['A.5.18'],
    methods: ['interview', 'sample'],
    plan: 'Two days of clauses 4 to 6 and 8 to 10, with Mara and Tomas. Third day: Noor on people and training. Fourth: Luca on leavers, with a sample.',
    distribution: 'Management and the owners of what was audited.',
  })
  const whole = await make(scene, audits, {
    ...shared,
    title: 'Everything: all clauses, all controls that apply',
    startsAt: inDays(at, 300),
    endsAt: inDays(at, 304),
    objective: 'Does the ISMS meet the standard, and does it work?',
    clauses: allClauses,
    controls: ['A.5', 'A.6', 'A.7', 'A.8'],
    sites: items.map(({ number }) => `SI-${number}`),
  })
  const lead = {
    title: 'Course for internal auditors, two audits as an observer',
    personId: person('jana'),
    role: 'lead',
  }
  const own = {
    exceptionReason: 'In a company of fifty nobody owns nothing: each leaves their own controls to the other.',
    exceptionById: person('mara'),
  }
  await make(scene, auditors, { ...lead, auditId: first.id })
  await make(scene, auditors, { ...lead, ...own, auditId: whole.id })
  const second = { title: 'Auditor of the annual accounts', personId: person('stefan') }
  await make(scene, auditors, { ...second, ...own, auditId: whole.id })
  made.set('programme', programme)
  made.set('audit', first)
}

const intervieweeOf = (requirement: string) =>
  requirement.startsWith('A.')
    ? 'Luca Ferri'
    : requirement.startsWith('5.')
      ? 'Mara Jensen'
      : requirement.startsWith('7.2') || requirement.startsWith('7.3')
        ? 'Noor Haddad'
        : 'Tomas Oduya'

const minor = { grade: 'minor' as const }

async function audit(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const first = kept(made, 'audit')
  const params = { organizationId, auditId: first.id }
  await client.call(makeAuditChecklist, { params })
  await go(scene, audits, first, 'prepared', 'running').then((now) => made.set('audit', now))
  const query = { auditId: first.id, pageSize: 200 }
  const { items } = await client.call(auditChecks.list, { params: { organizationId }, query })
  for (const one of items) {
    let { version } = one
    if (one.requirement === 'A.5.18') {
      const sample = { of: 'person', size: 4, seed: 'spring' }
      await client.call(drawAuditSample, {
        params: { organizationId, auditCheckId: one.id },
        ifMatch: version,
        body: sample,
      })
      version += 1
    }
    const isFinding = ['A.5.18', '7.2.d'].includes(one.requirement)
    await fill(
      scene,
      auditChecks,
      { ...one, version },
      {
        result: isFinding ? 'finding' : 'conforms',
        interviewed: intervieweeOf(one.requirement),
        notes: isFinding ? 'See the finding.' : 'Shown and explained, records seen.',
      },
    )
  }
  await make(scene, auditEvidence, {
    auditId: first.id,
    title: 'Export of the accounts of the ticket system, with the leavers of a year beside it',
    requirements: ['A.5.18'],
    seenAt: at.toISOString(),
    source: 'Luca Ferri, ticket system',
  })
  const shared = { auditId: first.id }
  await make(scene, auditFindings, {
    ...shared,
    ...minor,
    title: 'Two leavers kept an account of the ticket system',
    requirements: ['A.5.18'],
    requirement: 'Access ends when somebody leaves.',
    seen: 'Of eleven leavers of the year, two accounts were active on the day of the audit.',
    gap: 'The ticket system is not part of what is switched off.',
    ownerId: known(memory.people, 'luca'),
  })
  await make(scene, auditFindings, {
    ...shared,
    ...minor,
    title: 'No record shows why the on-call engineers are competent',
    requirements: ['7.2.d'],
    requirement: 'Records show the competence of those whose work matters.',
    seen: 'Training is held each quarter; for two of four engineers no record exists.',
    gap: 'Two records are missing.',
    ownerId: known(memory.people, 'noor'),
  })
  await make(scene, auditFindings, {
    ...shared,
    grade: 'strength',
    title: 'New colleagues are introduced to security on their first day, by name',
  })
  const ready = await fill(scene, audits, kept(made, 'audit'), {
    conclusion: 'People know what is expected of them. Two lapses; neither puts the system in doubt.',
  })
  await go(scene, audits, ready, 'reported', 'actions_open')
  const opened = await client.call(nonconformities.list, {
    params: { organizationId },
    query: { source: 'internal_audit', sort: 'number' },
  })
  const [leavers, records] = opened.items
  if (leavers !== undefined) made.set('leavers', leavers)
  if (records !== undefined) made.set('records', records)
}

async function step(scene: Scene, made: Map<string, Made>, key: string, ...states: readonly string[]): Promise<void> {
  made.set(key, await go(scene, nonconformities, kept(made, key), ...states))
}

async function say(scene: Scene, made: Map<string, Made>, key: string, body: object): Promise<void> {
  made.set(key, await fill(scene, nonconformities, kept(made, key), body))
}

async function contain(scene: Scene, made: Map<string, Made>): Promise<void> {
  const correctedAt = scene.at.toISOString()
  await say(scene, made, 'leavers', {
    correction: 'Both accounts were closed the same day.',
    correctedAt,
    consequences: 'None: the log shows no sign-in after the last working day.',
  })
  await step(scene, made, 'leavers', 'contained')
  await say(scene, made, 'records', {
    correction: 'The two trainings were written down from the calendar and confirmed by the engineers.',
    correctedAt,
    consequences: 'None.',
  })
  await step(scene, made, 'records', 'contained')
}

async function analyse(scene: Scene, made: Map<string, Made>): Promise<void> {
  const { memory, at } = scene
  await say(scene, made, 'leavers', {
    causeMethod: 'five_whys',
    whys: [
      'The accounts were not on the list of the leavers.',
      'The list is made from single sign-on, and the ticket system has sign-ins of its own.',
      'It was bought by a team, and nobody asked IT to take it over.',
    ],
    causeProcess: 'Buying a tool does not lead to its place on the list of leavers.',
    cause: 'Tools bought by teams do not come under the leavers’ checklist.',
    elsewhere: 'some',
    extent: 'Six more tools of teams looked at: one more account found and closed.',
    actionDecision: 'action',
    criterion: 'Three monthly comparisons without an account of a leaver.',
    checkDueAt: inDays(at, 80),
  })
  await step(scene, made, 'leavers', 'analysed')
  const action = await make(scene, correctiveActions, {
    nonconformityId: kept(made, 'leavers').id,
    title: 'Put every tool with sign-ins of its own on the leavers’ checklist, and compare monthly',
    ownerId: known(memory.people, 'luca'),
    dueAt: inDays(at, 25),
  })
  made.set('action', action)
  await step(scene, made, 'leavers', 'planned')
}

async function finish(scene: Scene, made: Map<string, Made>): Promise<void> {
  await fill(scene, correctiveActions, kept(made, 'action'), {
    doneAt: scene.at.toISOString(),
    proof: 'Checklist of leavers with nine tools; first comparison in service desk 3341.',
  })
  await step(scene, made, 'leavers', 'done')
}

async function check(scene: Scene, made: Map<string, Made>): Promise<void> {
  await say(scene, made, 'leavers', {
    effectSeen: 'Three comparisons read with the list of leavers beside: five leavers, no account left.',
    systemChanges: 'The purchase form asks for sign-ins of its own.',
  })
  await step(scene, made, 'leavers', 'checked', 'closed')
  const improvement = await make(scene, improvements, {
    title: 'Let the ticket system use single sign-on',
    source: 'audit',
    benefit: 'One switch for leavers less to think of.',
  })
  made.set('improvement', improvement)
}

/** After the management review gave the money. */
async function improve(scene: Scene, made: Map<string, Made>): Promise<void> {
  const improvement = await fill(scene, improvements, kept(made, 'improvement'), {
    ownerId: known(scene.memory.people, 'luca'),
    dueAt: inDays(scene.at, 60),
  })
  await go(scene, improvements, improvement, 'accepted')
}
