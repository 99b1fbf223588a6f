import {
  incidentControlRegister,
  incidentEntryRegister,
  incidentNotificationRegister,
  incidentRiskRegister,
} from '@sinew/core/incident/incident-parts.ts'
import { incidentRegister } from '@sinew/core/incident/incident-register.ts'
import { ongoingWords } from '@sinew/core/incident/incident-words.ts'
import { regimeNames } from '@sinew/core/incident/notification-clock.ts'
import { z } from 'zod'
import { paperFormat, paperMediaTypes } from '../export/paper-format.ts'
import { instant } from '../instant.ts'
import { registerContract } from '../register/register-contract.ts'
import { defineRoute } from '../route.ts'

export const incidents = registerContract(incidentRegister)
export const incidentEntries = registerContract(incidentEntryRegister)
export const incidentNotifications = registerContract(incidentNotificationRegister)
export const incidentRisks = registerContract(incidentRiskRegister)
export const incidentControls = registerContract(incidentControlRegister)

export const incidentRegisters = [incidents, incidentEntries, incidentNotifications, incidentRisks, incidentControls]

export const reportIncident = defineRoute({
  id: 'reportIncident',
  method: 'post',
  path: '/orgs/{organizationId}/incident-reports',
  summary: 'Report what was seen, in three answers; anybody who can sign in may',
  description: 'It becomes an incident in the state reported, and its time is when it was noticed: now, unless said.',
  tag: 'Incidents',
  access: 'incident:report',
  status: 201,
  body: z.strictObject({
    what: z.string().trim().min(3, 'Say in a few words what you saw.').max(20_000),
    noticedAt: instant.optional(),
    ongoing: z
      .enum(Object.keys(ongoingWords) as [keyof typeof ongoingWords, ...(keyof typeof ongoingWords)[]])
      .default('unsure'),
  }),
  response: z.object({
    incidentId: z.uuid(),
    number: z.number().int(),
    title: z.string(),
    /** Whom to call when it cannot wait: those who manage incidents here. */
    handledBy: z.array(z.string()),
  }),
})

export const getIncidentReport = defineRoute({
  id: 'getIncidentReport',
  method: 'get',
  path: '/orgs/{organizationId}/incidents/{incidentId}/report',
  summary: 'The report of an incident to take away; until it is closed it says so',
  tag: 'Incidents',
  access: 'incident:read',
  params: { incidentId: z.uuid() },
  query: { format: paperFormat },
  download: paperMediaTypes,
})

const suggestedClock = z.object({
  regime: z.enum(regimeNames),
  title: z.string(),
  why: z.string(),
  obligationId: z.uuid().nullable(),
  hours: z.number().int().nullable(),
  dueAt: z.iso.datetime(),
  source: z.string(),
})
export type SuggestedClock = z.infer<typeof suggestedClock>

export const listSuggestedClocks = defineRoute({
  id: 'listSuggestedClocks',
  method: 'get',
  path: '/orgs/{organizationId}/incidents/{incidentId}/suggested-notifications',
  summary: 'Obligations to tell that an incident may have, and that nobody has decided on yet',
  tag: 'Incidents',
  access: 'incident:read',
  params: { incidentId: z.uuid() },
  response: z.object({ items: z.array(suggestedClock) }),
})
