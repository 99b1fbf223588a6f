import * as calendarContract from '@sinew/contract/work/calendar-contract.ts'
import * as dutyContract from '@sinew/contract/work/duty-contract.ts'
import * as mailContract from '@sinew/contract/work/mail-contract.ts'
import * as contract from '@sinew/contract/work/work-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { endCalendarFeed, getCalendarFeed, readCalendarFeed, renewCalendarFeed } from './calendar-feed.ts'
import { dutyDoneRules, dutyRules } from './duty-rules.ts'
import { exportWork } from './export-work.ts'
import { getMailPreference, setMailPreference } from './mail-preference.ts'
import { findMail, sendTestMail } from './mail-store.ts'
import { getMyWork } from './my-work.ts'
import { addUsualCalendar, getUsualCalendar } from './usual-calendar.ts'
import { findWork } from './work-store.ts'

export const workRoutes: readonly Binding[] = [
  ...registerBindings(dutyContract.tasks, { searched: ['note'] }),
  ...registerBindings(dutyContract.duties, dutyRules),
  ...registerBindings(dutyContract.dutiesDone, dutyDoneRules),
  handle(calendarContract.getCalendarFeed, (ctx) => getCalendarFeed(ctx)),
  handle(calendarContract.renewCalendarFeed, (ctx) => renewCalendarFeed(ctx)),
  handle(calendarContract.endCalendarFeed, (ctx) => endCalendarFeed(ctx)),
  handle(calendarContract.readCalendarFeed, (ctx, { params }) => readCalendarFeed(ctx, params.token)),
  handle(mailContract.listMail, (ctx, { query }) => findMail(ctx, query)),
  handle(mailContract.sendTestMail, (ctx) => sendTestMail(ctx)),
  handle(mailContract.getMailPreference, (ctx) => getMailPreference(ctx)),
  handle(mailContract.setMailPreference, (ctx, { body }) => setMailPreference(ctx, body)),
  handle(dutyContract.getUsualCalendar, (ctx) => getUsualCalendar(ctx)),
  handle(dutyContract.addUsualCalendar, (ctx, { body }) => addUsualCalendar(ctx, body.ownerId)),
  handle(contract.exportWork, (ctx, { query }) => exportWork(ctx, query)),
  handle(contract.getMyWork, (ctx) => getMyWork(ctx)),
  handle(contract.listWork, (ctx, { query }) => findWork(ctx, query)),
]
