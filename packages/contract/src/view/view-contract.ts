import { z } from 'zod'
import { defineRoute } from '../route.ts'

const name = z.string().trim().min(1, 'Give the view a name.').max(80)
/** The list a view belongs to: `risks`, `evidence`. */
const screen = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'The name of a list, in lower case.')
/** Filters, sort and search as the list's address has them. */
const query = z
  .record(
    z.string().max(60),
    z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(500)).max(100)]),
  )
  .refine((value) => Object.keys(value).length <= 40, 'A view holds at most 40 filters.')

export const savedViewSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  screen,
  name,
  query,
})
export type SavedView = z.infer<typeof savedViewSchema>

const view = { tag: 'Saved views', params: { viewId: z.uuid() } } as const

export const listViews = defineRoute({
  id: 'listViews',
  method: 'get',
  path: '/orgs/{organizationId}/views',
  summary: 'One’s own saved views, of one list or all',
  tag: 'Saved views',
  access: 'view:own',
  timeTravel: false,
  query: { screen: screen.optional() },
  response: z.object({ items: z.array(savedViewSchema) }),
})

export const createView = defineRoute({
  id: 'createView',
  method: 'post',
  path: '/orgs/{organizationId}/views',
  summary: 'Keep the filters of a list under a name; the same name again replaces them',
  tag: 'Saved views',
  access: 'view:own',
  status: 201,
  body: z.strictObject({ screen, name, query }),
  response: savedViewSchema,
})

export const updateView = defineRoute({
  ...view,
  id: 'updateView',
  method: 'patch',
  path: '/orgs/{organizationId}/views/{viewId}',
  summary: 'Rename a saved view or change what it holds',
  access: 'view:own',
  ifMatch: true,
  body: z.strictObject({ name, query }).partial(),
  response: savedViewSchema,
})

export const deleteView = defineRoute({
  ...view,
  id: 'deleteView',
  method: 'delete',
  path: '/orgs/{organizationId}/views/{viewId}',
  summary: 'Forget a saved view',
  access: 'view:own',
})
