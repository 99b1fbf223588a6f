import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { defineRoute, listOf, listQuery } from '../route.ts'

export const openedSchema = z.object({
  id: z.uuid(),
  /** The first time within its hour. */
  at: z.iso.datetime(),
  memberName: z.string(),
  memberEmail: z.string(),
  byToken: z.boolean(),
  route: z.string(),
  /** What the route shows, in words. */
  what: z.string(),
  objectId: z.uuid().nullable(),
  /** What people call the object; null for a list or page. */
  objectName: z.string().nullable(),
})
export type Opened = z.infer<typeof openedSchema>

const filters = {
  /** A day in UTC, included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  memberEmail: z.string().max(200).optional(),
}

const page = listQuery(['at', 'memberName'], '-at')

export const listAccessLog = defineRoute({
  id: 'listAccessLog',
  method: 'get',
  path: '/orgs/{organizationId}/access-log',
  summary: 'What auditors opened: once for each object and hour',
  tag: 'Members',
  access: 'access:read',
  timeTravel: false,
  query: { ...page, ...filters },
  response: listOf(openedSchema),
})

export const exportAccessLog = defineRoute({
  id: 'exportAccessLog',
  method: 'get',
  path: '/orgs/{organizationId}/access-log/export',
  summary: 'The access log as a file',
  tag: 'Members',
  access: 'access:read',
  timeTravel: false,
  query: { sort: page.sort, q: page.q, ...filters, format: exportFormat },
  download: exportMediaTypes,
})
