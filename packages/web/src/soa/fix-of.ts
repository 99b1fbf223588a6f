import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { Issue } from '@sinew/contract/soa/soa-words.ts'
import { paths } from '../app/paths.ts'
import type { LineTask } from './soa-search.ts'

/** Where an issue is repaired: in place, in the line's own drawer, or on another page with the task already chosen. */
export type Fix =
  | FieldFix
  | { readonly kind: 'line'; readonly label: string; readonly task: LineTask }
  | {
      readonly kind: 'page'
      readonly label: string
      readonly to: (typeof paths)[keyof typeof paths]
      readonly params: Readonly<Record<string, string>>
      readonly search: Readonly<Record<string, string>>
    }

/** One field of the control, set in place. */
export type FieldFix = { readonly kind: 'field'; readonly label: string; readonly field: 'owner' | 'plannedAt' }

type About = Pick<SoaLine, 'ref' | 'controlId'> | null

/** One click from what is wrong to where it is put right. `about` is the line the issue stands on. */
export function fixOf({ fix, sentence }: Pick<Issue, 'fix' | 'sentence'>, about: About): Fix {
  const ref = about?.ref ?? ''
  const onLine = (label: string, task: LineTask): Fix => ({ kind: 'line', label, task })
  const onControl = (label: string, search: Readonly<Record<string, string>> = {}): Fix => {
    return { kind: 'page', label, to: paths.control, params: { controlRef: ref }, search }
  }
  const onPage = (label: string, to: typeof paths.controls | typeof paths.collectors | typeof paths.treatment): Fix => {
    return { kind: 'page', label, to, params: {}, search: {} }
  }
  switch (fix.action) {
    case 'include':
      return onLine('Take it in again', 'include')
    case 'justify':
      return onLine('State a fact', 'justify')
    case 'add_reason':
      return about === null ? onPage('Look at the controls', paths.controls) : onLine('Add a reason', 'add_reason')
    case 'add_need':
      return onControl('Say what would prove it', { do: 'add_need' })
    case 'add_evidence': {
      const search = { control: ref, ...(fix.entity === 'need' ? { need: fix.id } : {}) }
      return { kind: 'page', label: 'Add evidence', to: paths.newEvidence, params: {}, search }
    }
    case 'repair':
      return onControl('See what failed')
    case 'plan':
      return { kind: 'field', label: 'Set a date', field: 'plannedAt' }
    case 'set_owner':
      return { kind: 'field', label: 'Choose an owner', field: 'owner' }
    case 'review_decision':
      return onControl('Look at the decision')
    case 'finish_action': {
      const number = /\bT-(\d+)/.exec(sentence)?.[1]
      if (number === undefined) return onPage('Finish the treatment', paths.treatment)
      return { kind: 'page', label: 'Finish the treatment', to: paths.action, params: { number }, search: {} }
    }
    case 'restore_collector':
      return onPage('Look at the collector', paths.collectors)
    case 'add_missing_controls':
      return onPage('Look at the controls', paths.controls)
  }
}
