import type { ChangeSubject } from '@sinew/core/change/planned-change-register.ts'
import type { CastKey } from './story-cast.ts'

export type StoryChange = {
  readonly key: string
  readonly day: number
  readonly who: CastKey
  readonly owner: CastKey
  readonly plannedDay: number
  readonly done?: number
  readonly review?: { readonly day: number; readonly outcome: string }
  readonly title: string
  readonly touches: readonly ChangeSubject[]
  readonly purpose: string
  readonly effect: string
  readonly integrity: string
  readonly resources: string
  readonly responsibilities: string
}

/** Changes of the ISMS in the year. */
export const storyChanges: readonly StoryChange[] = [
  {
    key: 'soa-summer',
    day: 252,
    who: 'tomas',
    owner: 'tomas',
    plannedDay: 266,
    done: 267,
    review: { day: 300, outcome: 'The statement matches what the second workshop decided; no control fell through.' },
    title: 'Statement of Applicability after the second risk workshop',
    touches: ['soa'],
    purpose: 'The second workshop found risks that need controls which the first version says little of.',
    effect: 'Six lines change their reasons and status. Control owners get new evidence needs in autumn.',
    integrity: 'The first version stays in force until the second is approved; no control is switched off meanwhile.',
    resources: 'Two days of the ISMS manager, one hour of each control owner.',
    responsibilities: 'Tomas writes and proposes, Mara approves, control owners confirm their lines.',
  },
]
