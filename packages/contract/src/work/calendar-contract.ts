import { z } from 'zod'
import { defineRoute } from '../route.ts'

const feed = { tag: 'Work', path: '/orgs/{organizationId}/calendar-feed', access: 'work:own' } as const

export const getCalendarFeed = defineRoute({
  ...feed,
  id: 'getCalendarFeed',
  method: 'get',
  summary: 'Whether one’s calendar address is on, and since when',
  response: z.object({ isOn: z.boolean(), renewedAt: z.iso.datetime().nullable() }),
  timeTravel: false,
})

export const renewCalendarFeed = defineRoute({
  ...feed,
  id: 'renewCalendarFeed',
  method: 'post',
  summary: 'A new secret address of one’s calendar, shown once; an older one ends',
  response: z.object({ url: z.url() }),
})

export const endCalendarFeed = defineRoute({
  ...feed,
  id: 'endCalendarFeed',
  method: 'delete',
  summary: 'Switch one’s calendar address off',
})

export const readCalendarFeed = defineRoute({
  id: 'readCalendarFeed',
  method: 'get',
  path: '/calendar/{token}',
  summary: 'What is due of one person, as an iCalendar feed; the secret address is the key',
  tag: 'Work',
  access: 'public',
  params: { token: z.string().max(200) },
  download: ['text/calendar'],
})
