import {
  choice,
  day,
  flag,
  longText,
  number,
  reference,
  requiredDay,
  requiredReference,
  text,
} from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const courseRegister = defineRegister(headOf('course'), {
  fields: {
    title: text('Title', { isRequired: true, placeholder: 'Security in the first week', column: true }),
    kind: choice(
      'Kind',
      { awareness: 'Awareness for everybody', role: 'Training for a role', exercise: 'Exercise' },
      'awareness',
      { column: true },
    ),
    content: longText('What it teaches', { help: 'The policy, what each can do, what happens if not, how to report.' }),
    url: text('Where it is', { most: 2_000, placeholder: 'https://' }),
    ownerId: reference('Owner', 'person', { column: true }),
    repeatMonths: number('Again after', { isWhole: true, least: 1, most: 60, unit: 'months', column: true }),
    passScore: number('Score that passes', { least: 0, most: 100, unit: '%' }),
    isUsed: flag('In use', true, { column: true }),
  },
  computed: {
    assigned: number('Assigned', { isWhole: true, column: true }),
    overdue: number('Overdue', { isWhole: true, column: true }),
  },
  words: {
    sentence: 'What people are taught, who did it and who is late.',
    add: 'Add a course',
    edit: 'Edit the course',
    empty:
      'One short course for everybody, and one for each role that can do harm. Assign it to people or whole units, and judge later whether it worked.',
  },
})

export const assignmentStandings = {
  open: 'Open',
  overdue: 'Overdue',
  done: 'Done',
  failed: 'Not passed',
  expired: 'Due again',
  exempt: 'Exempt',
} as const

export const courseAssignmentRegister = defineRegister(headOf('course_assignment'), {
  fields: {
    courseId: requiredReference('Course', 'course'),
    personId: requiredReference('Person', 'person', { column: true }),
    dueAt: requiredDay('Due', { column: true }),
    completedAt: day('Completed on', { column: true }),
    score: number('Score', { least: 0, most: 100, unit: '%' }),
    proof: text('Proof', { most: 500, help: 'Certificate, list of attendance, result of a test.' }),
    isExempt: flag('Exempt'),
    exemptReason: text('Why exempt', { most: 500 }),
    effect: choice(
      'Did it work?',
      { not_judged: 'Not judged yet', effective: 'Yes, seen at work', not_effective: 'No' },
      'not_judged',
      {
        column: true,
        help: 'Judged by the line manager, some weeks later.',
        bearing: { effective: 'good', not_effective: 'bad' },
      },
    ),
    effectSeen: text('What was seen', { most: 1_000 }),
  },
  stamped: { title: text('Course', { isRequired: true }) },
  computed: {
    standing: choice('Standing', assignmentStandings, 'open', {
      column: true,
      bearing: { overdue: 'late', done: 'good', failed: 'bad', expired: 'late' },
    }),
  },
  parent: 'courseId',
  doneBy: { field: 'completedAt' },
  work: [{ what: 'Complete', due: 'dueAt', owner: 'personId', unless: { standing: ['done', 'exempt', 'expired'] } }],
  words: {
    sentence: 'Who has to do which course by when, and whether it worked.',
    add: 'Assign to a person',
    edit: 'Edit the assignment',
    empty: 'Nobody has to do it yet. Assign it to people or to whole units.',
  },
})

export const competenceRegister = defineRegister(headOf('competence'), {
  fields: {
    title: text('What has to be known or able to be done', {
      isRequired: true,
      placeholder: 'Auditing by ISO/IEC 27001',
      column: true,
    }),
    role: text('In which role', { isRequired: true, column: true, placeholder: 'Internal auditor' }),
    measure: longText('How it is shown', { help: 'A certificate, years of doing it, a judged piece of work.' }),
    validMonths: number('Shown anew after', { isWhole: true, least: 1, most: 120, unit: 'months' }),
    ownerId: reference('Who judges it', 'person', { column: true }),
  },
  computed: { holders: number('People who hold it', { isWhole: true, column: true }) },
  words: {
    sentence: 'What the people in each role have to be able to do, and what shows that they are.',
    add: 'Add a competence',
    edit: 'Edit the competence',
    empty:
      'An auditor asks: why is this person competent for this? Write down what each role needs, and for each person what shows it.',
  },
})

export const competenceProofRegister = defineRegister(headOf('competence_proof'), {
  fields: {
    competenceId: requiredReference('Competence', 'competence'),
    personId: requiredReference('Person', 'person', { column: true }),
    title: text('What shows it', { isRequired: true, most: 500, column: true }),
    provenAt: requiredDay('Shown on', { column: true, isUsuallyNow: true }),
    validUntil: day('Holds until', { column: true }),
    result: choice('Judged', { met: 'Meets what is asked', partly: 'Partly', not_met: 'Does not' }, 'met', {
      bearing: { met: 'good', partly: 'warning', not_met: 'bad' },
      column: true,
    }),
    plan: text('What is done about a gap', { most: 500 }),
  },
  stamped: { judgedByName: text('Judged by', { isRequired: true, column: true }) },
  made: { judgedByName: 'actorName' },
  parent: 'competenceId',
  work: [{ what: 'Show anew', due: 'validUntil', owner: 'personId', onlyWithDay: true, horizonDays: 60 }],
  words: {
    sentence: 'What shows that somebody is competent.',
    add: 'Add what shows it',
    edit: 'Edit',
    empty: 'Nobody is shown to be competent for this yet.',
  },
})

