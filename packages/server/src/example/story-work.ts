import type { Cadence } from '@sinew/core/work/cadence.ts'
import type { CastKey } from './story-cast.ts'

export type StoryDuty = {
  readonly title: string
  readonly owner: CastKey
  readonly every: Cadence
  readonly clause?: string
  readonly control?: string
  /** The day of the story by which it is due for the first time. */
  readonly firstDay: number
  readonly doneWhen: string
  readonly done: readonly { readonly day: number; readonly note: string }[]
}

/** What Brightwater repeats. All of it is in time but the watch on suppliers, which nobody took up again in autumn. */
export const storyDuties: readonly StoryDuty[] = [
  {
    title: 'Review who has access',
    owner: 'luca',
    every: 'quarter',
    control: 'A.5.18',
    firstDay: 125,
    doneWhen: 'Every account was confirmed or removed by the lead of its team.',
    done: [
      { day: 121, note: '212 accounts gone through; 9 removed.' },
      { day: 211, note: '218 accounts gone through; 4 removed, one of them of a leaver.' },
      { day: 301, note: '223 accounts gone through; 6 removed.' },
    ],
  },
  {
    title: 'Test restoring from backup',
    owner: 'priya',
    every: 'half_year',
    control: 'A.8.13',
    firstDay: 205,
    doneWhen: 'The booking database was restored within four hours.',
    done: [{ day: 201, note: 'Restored in 2 hours 40 minutes; one missing secret added to the runbook.' }],
  },
  {
    title: 'Watch the suppliers',
    owner: 'ruth',
    every: 'half_year',
    control: 'A.5.22',
    firstDay: 170,
    doneWhen: 'Reports and incidents of the four important suppliers were read, each with a conclusion.',
    done: [{ day: 168, note: 'All four read; the text message provider had two outages, no data concerned.' }],
  },
  {
    title: 'Hold the management review',
    owner: 'mara',
    every: 'year',
    clause: '9.3',
    firstDay: 335,
    doneWhen: 'All inputs were gone through, and decisions are written down.',
    done: [{ day: 331, note: 'Two hours, all inputs; three decisions.' }],
  },
]
