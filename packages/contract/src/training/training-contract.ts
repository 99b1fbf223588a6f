import {
  checklistItemRegister,
  checklistRegister,
  checklistRunRegister,
  checklistTaskRegister,
  communicationRegister,
  competenceProofRegister,
  competenceRegister,
  courseAssignmentRegister,
  courseRegister,
} from '@sinew/core/training/training-registers.ts'
import { z } from 'zod'
import { instant } from '../instant.ts'
import { registerContract } from '../register/register-contract.ts'
import { defineRoute } from '../route.ts'

export const courses = registerContract(courseRegister)
export const courseAssignments = registerContract(courseAssignmentRegister)
export const competences = registerContract(competenceRegister)
export const competenceProofs = registerContract(competenceProofRegister)
export const communications = registerContract(communicationRegister)
export const checklists = registerContract(checklistRegister)
export const checklistItems = registerContract(checklistItemRegister)
export const checklistRuns = registerContract(checklistRunRegister)
export const checklistTasks = registerContract(checklistTaskRegister)
export const trainingRegisters = [
  courses,
  courseAssignments,
  competences,
  competenceProofs,
  communications,
  checklists,
  checklistItems,
  checklistRuns,
  checklistTasks,
] as const

export const assignCourse = defineRoute({
  id: 'assignCourse',
  method: 'post',
  path: '/orgs/{organizationId}/courses/{courseId}/assign',
  summary: 'Assign a course to people, to everybody of units, or to everybody; who has it open already is left out',
  tag: 'Courses',
  access: 'training:write',
  params: { courseId: z.uuid() },
  status: 201,
  body: z.strictObject({
    personIds: z.array(z.uuid()).max(500).default([]),
    unitIds: z.array(z.uuid()).max(100).default([]),
    everybody: z.boolean().default(false),
    dueAt: instant,
  }),
  response: z.object({ assigned: z.number().int(), leftOut: z.number().int() }),
})

export const completeCourse = defineRoute({
  id: 'completeCourse',
  method: 'post',
  path: '/orgs/{organizationId}/course-assignments/{courseAssignmentId}/complete',
  summary: 'Say that one has completed the course one was assigned; somebody else judges whether it worked',
  tag: 'Courses',
  access: 'training:own',
  params: { courseAssignmentId: z.uuid() },
  status: 201,
  body: z.strictObject({
    /** Certificate, list of attendance, result of a test. */
    proof: z.string().trim().max(500).default(''),
    /** In percent; a course may ask for one to pass. */
    score: z.number().min(0).max(100).nullable().default(null),
  }),
  response: z.object({ completedAt: z.iso.datetime() }),
})