export const communicationRegister = defineRegister(headOf('communication'), {
  fields: {
    title: text('About what', { isRequired: true, placeholder: 'An incident that hits customers', column: true }),
    audience: text('To whom', { isRequired: true, column: true }),
    isOutside: choice('Inside or outside', { inside: 'Inside', outside: 'Outside' }, 'inside', { column: true }),
    occasion: text('When', { most: 500, column: true, placeholder: 'Within a day, and when it is over' }),
    channel: text('How', { most: 500, placeholder: 'Status page and mail to the contacts' }),
    ownerId: reference('Who speaks', 'person', { column: true }),
    approvedBy: text('Who has to agree before', { most: 200 }),
    nextAt: day('Next time', { column: true }),
  },
  work: [{ what: 'Communicate', due: 'nextAt', owner: 'ownerId', onlyWithDay: true, horizonDays: 30 }],
  words: {
    sentence: 'Who tells whom about what, when and how, inside and outside.',
    add: 'Add a line to the plan',
    edit: 'Edit the line',
    empty:
      'Who informs customers in an incident, staff about a new rule, the authority about a breach? Decide before it is needed.',
  },
})

export const checklistRegister = defineRegister(headOf('checklist'), {
  fields: {
    title: text('Title', { isRequired: true, placeholder: 'Somebody leaves', column: true }),
    occasion: choice(
      'Used when',
      { joiner: 'Somebody joins', mover: 'Somebody changes role', leaver: 'Somebody leaves' },
      'leaver',
      { column: true },
    ),
    isUsed: flag('In use', true, { column: true }),
  },
  computed: { items: number('Steps', { isWhole: true, column: true }) },
  words: {
    sentence: 'What is done whenever somebody joins, moves or leaves.',
    add: 'Add a checklist',
    edit: 'Edit the checklist',
    empty:
      'Accounts of people who left are the classic finding. Write the steps once; each leaver starts them as tasks with days and owners.',
  },
})

export const checklistItemRegister = defineRegister(headOf('checklist_item'), {
  fields: {
    checklistId: requiredReference('Checklist', 'checklist'),
    title: text('Step', {
      isRequired: true,
      most: 500,
      column: true,
      placeholder: 'Accounts closed, accesses returned',
    }),
    days: number('Days from the date', {
      isWhole: true,
      least: -90,
      most: 365,
      column: true,
      help: 'Before the day with a minus; the day itself when empty.',
    }),
    ownerId: reference('Who does it', 'person', { column: true }),
  },
  parent: 'checklistId',
  words: {
    sentence: 'Steps of checklists.',
    add: 'Add a step',
    edit: 'Edit the step',
    empty: 'Contract, accounts, devices, training, keys, papers: one step each, with who does it.',
  },
})

export const checklistRunRegister = defineRegister(headOf('checklist_run'), {
  fields: {
    title: text('Title', { isRequired: true, column: true }),
    checklistId: requiredReference('Checklist', 'checklist', { column: 'hidden' }),
    personId: requiredReference('Who joins, moves or leaves', 'person', { column: true }),
    at: requiredDay('On', { column: true }),
    ownerId: reference('Who sees it through', 'person', { column: true }),
  },
  stamped: {
    state: choice('State', { open: 'Open', done: 'Done' }, 'open', { column: true }),
    doneAt: day('Done on'),
  },
  computed: { openSteps: number('Open steps', { isWhole: true, column: true }) },
  states: {
    field: 'state',
    frozen: ['done'],
    moves: [
      { from: ['open'], to: 'done', label: 'All done', stamps: { doneAt: 'now' } },
      { from: ['done'], to: 'open', label: 'Open again', stamps: { doneAt: null }, asksReason: true },
    ],
  },
  work: [{ what: 'Finish', due: 'at', owner: 'ownerId', unless: { state: ['done'] } }],
  words: {
    sentence: 'Who joins, moves or leaves, and what is still to be done for it.',
    add: 'Start a checklist',
    edit: 'Edit',
    empty: 'Start a checklist when somebody joins, moves or leaves: its steps become tasks.',
  },
})

export const checklistTaskRegister = defineRegister(headOf('checklist_task'), {
  fields: {
    runId: requiredReference('Checklist', 'checklist_run'),
    title: text('Step', { isRequired: true, most: 500, column: true }),
    dueAt: requiredDay('Due', { column: true }),
    ownerId: reference('Who does it', 'person', { column: true }),
    state: choice('State', { open: 'Open', done: 'Done', not_needed: 'Not needed' }, 'open', { column: true }),
    note: text('Note', { most: 1_000, help: 'What was returned or closed, or why it is not needed.' }),
  },
  parent: 'runId',
  held: { while: ['done'] },
  doneBy: { field: 'state', value: 'done' },
  work: [{ what: 'Do', due: 'dueAt', owner: 'ownerId', unless: { state: ['done', 'not_needed'] } }],
  words: {
    sentence: 'Steps that are to be done for somebody who joins, moves or leaves.',
    add: 'Add a step',
    edit: 'Edit the step',
    empty: 'No step yet.',
  },
})
