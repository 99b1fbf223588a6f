import * as contract from '@sinew/contract/training/training-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { isDayAhead } from '@sinew/core/time/calendar.ts'
import { addChecklistTasks } from '../db/start-checklist.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { actingPerson } from '../register/write-record.ts'
import { assignCourse } from './assign-course.ts'
import { completeCourse } from './complete-course.ts'
import {
  assignmentStanding,
  countAssigned,
  countHolders,
  countItems,
  countOpenSteps,
  countOverdue,
} from './training-computed.ts'

export const trainingRoutes: readonly Binding[] = [
  handle(contract.assignCourse, (ctx, { params, body }) => assignCourse(ctx, params.courseId, body)),
  handle(contract.completeCourse, (ctx, { params, body }) => completeCourse(ctx, params.courseAssignmentId, body)),
  ...registerBindings(contract.courses, {
    searched: ['content'],
    computed: { assigned: countAssigned, overdue: countOverdue },
  }),
  ...registerBindings(contract.courseAssignments, {
    computed: { standing: assignmentStanding },
    begins: async (_ctx, tx, { courseId }) =>
      tx.selectFrom('course').select('title').where('id', '=', courseId).executeTakeFirstOrThrow(),
    check: async (ctx, tx, given, before) => {
      const { completedAt, isExempt, exemptReason, effect, personId } = given
      const judges = effect !== (before?.effect ?? 'not_judged')
      return [
        ...(completedAt !== null && isDayAhead(completedAt, ctx.now.getTime())
          ? refuse('completed-ahead', 'It cannot have been completed yet.')
          : []),
        ...(isExempt && exemptReason === '' ? refuse('exempt-without-reason', 'Say why this person is exempt.') : []),
        ...(effect !== 'not_judged' && completedAt === null
          ? refuse('judged-before', 'Whether it worked shows after it was completed.')
          : []),
        ...(judges && (await actingPerson(ctx, tx)) === personId
          ? refuse('judges-self', 'Somebody else judges whether it worked: the line manager.')
          : []),
      ]
    },
  }),
  ...registerBindings(contract.competences, { searched: ['role'], computed: { holders: countHolders } }),
  ...registerBindings(contract.competenceProofs, {
    check: async (ctx, tx, { provenAt, validUntil, result, plan, personId }, before) => [
      ...(isDayAhead(provenAt, ctx.now.getTime()) ? refuse('proven-ahead', 'It cannot have been shown yet.') : []),
      ...(validUntil !== null && validUntil < provenAt ? refuse('ends-before', 'It ends before it was shown.') : []),
      ...(result !== 'met' && plan === '' ? refuse('no-plan', 'Say what is done about the gap.') : []),
      ...(before === null && (await actingPerson(ctx, tx)) === personId
        ? refuse('judges-self', 'Nobody judges their own competence: ask somebody else to record it.')
        : []),
    ],
  }),
  ...registerBindings(contract.communications, { searched: ['audience'] }),
  ...registerBindings(contract.checklists, { computed: { items: countItems } }),
  ...registerBindings(contract.checklistItems),
  ...registerBindings(contract.checklistRuns, {
    computed: { openSteps: countOpenSteps },
    check: async (_ctx, _tx, { checklistId }, before) =>
      before !== null && before.checklistId !== checklistId
        ? refuse('another-checklist', 'Its steps are there already: start the other checklist beside it.')
        : [],
    guard: async (_ctx, _tx, { openSteps }, { to }) =>
      to === 'done' && (openSteps ?? 0) > 0
        ? refuse(
            'steps-open',
            `${openSteps} ${openSteps === 1 ? 'step is' : 'steps are'} open: do them, or say why they are not needed.`,
          )
        : [],
    changed: async (ctx, tx, after, before) => {
      if (before !== null) return
      const { id: runId, checklistId, at } = after
      await addChecklistTasks(tx, { organizationId: ctx.organizationId, runId, checklistId, at: new Date(at) })
    },
  }),
  ...registerBindings(contract.checklistTasks, {
    check: async (_ctx, _tx, { state, note }) =>
      state === 'not_needed' && note === '' ? refuse('no-note', 'Say why the step is not needed.') : [],
  }),
]
