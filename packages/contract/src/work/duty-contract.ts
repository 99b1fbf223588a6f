import { dutyDoneRegister, dutyRegister } from '@sinew/core/work/duty-register.ts'
import { taskRegister } from '@sinew/core/work/task-register.ts'
import { z } from 'zod'
import { registerContract } from '../register/register-contract.ts'
import { defineRoute } from '../route.ts'

export const tasks = registerContract(taskRegister)
export const duties = registerContract(dutyRegister)
export const dutiesDone = registerContract(dutyDoneRegister)
export const workRegisters = [tasks, duties, dutiesDone] as const

export const getUsualCalendar = defineRoute({
  id: 'getUsualCalendar',
  method: 'get',
  path: '/orgs/{organizationId}/usual-calendar',
  summary: 'How many of the usual duties of an ISMS are not among the duties yet',
  tag: 'Work',
  access: 'work:read',
  response: z.object({ all: z.number().int(), missing: z.number().int() }),
})

export const addUsualCalendar = defineRoute({
  id: 'addUsualCalendar',
  method: 'post',
  path: '/orgs/{organizationId}/usual-calendar',
  summary: 'Add the usual duties of an ISMS, each once however often it is asked for',
  tag: 'Work',
  access: 'work:manage',
  body: z.strictObject({ ownerId: z.uuid().nullable().default(null) }),
  response: z.object({ added: z.number().int() }),
})
