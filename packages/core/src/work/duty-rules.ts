import { type Refusal, refuse } from '../refusal.ts'
import { dayMs } from '../time/calendar.ts'

/** What was done was done by now; the day itself may still be going on somewhere. */
export function refuseDoneAhead(doneAt: number, now: number): readonly Refusal[] {
  return doneAt > now + dayMs
    ? refuse('done_ahead', 'A duty is done on a day that has come: choose today or earlier.')
    : []
}
